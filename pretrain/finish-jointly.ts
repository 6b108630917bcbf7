import { encodeText, paddedLength, padTokens } from '../src/model/text';
import type { WeightValues } from '../src/model/weights';
import { drawEpisode, type Episode } from '../src/training/episode';
import { type EpisodeLossOptions, episodeLoss } from '../src/training/episodeLoss';
import { Adam, oneCycle } from '../src/training/optimizer';
import type { StreamOptions } from '../src/training/trainStream';
import { readVariables, toVariables, type VariableWeights } from '../src/training/variables';
import type { Prepared } from './prepare';
import type { Report } from './progress';
import { random } from './random';
import {
  dispose,
  mul,
  type NamedTensorMap,
  type Scalar,
  sum,
  type Tensor2D,
  tensor2d,
  type Variable,
  variable,
  variableGrads,
} from './tf';
import { batches, textVectors } from './train-text';

/** A short joint finish after stage 2. */
export interface JointOptions {
  readonly episodes: number;
  /** Peak rate of the cells and the scorer. */
  readonly rate: number;
  /** Peak rate of the text encoder. */
  readonly textRate: number;
}

/** Reviews that are encoded at once. */
const BATCH = 128;

/**
 * Episodes like those of stage 2 in which the gradient flows on into the text encoder. An episode's texts together are
 * too many for one backward pass, so it goes in two: to the text vectors, then from these into the encoder batch by
 * batch.
 */
export function finishJointly(
  data: Prepared,
  start: WeightValues,
  options: StreamOptions & { readonly joint: JointOptions },
  report: Report,
): WeightValues {
  const { episodes, rate, textRate } = options.joint;
  const weights = toVariables(data.config, start);
  const encoder = encoderOf(weights);
  const others = Object.values(weights).filter((v) => !encoder.includes(v));
  const adams = { encoder: new Adam(encoder, 1), others: new Adam(others, 1) };
  for (let episode = 0; episode < episodes; episode++) {
    const vectors = textVectors(data, readVariables(weights));
    const drawn = drawEpisode(data, vectors, options, random(options.seed, 'joint', episode));
    const found = vectorGradient(data, weights, others, drawn, options);
    const ofEncoder = encoderGradient(data, weights, encoder, drawn.rows, found.ofVectors);
    adams.encoder.apply(oneCycle(episode, episodes, textRate), ofEncoder);
    adams.others.apply(oneCycle(episode, episodes, rate), found.ofOthers);
    dispose([ofEncoder, found.ofOthers]);
    if (!Number.isFinite(found.loss)) throw new Error('Training diverged: the loss is not a number.');
    report(episode + 1, episodes, `joint finish: loss of the predicted part ${found.loss.toFixed(4)}`);
  }
  const values = readVariables(weights);
  dispose(Object.values(weights));
  for (const adam of Object.values(adams)) adam.dispose();
  return values;
}

export const encoderOf = (weights: VariableWeights): Variable[] =>
  Object.entries(weights)
    .filter(([name]) => name.startsWith('text/'))
    .map(([, v]) => v);

/** Loss of an episode, and its gradients: of some variables by name, and of the streamed text vectors [n, E]. */
export function vectorGradient(
  { config }: Pick<Prepared, 'config'>,
  weights: VariableWeights,
  variables: readonly Variable[],
  episode: Episode,
  options: EpisodeLossOptions,
): { loss: number; ofOthers: NamedTensorMap; ofVectors: Float32Array } {
  const text = variable(tensor2d(episode.support.vectors, [episode.rows.length, config.embedSize]));
  const { value, grads } = variableGrads(
    () => episodeLoss(weights, config, episode, options, text as unknown as Tensor2D),
    [...variables, text],
  );
  const { [text.name]: found, ...ofOthers } = grads;
  const result = { loss: value.dataSync()[0], ofOthers, ofVectors: found.dataSync() as Float32Array };
  dispose([value, found, text]);
  return result;
}

/**
 * Gradients of the encoder by name, from those of the text vectors of `rows` [n, E]: that of Σ vector·constant, summed
 * over batches of similar length.
 */
export function encoderGradient(
  { config, tokens }: Pick<Prepared, 'config' | 'tokens'>,
  weights: VariableWeights,
  encoder: readonly Variable[],
  rows: Int32Array,
  ofVectors: Float32Array,
): NamedTensorMap {
  const E = config.embedSize;
  const own = (k: number): Float32Array => ofVectors.subarray(k * E, (k + 1) * E);
  const words = (k: number): Int32Array => tokens[rows[k]];
  // A text that is absent or was dropped has no gradient.
  const places = Int32Array.from(rows.keys())
    .filter((k) => words(k).length > 0 && own(k).some((g) => g !== 0))
    .sort((a, b) => words(a).length - words(b).length);
  const sums: NamedTensorMap = {};
  for (const lot of batches(places, BATCH)) {
    const texts = Array.from(lot, words);
    const length = paddedLength(Math.max(...texts.map((ids) => ids.length)), config);
    const given = new Float32Array(lot.length * E);
    lot.forEach((k, at) => {
      given.set(own(k), at * E);
    });
    const { value, grads } = variableGrads(
      () =>
        sum(
          mul(encodeText(weights, config, padTokens(texts, length)).vector, tensor2d(given, [lot.length, E])),
        ) as Scalar,
      [...encoder],
    );
    value.dispose();
    for (const [name, gradient] of Object.entries(grads)) {
      const before = sums[name];
      sums[name] = before ? before.add(gradient) : gradient;
      if (before) dispose([before, gradient]);
    }
  }
  return sums;
}
