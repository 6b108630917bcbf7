import { type Alteration, UNALTERED } from './alteration';
import type { ModelConfig } from './config';
import { type FeedbackBatch, feedbackTensors, fuseFeatures } from './features';
import { jointCell, jointStep } from './joint';
import { type Recorded, Recorder, type Tap, unseen } from './tap';
import { encodeText, type TokenBatch } from './text';
import { concat, reshape, type Tensor, type Tensor3D, tensor2d, tidy } from './tf';
import type { Weights } from './weights';

/** One interaction and the two states that it meets. */
export interface UpdateInput {
  /** The review, where it is read word by word. */
  readonly tokens: TokenBatch | null;
  /** The text vector [E] that is used; null to use what the words give, or nothing where there are none. */
  readonly stored: Float32Array | null;
  /** Of size 1. */
  readonly feedback: FeedbackBatch;
  /** States before [D]. */
  readonly user: Float32Array;
  readonly item: Float32Array;
}

type Update = [weights: Weights, config: ModelConfig, input: UpdateInput, alteration?: Alteration | null];

/**
 * Runs one update, words to states, and gives every intermediate: what {@link encodeText}, {@link fuseFeatures} and
 * {@link jointStep} show a tap. It is the code that reads and replays everything else, and no second one; one read-back.
 * Of the cells' parts the user's half comes first.
 */
export async function traceUpdate(...of: Update): Promise<Map<string, Recorded>> {
  const recorder = new Recorder();
  tidy(() => void update(recorder.tap, ...of));
  return recorder.read();
}

/** The same update without a tap: what it gives in the end, by the names that {@link traceUpdate} has for it. */
export async function runUpdate(...of: Update): Promise<Map<string, Recorded>> {
  const recorder = new Recorder();
  tidy(() => {
    for (const [name, tensor] of Object.entries(update(unseen, ...of))) recorder.tap(name, tensor);
  });
  return recorder.read();
}

function update(
  tap: Tap,
  weights: Weights,
  config: ModelConfig,
  { tokens, stored, feedback, user, item }: UpdateInput,
  alteration: Alteration | null = UNALTERED,
): { readonly [name: string]: Tensor } {
  const D = config.stateSize;
  const read = tokens && encodeText(weights, config, tokens, undefined, tap);
  const given = tensor2d(stored ?? new Float32Array(config.embedSize), [1, config.embedSize]);
  const text = (stored === null && read?.vector) || given;
  const x = fuseFeatures(weights, text, ...feedbackTensors(config, feedback), tap);
  const pair = concat([tensor2d(user, [1, D]), tensor2d(item, [1, D])], 1);
  const step = jointStep(
    jointCell(weights, alteration),
    reshape(x, [1, 1, D]) as Tensor3D,
    reshape(pair, [1, 1, 2 * D]) as Tensor3D,
    tap,
  );
  return { ...(read && { attention: read.attention, text: read.vector }), x, ...step };
}
