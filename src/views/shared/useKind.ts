import { useSession } from '../../session/part';

/** What the person on the screen is called: a house of many writers is no person. The first fact of people is their kind. */
export const useKind = (): string => useSession((s) => s.view?.person.summary.facts[0] ?? 'person');
