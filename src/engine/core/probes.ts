import type { Alteration } from '../../model/alteration';
import { type ModelConfig, UNKNOWN_ID } from '../../model/config';
import { type Feedback, feedbackTensors, fuseFeatures, toFeedbackBatch } from '../../model/features';
import { refine } from '../../model/refine';
import { encodeText, paddedLength, padTokens } from '../../model/text';
import { concat, type Tensor2D, tensor2d, tidy } from '../../model/tf';
import type { Side } from '../../vocabulary';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { initialOf } from './world';

/** Keywords that are tried. */
const MOST_WORDS = 300;

/** What one review of a single thing does to somebody and something new, by the real cells. */
export interface Probes {
  /** Ids of the words that were said alone, the most frequent first. */
  readonly words: readonly number[];
  /** Changes of the states [rows, D]: a row for each word, then of the unknown word, then of the ratings. */
  readonly changes: Readonly<Record<Side, Float64Array>>;
  readonly unknownRow: number;
  /** Rows of a rating (field 0) or the k-th aspect one standard deviation above the mean, and below. */
  ratingRows(field: number): { readonly above: number; readonly below: number };
}

/** Says each of the most frequent keywords alone, then gives each rating alone, all in one batch. */
export async function makeProbes(
  { config, weights }: Brain,
  catalogue: Catalogue,
  alteration: Alteration | null,
): Promise<Probes> {
  const { stateSize: D, embedSize: E } = config;
  const words = mostFrequent(catalogue);
  const said = [...words, UNKNOWN_ID];
  const rated = ratedAlone(config);
  const rows = said.length + rated.length;
  const nothing: Feedback = { rating: null, aspects: config.aspects.map(() => null) };
  const feedback = toFeedbackBatch(
    config,
    [...said.map(() => nothing), ...rated],
    Array.from({ length: rows }, (_, row) => row < said.length),
  );
  const start = initialOf(catalogue, { alteration });
  const initial = (side: Side): Tensor2D => {
    const all = new Float32Array(rows * D);
    for (let row = 0; row < rows; row++) all.set(start[side], row * D);
    return tensor2d(all, [rows, D]);
  };
  const after = tidy(() => {
    const tokens = padTokens(
      said.map((id) => [id]),
      paddedLength(1, config),
    );
    const { vector } = encodeText(weights, config, tokens);
    const silent = tensor2d(new Float32Array(rated.length * E), [rated.length, E]);
    const text = concat([vector, silent], 0) as Tensor2D;
    const x = fuseFeatures(weights, text, ...feedbackTensors(config, feedback));
    const { user, item } = refine(weights, x, initial('user'), initial('item'), alteration);
    return concat([user.next, item.next], 0);
  });
  const values = (await after.data()) as Float32Array;
  after.dispose();
  const changes = (side: Side): Float64Array => {
    const own = side === 'user' ? values.subarray(0, rows * D) : values.subarray(rows * D);
    const before = start[side];
    return Float64Array.from(own, (value, k) => value - before[k % D]);
  };
  return {
    words,
    changes: { user: changes('user'), item: changes('item') },
    unknownRow: words.length,
    ratingRows: (field) => ({ above: said.length + 2 * field, below: said.length + 2 * field + 1 }),
  };
}

function mostFrequent({ bundle }: Catalogue): number[] {
  const { keyword, reviews } = bundle.vocabulary;
  return [...keyword.keys()]
    .filter((id) => keyword[id] === 1)
    .sort((a, b) => reviews[b] - reviews[a] || a - b)
    .slice(0, MOST_WORDS);
}

/** Reviews of one rating and nothing else: for each field one above the mean and one below. */
function ratedAlone(config: ModelConfig): Feedback[] {
  return [config.rating, ...config.aspects].flatMap(({ mean, deviation }, field) =>
    [mean + deviation, mean - deviation].map((value) => ({
      rating: field === 0 ? value : null,
      aspects: config.aspects.map((_, k) => (k + 1 === field ? value : null)),
    })),
  );
}
