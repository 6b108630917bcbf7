import type { Live } from '../../lessons/live';

/** What all parts of a worksheet are made with. */
export interface Sheet {
  readonly values: Readonly<Record<string, Live | null>>;
  /** Whether it is the key: with the answers of the model. */
  readonly isKey: boolean;
}

/** Letters of what is said in a step that stand on a sheet: there has to be room to write. */
const MOST_SAID = 330;

/** What is said, in short: as many paragraphs as there is room for, one at least. */
export function inShort(said: readonly string[]): readonly string[] {
  let letters = 0;
  return said.filter((text, k) => {
    letters += text.length;
    return k === 0 || letters <= MOST_SAID;
  });
}
