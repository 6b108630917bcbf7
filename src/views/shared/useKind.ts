import { useSession } from '../../session/part';

/** What the person on the screen is called: a house of many writers is no person. */
export const useKind = (): string => useSession((s) => s.view?.person.summary.kind ?? 'person');
