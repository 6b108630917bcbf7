import { LONGEST_NAME, lettersOf, plainName } from '../../engine/personName';

/** What is wrong with a name as it is typed; null where nothing is. */
export function nameProblem(typed: string): string | null {
  const name = plainName(typed);
  if (name === '' && typed.trim() !== '') return 'Nothing of this can be seen. Write a letter or two.';
  const letters = lettersOf(name);
  return letters > LONGEST_NAME ? `At most ${LONGEST_NAME} letters, please; these are ${letters}.` : null;
}

/** Why somebody is called otherwise than they were named; empty where they are not. */
export const alikeWords = (name: string, label: string): string =>
  name === label ? '' : `Somebody else is called ${name}, so this one is ${label}.`;
