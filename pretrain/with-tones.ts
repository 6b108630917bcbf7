import { tonesOf } from '../src/model/tones';
import type { WeightValues } from '../src/model/weights';
import { toldIn } from '../src/training/told';
import type { Prepared } from './prepare';
import { saidFrom } from './said-words';
import { unitsIn } from './sentences';
import { vectorsOf } from './train-text';

/** The data with the tones that a text encoder hears in all reviews; as they are where the model has none. */
export function withTones(data: Prepared, values: WeightValues): Prepared {
  const { config, said } = data;
  const { tone } = config;
  if (!tone) return data;
  const units = unitsIn(data);
  const read = units.flat();
  const told = toldIn(config, values, vectorsOf(config, read, values), () => true);
  let next = 0;
  const tones = units.map((some) => {
    const from = next;
    next += some.length;
    return tonesOf(some, told.subarray(from, next), config);
  });
  return { ...data, said: saidFrom(said.idf, said.mentions, tones) };
}
