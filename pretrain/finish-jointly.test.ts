import { beforeAll, describe, expect, it } from 'vitest';
import type { WeightName } from '../src/model/weights';
import { drawEpisode, type Episode } from '../src/training/episode';
import { episodeLoss } from '../src/training/episodeLoss';
import { PLAIN } from '../src/training/form';
import { initialWeights, toVariables } from '../src/training/variables';
import { encoderGradient, encoderOf, finishJointly, vectorGradient } from './finish-jointly';
import { startTensorFlow } from './node-tf';
import type { Prepared } from './prepare';
import { random } from './random';
import { DEFAULT_TRAINING } from './recipe';
import { preparedPlanted } from './testing/planted-set';
import { dispose } from './tf';
import { textVectors } from './train-text';

const training = { ...DEFAULT_TRAINING, order: 'shuffled' as const, form: PLAIN, huber: 0, dropText: 0.3 };

/** Weights in which text matters: as they start, the scorer hardly listens to the states. */
function lively(data: Prepared) {
  const values = initialWeights(data.config, 1, 0);
  const source = random('lively');
  for (const name of ['score/user/bias', 'score/item/bias', 'score/dot/kernel'] as const)
    values[name] = values[name].map(() => source.normal());
  return values;
}

describe('the joint finish', () => {
  let data: Prepared;
  let episode: Episode;
  beforeAll(async () => {
    await startTensorFlow();
    data = preparedPlanted();
    const vectors = textVectors(data, lively(data));
    episode = drawEpisode(data, vectors, training, random('episode'));
  });

  const lossOf = (values: ReturnType<typeof lively>, drawn: Episode): number => {
    const weights = toVariables(data.config, values);
    const loss = episodeLoss(weights, data.config, drawn, training);
    const result = loss.dataSync()[0];
    dispose([loss, ...Object.values(weights)]);
    return result;
  };
  /** The loss with the vectors of the support part replaced. */
  const withVectors = (vectors: Float32Array): number =>
    lossOf(lively(data), { ...episode, support: { ...episode.support, vectors } });
  /** The places of the steepest slopes. */
  const steepest = (gradient: Float32Array, many: number): number[] =>
    [...gradient.keys()].sort((a, b) => Math.abs(gradient[b]) - Math.abs(gradient[a])).slice(0, many);
  const slope = (values: Float32Array, at: number, step: number, loss: (moved: Float32Array) => number) => {
    const [up, down] = [step, -step].map((by) => loss(values.map((v, k) => (k === at ? v + by : v))));
    return (up - down) / (2 * step);
  };

  it('finds the gradient of the text vectors, none of texts that were dropped', () => {
    const weights = toVariables(data.config, lively(data));
    const { ofVectors, loss } = vectorGradient(data, weights, [weights['features/bias']], episode, training);
    expect(loss).toBeCloseTo(lossOf(lively(data), episode), 6);
    for (const at of steepest(ofVectors, 4)) {
      const expected = slope(episode.support.vectors, at, 0.05, withVectors);
      expect(Math.abs(ofVectors[at] / expected - 1), `value ${at}`).toBeLessThan(0.05);
    }
    const { presence, size } = episode.support.feedback;
    const bits = presence.length / size;
    const E = data.config.embedSize;
    const dropped = [...episode.rows.keys()].filter(
      (k) => data.hasText[episode.rows[k]] && !presence[k * bits],
    );
    expect(dropped.length).toBeGreaterThan(3);
    for (const k of dropped) expect(ofVectors.subarray(k * E, (k + 1) * E).every((g) => g === 0)).toBe(true);
  });

  it('carries it into the encoder', () => {
    const start = lively(data);
    const weights = toVariables(data.config, start);
    const { ofVectors } = vectorGradient(data, weights, [], episode, training);
    const ofEncoder = encoderGradient(data, weights, encoderOf(weights), episode.rows, ofVectors);
    for (const name of ['text/context/centre', 'text/embedding'] as const satisfies WeightName[]) {
      const found = ofEncoder[weights[name].name].dataSync() as Float32Array;
      const loss = (moved: Float32Array): number => {
        const values = { ...start, [name]: moved };
        // The episode as it was drawn, its texts encoded anew.
        const vectors = textVectors(data, values);
        return lossOf(values, drawEpisode(data, vectors, training, random('episode')));
      };
      for (const at of steepest(found, 3)) {
        const expected = slope(start[name], at, 0.02, loss);
        expect(Math.abs(found[at] / expected - 1), `${name} ${at}`).toBeLessThan(0.05);
      }
    }
  });

  it('moves the encoder and all else, and lowers the loss', () => {
    const start = lively(data);
    const losses: number[] = [];
    const values = finishJointly(
      data,
      start,
      { ...training, joint: { episodes: 6, rate: 0.01, textRate: 0.01 } },
      (_, __, line) => losses.push(Number(line.split(' ').at(-1))),
    );
    for (const name of [
      'text/embedding',
      'text/attention/kernel',
      'features/kernel',
      'user/initial',
    ] as const)
      expect(values[name], name).not.toEqual(start[name]);
    expect(losses.at(-1)).toBeLessThan(losses[0]);
    // Nobody wrote the padding word.
    expect(values['text/embedding'].subarray(0, data.config.embedSize)).toEqual(
      start['text/embedding'].subarray(0, data.config.embedSize),
    );
  });
});
