import type { Bundle } from '../../data/bundle';
import { refine } from '../../model/refine';
import { noStatistics, scoreItems, sideScores } from '../../model/score';
import { encodeText, paddedLength, padTokens } from '../../model/text';
import { concat, gather, reshape, type Tensor2D, tensor1d, tensor2d, tidy } from '../../model/tf';
import { matrix } from '../../model/weights';
import { type Brain, featuresOf } from './brain';

/** Largest difference from the stored reference that a backend may show. */
export const TOLERANCE = 1e-3;

/**
 * Runs the stored reference case on this backend, from words to ratings (the manifest's `selfCheck`): encode, fuse,
 * refine once from u_0 and i_0, score the refined user against shipped item states with empty statistics.
 */
export async function selfCheckResults(
  brain: Brain,
  bundle: Pick<Bundle, 'manifest' | 'itemStates'>,
): Promise<{
  attention: Float32Array;
  userState: Float32Array;
  itemState: Float32Array;
  ratings: Float32Array;
}> {
  const { config, weights } = brain;
  const { words, feedback, items } = bundle.manifest.selfCheck;
  const D = config.stateSize;
  const length = paddedLength(words.length, config);
  const all = tidy(() => {
    const [rating, ...aspects] = feedback;
    const text = encodeText(weights, config, padTokens([words], length));
    const x = featuresOf(brain, words.length > 0 ? text.vector : null, { rating: rating ?? null, aspects });
    const step = refine(weights, x, matrix(weights, 'user/initial'), matrix(weights, 'item/initial'));
    const states = tensor2d(bundle.itemStates, [bundle.itemStates.length / D, D]);
    const rows = gather(states, tensor1d(items, 'int32')) as Tensor2D;
    const user = sideScores(weights, 'user', step.user.next, noStatistics('user', 1));
    const side = sideScores(weights, 'item', rows, noStatistics('item', items.length));
    const { rating: ratings } = scoreItems(weights, config, user, side);
    return concat([
      reshape(text.attention, [length]),
      reshape(step.user.next, [D]),
      reshape(step.item.next, [D]),
      ratings,
    ]);
  });
  const values = (await all.data()) as Float32Array;
  all.dispose();
  return {
    attention: values.slice(0, Math.min(words.length, length)),
    userState: values.slice(length, length + D),
    itemState: values.slice(length + D, length + 2 * D),
    ratings: values.slice(length + 2 * D),
  };
}

/** Largest absolute difference between this backend's results and the stored reference; NaN counts as infinite. */
export async function selfCheck(
  brain: Brain,
  bundle: Pick<Bundle, 'manifest' | 'itemStates'>,
): Promise<number> {
  const results = await selfCheckResults(brain, bundle);
  const reference = bundle.manifest.selfCheck;
  let largest = 0;
  for (const part of ['attention', 'userState', 'itemState', 'ratings'] as const)
    reference[part].forEach((expected, k) => {
      const error = Math.abs(results[part][k] - expected);
      largest = error <= largest ? largest : Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
    });
  return largest;
}
