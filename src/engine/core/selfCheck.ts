import type { Bundle } from '../../data/bundle';
import { referenceChoices } from '../../model/referenceChoices';
import { refine } from '../../model/refine';
import { noStatistics, scoreItems, sideScores } from '../../model/score';
import { encodeText, paddedLength, padTokens } from '../../model/text';
import {
  add,
  concat,
  gather,
  reshape,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
} from '../../model/tf';
import { matrix } from '../../model/weights';
import { largestDifference } from '../largestDifference';
import type { SelfCheck, SelfCheckPart } from '../start';
import { type Brain, featuresOf, isWhole } from './brain';

/** Largest difference from the stored reference that a backend may show. */
export const TOLERANCE = 1e-3;

/** What of a bundle the check reads. */
type Checked = Pick<Bundle, 'manifest' | 'itemStates'> & {
  readonly vocabulary: Pick<Bundle['vocabulary'], 'idf'>;
  readonly checkWords?: Bundle['checkWords'];
};

/** The words of the case as rows of a table of their own, behind one of padding, where the embedding comes later. */
function caseOf({ manifest, checkWords = null }: Checked, { config, weights }: Brain) {
  const { words } = manifest.selfCheck;
  if (!checkWords) return { words, weights };
  const E = config.embedSize;
  const rows = [...new Set(words)];
  const table = new Float32Array((rows.length + 1) * E);
  table.set(checkWords, E);
  return {
    words: words.map((id) => rows.indexOf(id) + 1),
    weights: { ...weights, 'text/embedding': tensor2d(table, [rows.length + 1, E]) },
  };
}

/** Predicted ratings and choice scores of a person's state [1, D] for the shipped states of the case's items. Within a tidy. */
function scored(
  { config, weights }: Brain,
  bundle: Checked,
  state: Tensor2D,
): Record<'ratings' | 'choices', Tensor1D> {
  const { items } = bundle.manifest.selfCheck;
  const D = config.stateSize;
  const states = tensor2d(bundle.itemStates, [bundle.itemStates.length / D, D]);
  const rows = gather(states, tensor1d(items, 'int32')) as Tensor2D;
  const user = sideScores(weights, 'user', state, noStatistics('user', 1));
  const side = sideScores(weights, 'item', rows, noStatistics('item', items.length));
  const { rating } = scoreItems(weights, config, user, side);
  return { ratings: rating, choices: referenceChoices(weights, config, state, rows, bundle.vocabulary.idf) };
}

/**
 * Runs the stored reference case on this backend, from words to ratings (the manifest's `selfCheck`): encode, fuse,
 * refine once from u_0 and i_0, score the refined user against shipped item states: ratings with empty statistics, choice
 * scores with made-up ones.
 */
export async function selfCheckResults(
  brain: Brain,
  bundle: Checked,
): Promise<Record<SelfCheckPart, Float32Array>> {
  const { config } = brain;
  const { feedback, items } = bundle.manifest.selfCheck;
  const D = config.stateSize;
  const length = paddedLength(bundle.manifest.selfCheck.words.length, config);
  const all = tidy(() => {
    const { words, weights } = caseOf(bundle, brain);
    const [rating, ...aspects] = feedback;
    const text = encodeText(weights, config, padTokens([words], length));
    const x = featuresOf(brain, words.length > 0 ? text.vector : null, { rating: rating ?? null, aspects });
    const step = refine(weights, x, matrix(weights, 'user/initial'), matrix(weights, 'item/initial'));
    const { ratings, choices } = scored(brain, bundle, step.user.next);
    return concat([
      reshape(text.attention, [length]),
      reshape(step.user.next, [D]),
      reshape(step.item.next, [D]),
      ratings,
      choices,
    ]);
  });
  const values = (await all.data()) as Float32Array;
  all.dispose();
  return {
    attention: values.slice(0, Math.min(bundle.manifest.selfCheck.words.length, length)),
    userState: values.slice(length, length + D),
    itemState: values.slice(length + D, length + 2 * D),
    ratings: values.slice(length + 2 * D, length + 2 * D + items.length),
    choices: values.slice(length + 2 * D + items.length),
  };
}

/** The second half of the case, from the state that the reference has come to: all that the first list rests on. */
async function scoreResults(
  brain: Brain,
  bundle: Checked,
): Promise<Record<'ratings' | 'choices', Float32Array>> {
  const { userState, items } = bundle.manifest.selfCheck;
  const all = tidy(() => {
    const { ratings, choices } = scored(brain, bundle, tensor2d(userState, [1, userState.length]));
    return concat([ratings, choices]);
  });
  const values = (await all.data()) as Float32Array;
  all.dispose();
  return { ratings: values.slice(0, items.length), choices: values.slice(items.length) };
}

/**
 * How far this backend's results are from the stored reference, and how finely it computes. Where the weights that read and
 * refine have not come yet, the parts that need them are null: they are checked when they have, before anything is computed by them.
 */
export async function selfCheck(brain: Brain, bundle: Checked): Promise<SelfCheck> {
  const results: Partial<Record<SelfCheckPart, Float32Array>> = isWhole(brain)
    ? await selfCheckResults(brain, bundle)
    : await scoreResults(brain, bundle);
  const reference = bundle.manifest.selfCheck;
  const largest = (part: SelfCheckPart): number | null => {
    const [found, expected] = [results[part], reference[part]];
    return found && expected ? largestDifference(found, expected) : null;
  };
  const parts = {
    attention: largest('attention'),
    userState: largest('userState'),
    itemState: largest('itemState'),
    ratings: largest('ratings'),
    choices: largest('choices'),
  };
  return {
    largestError: Math.max(...Object.values(parts).map((error) => error ?? 0)),
    parts,
    epsilon: await measureEpsilon(),
  };
}

/** Bits tried: more than any float has. */
const BITS = 60;

/** The smallest 2^−k of which the running backend can tell 1 + 2^−k from 1, from a sum that it makes itself. */
async function measureEpsilon(): Promise<number> {
  const powers = Float32Array.from({ length: BITS }, (_, k) => 2 ** -k);
  const sums = tidy(() => add(tensor1d(powers), 1));
  const values = await sums.data();
  sums.dispose();
  const lost = values.findIndex((sum, k) => k > 0 && sum === 1);
  return 2 ** -((lost < 0 ? BITS : lost) - 1);
}
