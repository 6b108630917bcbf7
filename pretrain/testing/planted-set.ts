import { readDescriptor } from '../descriptor';
import { DEFAULT_SIZES, type ModelSizes, type Prepared, prepare } from '../prepare';
import { random } from '../random';
import { parseReviews } from '../reviews';

/** A small made-up set: 24 people, 16 items, two kinds of taste that the words give away. */
export function planted(): string {
  const source = random(5, 'planted');
  const lines: string[] = [];
  for (let u = 0; u < 24; u++)
    for (let i = 0; i < 16; i++) {
      if (source.next() < 0.4) continue;
      const likes = u % 2 === i % 2;
      const rating = Math.min(5, Math.max(0.5, (likes ? 4.2 : 2.4) + 0.3 * source.normal()));
      const word = i % 2 ? 'roasty dark chocolate' : 'citrus bright pine';
      const text =
        source.next() < 0.2 ? '' : `${likes ? 'lovely' : 'dull'} ${word} ${u % 3 ? 'today' : 'again'}`;
      const aspects = source.next() < 0.7 ? { taste: Math.round(rating * 2) } : {};
      lines.push(
        JSON.stringify({
          user: `u${u}`,
          item: `i${i}`,
          rating: Math.round(rating * 10) / 10,
          aspects,
          text,
          seq: i,
        }),
      );
    }
  return lines.join('\n');
}

/** Sizes that train in a moment. */
export const SMALL_SIZES: ModelSizes = {
  ...DEFAULT_SIZES,
  stateSize: 8,
  embedSize: 6,
  attentionSize: 6,
  hiddenSize: 5,
  minWordCount: 2,
};

/** The set prepared, with the scales of the beers. */
export const preparedPlanted = (): Prepared =>
  prepare(
    'planted',
    parseReviews('planted', planted(), { rating: null, aspects: null }),
    readDescriptor('pretrain/datasets/beers.json'),
    SMALL_SIZES,
    1,
  );
