import { plural, rating } from '../../ui/format';

/** What of the screen is spoken of. */
export interface Heard {
  readonly person: string;
  readonly id: string;
  /** How many reviews the person has. */
  readonly reviews: number;
  /** The item that is picked, and what the model expects of it. */
  readonly item: { readonly name: string; readonly rating: number } | null;
  /** Names of the first ten. */
  readonly list: readonly string[];
}

/** How many places of a list hold another item than before. */
export const changedPlaces = (before: readonly string[], now: readonly string[]): number =>
  now.filter((name, k) => name !== before[k]).length;

/** What has changed since, in a sentence or two; empty where nothing has that is worth one. */
export function announcement(before: Heard, now: Heard): string {
  const first = now.list.length > 0 ? `; first is ${now.list[0]}` : '';
  if (before.id !== now.id) return `Now for ${now.person}, with ${plural(now.reviews, 'review')}${first}.`;
  if (before.person !== now.person) return `${before.person} is called ${now.person} now.`;
  const changed = changedPlaces(before.list, now.list);
  const list =
    changed > 0
      ? `${changed} of ${plural(now.list.length, 'place')} changed${first}.`
      : before.reviews !== now.reviews
        ? `The list stays as it was${first}.`
        : '';
  const reviews =
    before.reviews === now.reviews ? '' : `${now.person} has ${plural(now.reviews, 'review')} now. `;
  const item =
    now.item && now.item.name !== before.item?.name
      ? `${now.item.name}: predicted rating ${rating(now.item.rating)}. `
      : '';
  return `${reviews}${item}${list}`.trim();
}

/** "Explore · Amara · DReX Lab" */
export const titleOf = (screen: string, person: string | null): string =>
  [screen, person, 'DReX Lab'].filter(Boolean).join(' · ');
