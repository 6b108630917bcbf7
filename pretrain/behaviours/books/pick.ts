/**
 * Draws the mentions of `mentions.json`, which were then labelled by hand:
 *
 *     npx tsx pretrain/behaviours/books/pick.ts books.jsonl.gz > mentions.jsonl
 *
 * The sentences are from the Book Review Digest of 1905 to 1907 (public domain in the USA).
 */
import { tokenize } from '../../../src/model/tokens';
import { random, shuffle } from '../../random';
import { STOP_WORDS } from '../../stopwords';
import { readText } from '../../text-file';

/** So many with a word of denial shortly before, which are the hard ones, and so many of the rest. */
const DRAWN = { near: 120, far: 80 };
const DENYING = new Set(
  'not no never nor neither without lack lacks lacked lacking less hardly scarcely nothing none nowhere cannot fail fails failed little few'.split(
    ' ',
  ),
);
const BEFORE = 8;
const LONGEST = 320;
/** A word of a text that says something of a book: met in ten reviews, but not in every tenth. */
const FEWEST = 10;
const LARGEST = 0.1;
/** Dated talk of peoples. */
const LEFT_OUT = /white man/;

const lines = readText(process.argv[2]).trim().split('\n');
const texts = [...new Set(lines.map((line): string => JSON.parse(line).text))].filter(Boolean).sort();
const wordsOf = texts.map((text) => tokenize(text, new Map(), 2));
const holding = new Map<string, number>();
for (const words of wordsOf)
  for (const word of new Set(words.map((one) => one.word))) holding.set(word, (holding.get(word) ?? 0) + 1);

const speaks = (word: string): boolean => {
  const n = holding.get(word) ?? 0;
  const plain = /^\p{L}{4,}$/u.test(word) && !STOP_WORDS.has(word) && !DENYING.has(word);
  return plain && n >= FEWEST && n <= LARGEST * texts.length;
};
const denies = (word: string): boolean => DENYING.has(word) || word.endsWith("n't");

const found: Record<keyof typeof DRAWN, { text: number; at: number }[]> = { near: [], far: [] };
wordsOf.forEach((words, text) => {
  words.forEach(({ word, start }, at) => {
    if (!speaks(word)) return;
    const before = words.slice(Math.max(0, at - BEFORE), at);
    const near = before.some((one) => denies(one.word) && !/[.!?]/.test(texts[text].slice(one.end, start)));
    found[near ? 'near' : 'far'].push({ text, at });
  });
});

const source = random(1, 'mentions of the books');
const used = new Set<number>();
for (const kind of ['near', 'far'] as const) {
  let left = DRAWN[kind];
  for (const k of shuffle(Int32Array.from(found[kind].keys()), source)) {
    const { text, at } = found[kind][k];
    if (left === 0) break;
    if (used.has(text) || texts[text].length > LONGEST || LEFT_OUT.test(texts[text])) continue;
    used.add(text);
    left--;
    console.log(JSON.stringify({ text: texts[text], word: wordsOf[text][at].word, at }));
  }
}
