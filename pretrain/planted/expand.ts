import type { Random } from '../random';
import { chance, pick } from './sampling';
import type { Trait } from './traits';

/** A trait word in a text is wrapped in these until the text is finished, so that its place is not lost. */
const OPEN = '⟨';
const CLOSE = '⟩';

export interface TraitWord {
  readonly trait: Trait;
  readonly word: string;
}

/** A sentence in the making: its text with trait words wrapped, and these words in the order of the text. */
export interface Draft {
  readonly text: string;
  readonly words: readonly TraitWord[];
}

/** What fills a slot: plain text, or a phrase of the lexicon whose starred word expresses a trait. */
export type Fill = string | { readonly phrase: string; readonly trait: Trait };

/** Fills the slots of a template from left to right, puts articles right and begins in upper case. */
export function expand(template: string, fill: (slot: string) => Fill): Draft {
  const words: TraitWord[] = [];
  const filled = template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = fill(slot);
    if (typeof value === 'string') return value;
    return value.phrase.replace(/\*([\p{L}]+)/u, (_star, word: string) => {
      words.push({ trait: value.trait, word });
      return `${OPEN}${word}${CLOSE}`;
    });
  });
  const article = filled.replace(/\b([Aa]) (?=⟨?[aeiou])/g, '$1n ');
  const text = article.replace(/^⟨?\p{L}/u, (start) => start.toUpperCase());
  return { text, words };
}

/** A misspelt negation would leave open what is said, and that must stay known. */
const NEVER_MISSPELT = new Set(['without', 'never', 'less']);

const MIN_LENGTH = 5;

/** A finished text and the words in it, each as it stands there. */
export interface Written {
  readonly text: string;
  readonly words: readonly (TraitWord & { readonly written: string })[];
}

/** Joins sentences, misspells a share of the longer words and unwraps the trait words. */
export function finish(source: Random, sentences: readonly Draft[], typos: number): Written {
  const words: (TraitWord & { written: string })[] = [];
  const known = sentences.flatMap((s) => s.words);
  const text = sentences
    .map((s) => s.text)
    .join(' ')
    .replace(/(⟨?)([\p{L}]+)(⟩?)/gu, (_, open: string, word: string) => {
      const plain =
        word.length < MIN_LENGTH ||
        /^\p{Lu}/u.test(word) ||
        NEVER_MISSPELT.has(word) ||
        !chance(source, typos);
      const written = plain ? word : misspell(source, word);
      if (open) words.push({ ...known[words.length], written: written.toLowerCase() });
      return written;
    });
  return { text, words };
}

/** Swaps two letters, drops one or doubles one; the first and the last stay, as with most slips. */
export function misspell(source: Random, word: string): string {
  const at = 1 + Math.floor(source.next() * (word.length - 3));
  const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const variants = [before + next + here + after, before + next + after, before + here + here + next + after];
  return pick(
    source,
    variants.filter((variant) => variant !== word),
  );
}
