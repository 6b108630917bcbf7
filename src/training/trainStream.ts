import { random } from '../model/random';
import { type WeightValues, weightNames } from '../model/weights';
import { drawEpisode, type EpisodeOptions } from './episode';
import { type EpisodeLossOptions, episodeLoss } from './episodeLoss';
import { Adam, oneCycle } from './optimizer';
import { dispose, getBackend, tensor, tidy } from './tf';
import type { TrainingData } from './trainingData';
import { readVariables, toVariables } from './variables';

export interface StreamOptions extends EpisodeOptions, EpisodeLossOptions {
  readonly seed: number;
  readonly episodes: number;
  readonly rate: number;
  /** Decay of the running mean of the weights that is kept; 0 keeps the last weights. */
  readonly average: number;
}

/** Keeps what a killed run needs to go on where it was. */
export interface StreamCheckpoint {
  load(): { episode: number; arrays: Float32Array[] } | null;
  save(episode: number, arrays: Float32Array[]): void;
  /** Episodes between two of them. */
  readonly every: number;
}

/**
 * The cells and the scorer on cached text vectors [n, E]. Each episode permutes the train interactions, streams a support
 * part from the initial states and fits the predictions for the rest, which the states have never seen.
 * @param report called after each episode with the loss of the predicted part.
 * @throws Error when the loss is no number, or on WebGPU, which cannot read a tensor at once as the gradients do.
 */
export async function trainStream(
  data: TrainingData,
  vectors: Float32Array,
  start: WeightValues,
  options: StreamOptions,
  report: (done: number, total: number, loss: number) => void,
  checkpoint?: StreamCheckpoint,
): Promise<WeightValues> {
  if (getBackend() === 'webgpu') throw new Error('Training runs on WASM, not on WebGPU.');
  const { config } = data;
  const weights = toVariables(config, start);
  const names = weightNames(config).filter((name) => !name.startsWith('text/') && !name.startsWith('told/'));
  const trained = names.map((name) => weights[name]);
  const adam = new Adam(trained, 1);
  const averages = trained.map((v) => Float32Array.from(v.dataSync()));

  let first = 0;
  const saved = checkpoint?.load();
  if (saved) {
    first = saved.episode;
    const n = trained.length;
    trained.forEach((v, k) => {
      tidy(() => v.assign(tensor(saved.arrays[k], v.shape)));
      averages[k].set(saved.arrays[n + k]);
    });
    await adam.restore({ steps: first, moments: saved.arrays.slice(2 * n) });
  }

  for (let episode = first; episode < options.episodes; episode++) {
    const drawn = drawEpisode(data, vectors, options, random(options.seed, 'episode', episode));
    const loss = adam.step(oneCycle(episode, options.episodes, options.rate), () =>
      episodeLoss(weights, config, drawn, options),
    );
    const decay = Math.min(options.average, (episode + 1) / (episode + 10));
    trained.forEach((v, k) => {
      const now = v.dataSync() as Float32Array;
      const running = averages[k];
      for (let j = 0; j < now.length; j++) running[j] = decay * running[j] + (1 - decay) * now[j];
    });
    report(episode + 1, options.episodes, loss);
    if (checkpoint && (episode + 1) % checkpoint.every === 0 && episode + 1 < options.episodes)
      checkpoint.save(episode + 1, [
        ...trained.map((v) => Float32Array.from(v.dataSync())),
        ...averages.map((one) => one.slice()),
        ...(await adam.moments()),
      ]);
  }
  const values = readVariables(weights);
  if (options.average > 0)
    names.forEach((name, k) => {
      values[name] = averages[k];
    });
  dispose(Object.values(weights));
  adam.dispose();
  return values;
}
