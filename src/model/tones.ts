import type { ModelConfig, ToneUnit } from './config';

/**
 * The tone of a word of a review: how much better the sentences that mention it read than reviews do on average, in rating units
 * (docs/ARCHITECTURE.md#keyword-weights); 0 in a review of one sentence, of which its rating tells all. In "a lovely aroma, but far too bitter" it parts what is praised from what is blamed. The same
 * in training, in the worker and on the page.
 */

/** Tones of the words of a review, those that are 0 left out. */
export type Tones = ReadonlyMap<number, number>;

const FULL_STOP = /[.!?]/;
const PAUSE = /[.!?;:]/;
const TURNS: ReadonlySet<string> = new Set('but yet though although however while whereas'.split(' '));

/**
 * The units of a review, each as a run of its words; none where it is all one.
 * @param ids words of the review in their order
 * @param words the same, as written in lower case
 * @param gaps what is written before each of them
 */
export function unitsOf(
  ids: Int32Array,
  words: readonly string[],
  gaps: readonly string[],
  unit: ToneUnit,
): Int32Array[] {
  const begins = (k: number) =>
    unit === 'sentence' ? FULL_STOP.test(gaps[k]) : PAUSE.test(gaps[k]) || TURNS.has(words[k]);
  const starts = Array.from(ids.keys()).filter((k) => k === 0 || begins(k));
  return starts.length > 1 ? starts.map((start, k) => ids.subarray(start, starts[k + 1])) : [];
}

/**
 * Tones of the words of a review: of one that several units mention, the mean over its mentions.
 * @param units see {@link unitsOf}
 * @param told ratings that each unit alone tells
 */
export function tonesOf(
  units: readonly Int32Array[],
  told: ArrayLike<number>,
  { tone, meanRating }: Pick<ModelConfig, 'tone' | 'meanRating'>,
): Tones {
  const gain = tone?.gain ?? 0;
  const sums = new Map<number, { sum: number; count: number }>();
  units.forEach((ids, k) => {
    for (const id of ids) {
      const { sum, count } = sums.get(id) ?? { sum: 0, count: 0 };
      sums.set(id, { sum: sum + told[k] - meanRating, count: count + 1 });
    }
  });
  return new Map(Array.from(sums, ([id, { sum, count }]) => [id, Math.fround((gain * sum) / count)]));
}
