import { useSession } from '../../session/part';

/**
 * What the person on the screen is called: a house of many writers is no person. Where it is spoken of again no “their” stands,
 * which would be wrong of a house, as “its” would be of a person.
 */
export const useKind = (): string => useSession((s) => s.view?.person.summary.kind ?? 'person');

/** One of them, and several. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

export const PEOPLE: Noun = { one: 'person', many: 'people' };
const REVIEWERS: Noun = { one: 'reviewer', many: 'reviewers' };

/** What all who write reviews are called together: where houses are among them, nobody would say people. */
export const usersNoun = (ofKinds: boolean): Noun => (ofKinds ? REVIEWERS : PEOPLE);

const ITEMS: Noun = { one: 'item', many: 'items' };

/** What the things that are reviewed are called. */
export const useItemNoun = (): Noun => useSession((s) => s.start?.dataset.itemNoun ?? ITEMS);

export const useUsersNoun = (): Noun => usersNoun(useSession((s) => s.start?.dataset.ofKinds ?? false));
