import type { Token } from './tokens';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that deny what follows, beside all that end in "n't". */
const NEGATORS = setOf(
  'not no never neither nor none nothing nowhere without cannot lack lacks lacked lacking hardly scarcely less fail fails failed instead isnt wasnt arent werent doesnt didnt dont cant couldnt wont wouldnt hasnt havent hadnt',
);
/** "Very little charm" denies, "a little charm" does not. */
const SCANT = setOf('little few');
const SCANTLY = setOf('very too so');
/** What denies a denial, as in "not without charm" and "cannot fail to charm": then both are gone. */
const UNDOING = setOf('without lack lacks lacking fail fails failed');
/** What takes the sting out of the negator before it: "not only", "no doubt", "not a little", "nothing so good", "no better". */
const SOFTENING = setOf('only just merely simply solely alone least less doubt all every but');
const EXCELLING = setOf('better finer greater stronger more so');
/** "No less", "none the less". */
const IDLE = setOf('no not the');
/** A denial ends at these. */
const ENDS = setOf(
  'but yet though although however just because since who which that while whereas than till until unless except',
);
const JOINING = setOf('or nor');
/** Who says "not unpleasant" denies no more than that word. */
const LITOTES = /^un(?!der|til|less|i)(?!.*ly$)/;

/** How many words a denial reaches over… */
const REACH = 5;
/** …after "less"… */
const OF_LESS = 2;
/** …and at least after "or": "without malt or any smoke". */
const AFTER_OR = 3;

/** Which words of a text are denied. */
export const deniedPlaces = (words: readonly string[], gaps?: readonly string[]): boolean[] =>
  deniersOf(words, gaps).map((by) => by !== null);

/**
 * Which word of a text denies each of its words, by its place, as "not" does "bitter" in "not at all bitter"; null where none
 * does, as in "not only bitter". A denial reaches over a few words, to the end of its clause at most. Of any language but
 * English it knows nothing.
 * @param words in lower case, in their order
 * @param gaps what is written before each of them; without it the ends of sentences are not seen
 */
export function deniersOf(words: readonly string[], gaps?: readonly string[]): (number | null)[] {
  let left = 0;
  let by = 0;
  return words.map((word, k) => {
    const [before, next, afterNext] = [words[k - 1], words[k + 1], words[k + 2]];
    const gap = gaps?.[k] ?? '';
    if (/[.!?;:]/.test(gap)) left = 0;
    if (gap.includes(',') && !JOINING.has(word) && !JOINING.has(next)) left = 0;
    if (left > 0 && UNDOING.has(word)) {
      left = 0;
      return null;
    }
    const scant = SCANT.has(word) && SCANTLY.has(before);
    const idle = word === 'less' && IDLE.has(before);
    if (!idle && (NEGATORS.has(word) || word.endsWith("n't") || scant)) {
      left = softened(word, words.slice(Math.max(0, k - 2), k), next, afterNext)
        ? 0
        : word === 'less'
          ? OF_LESS
          : REACH;
      by = k;
      return null;
    }
    // "Not that bitter" goes on.
    if (ENDS.has(word) && !(word === 'that' && left === REACH)) left = 0;
    if (left > 0 && JOINING.has(word)) left = Math.max(left, AFTER_OR + 1);
    if (left > 0 && LITOTES.test(word) && NEGATORS.has(before)) left = 1;
    return left-- > 0 ? by : null;
  });
}

function softened(word: string, before: readonly string[], next: string, afterNext: string): boolean {
  if (SOFTENING.has(next)) return true;
  if (word === 'none') return next === 'the';
  if (next === 'a' && SCANT.has(afterNext)) return true;
  // "Were it not bitter", "I wish it were not so bitter".
  if (word === 'not' && before[0] === 'were') return true;
  if (word === 'not' && before[1] === 'were' && next === 'so') return true;
  return (word === 'no' || word === 'never' || word === 'nothing') && EXCELLING.has(next);
}

/** What is written before each word of a text, as {@link deniedPlaces} takes it. */
export const gapsIn = (text: string, tokens: readonly Pick<Token, 'start' | 'end'>[]): string[] =>
  tokens.map(({ start }, k) => text.slice(k > 0 ? tokens[k - 1].end : 0, start));
