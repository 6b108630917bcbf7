import { gapsIn } from '../src/model/negation';
import { TOKENISER_REVISION } from '../src/model/revision';
import { tokenize } from '../src/model/tokens';
import { toldIn } from '../src/model/told';
import { tonesOf, unitsOf } from '../src/model/tones';
import type { WeightValues } from '../src/model/weights';
import type { Prepared } from './prepare';
import { saidFrom } from './said-words';
import { vectorsOf } from './train-text';

const NO_WORDS: ReadonlyMap<string, number> = new Map();

/** The data with the tones that a text encoder hears in all reviews; as they are where the model has none. */
export function withTones(data: Prepared, values: WeightValues): Prepared {
  const { config, said, texts } = data;
  const { tone } = config;
  if (!tone) return data;
  const units = data.tokens.map((ids, row) => {
    const gaps = gapsIn(texts[row], tokenize(texts[row], NO_WORDS, TOKENISER_REVISION));
    return unitsOf(ids, data.words[row], gaps, tone.unit);
  });
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
