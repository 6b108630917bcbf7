import { deniedPlaces, gapsIn } from '../../../src/model/negation';
import { TOKENISER_REVISION } from '../../../src/model/revision';
import { tokenize } from '../../../src/model/tokens';
import { readText } from '../../text-file';
import type { Finding } from '../finding';

const FILE = 'pretrain/behaviours/books/mentions.jsonl';

/**
 * A word in a sentence on a book, drawn by `pick.ts` and then read by a person: `denied` where the sentence says that the book (or its
 * author, or its reader) has, is or does not what the word names. "No doubt" denies doubt; "not without humour" affirms humour, "no better
 * guide" a guide.
 */
export interface LabelledMention {
  readonly text: string;
  readonly word: string;
  /** Which word of the text it is, from 0. */
  readonly at: number;
  readonly denied: boolean;
}

export const labelledMentions = (): LabelledMention[] =>
  readText(FILE)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Whether the rule by which every profile counts a mention reads these sentences as people do: denied ones, and plain ones. */
export function readsTheBooks(): Finding[] {
  const read = labelledMentions().map(({ text, at, denied }, of) => {
    const tokens = tokenize(text, new Map(), TOKENISER_REVISION);
    const found = deniedPlaces(
      tokens.map(({ word }) => word),
      gapsIn(text, tokens),
    );
    return { denied, one: { of, value: Number(found[at] === denied), passed: found[at] === denied } };
  });
  return [true, false].map((denied) => ({
    behaviour: 'negation',
    variant: `books, ${denied ? 'denied' : 'plain'}`,
    measure: 'share of mentions',
    cases: read.filter((one) => one.denied === denied).map(({ one }) => one),
  }));
}
