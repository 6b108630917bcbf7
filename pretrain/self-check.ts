import type { SelfCheckReference } from '../src/data/manifest';
import { feedbackTensors, fuseFeatures, toFeedbackBatch } from '../src/model/features';
import { referenceChoices } from '../src/model/referenceChoices';
import { refine } from '../src/model/refine';
import { noStatistics, scoreItems, sideScores } from '../src/model/score';
import { encodeText, paddedLength, padTokens } from '../src/model/text';
import { matrix, type WeightValues } from '../src/model/weights';
import { toVariables } from '../src/training/variables';
import type { Prepared } from './prepare';
import { range } from './random';
import { gather, type Tensor2D, tensor1d, tensor2d } from './tf';

/** Words 2, 5, 8, …: common ones, in no sentence that anybody wrote. */
const WORDS = 24;
const ITEMS = 64;

/**
 * One pass through the whole model on a fixed made-up input, from the initial states: what every start of the page
 * repeats on its own backend and compares. Statistics of the ratings are zero, so only the weights speak.
 * @param idf of each word of the vocabulary
 */
export function selfCheckReference(
  data: Prepared,
  values: WeightValues,
  itemStates: Float32Array,
  idf: ArrayLike<number>,
): SelfCheckReference {
  const { config } = data;
  const weights = toVariables(config, values);
  const words = Array.from({ length: WORDS }, (_, k) => Math.min(2 + 3 * k, config.vocabularySize - 1));
  const feedback = [config.rating.max, ...config.aspects.map((a, k) => (k % 2 ? null : a.min))];
  const items = [...range(Math.min(ITEMS, data.itemIds.length))];
  const text = encodeText(weights, config, padTokens([words], paddedLength(words.length, config)));
  const batch = toFeedbackBatch(config, [{ rating: feedback[0], aspects: feedback.slice(1) }], [true]);
  const x = fuseFeatures(weights, text.vector, ...feedbackTensors(config, batch));
  const step = refine(weights, x, matrix(weights, 'user/initial'), matrix(weights, 'item/initial'));
  const all = tensor2d(itemStates, [data.itemIds.length, config.stateSize]);
  const shown = gather(all, tensor1d(items, 'int32')) as Tensor2D;
  const { rating } = scoreItems(
    weights,
    config,
    sideScores(weights, 'user', step.user.next, noStatistics('user', 1)),
    sideScores(weights, 'item', shown, noStatistics('item', items.length)),
  );
  return {
    words,
    feedback,
    items,
    attention: [...text.attention.dataSync()].slice(0, words.length),
    userState: [...step.user.next.dataSync()],
    itemState: [...step.item.next.dataSync()],
    ratings: [...rating.dataSync()],
    choices: [...referenceChoices(weights, config, step.user.next, shown, idf).dataSync()],
  };
}
