import { choiceItems, choiceScores, choiceUsers } from './choice';
import type { ModelConfig } from './config';
import { itemWords, matches, personWords, sparseRows } from './keywordMatch';
import { weightsOf } from './said';
import { reshape, type Tensor1D, type Tensor2D, tensor2d, tidy } from './tf';
import type { Weights } from './weights';

/** Keywords of the reference case: the first of the vocabulary, in no sentence that anybody wrote. */
const KEYWORDS = 24;
/** How far above the own level its person rated, in rating units. */
const LIKED = 1;

/**
 * Choice scores of the reference case [items], which every start compares with its own: the refined person against shipped
 * item states, with made-up counts, biases and words, so that each part of the score speaks.
 * @param user state of the person [1, D]
 * @param items states of the items [items, D]
 * @param idf of each word of the vocabulary
 */
export const referenceChoices = (
  weights: Weights,
  config: ModelConfig,
  user: Tensor2D,
  items: Tensor2D,
  idf: ArrayLike<number>,
): Tensor1D =>
  tidy(() => {
    const [n] = items.shape;
    const counts = Float32Array.from({ length: n }, (_, k) => k);
    const biases = Float32Array.from({ length: n }, (_, k) => ((k % 5) - 2) * (config.rating.deviation / 4));
    const side = choiceItems(weights, config, items, { counts, biases });
    const words = tensor2d(referenceMatches(n, idf), [1, n]);
    return reshape(choiceScores(weights, choiceUsers(weights, user), side, words), [n]) as Tensor1D;
  });

/** ⟨k_u, k_i⟩ [items]: the person denies every third keyword, and each item speaks of every second to sixth one. */
function referenceMatches(items: number, idf: ArrayLike<number>): Float32Array {
  const keywords = Array.from(idf, (_, word) => word)
    .filter((word) => idf[word] > 0)
    .slice(0, KEYWORDS);
  const saying = (counts: (place: number) => number) => {
    const mentions = keywords.map((word, place) => [word, counts(place)] as const);
    return weightsOf(
      mentions.filter(([, count]) => count !== 0),
      idf,
    );
  };
  const own = sparseRows([saying((place) => (place % 3 === 2 ? -1 : 1 + (place % 2)))]);
  const ofItems = sparseRows(
    Array.from({ length: items }, (_, k) => saying((place) => Number(place % (2 + (k % 5)) === 0))),
  );
  const each = Int32Array.from({ length: items }, (_, k) => k);
  const person = personWords(own, [0], [LIKED], 1, idf.length);
  return matches(person, [0], itemWords(ofItems, each, items, idf.length));
}
