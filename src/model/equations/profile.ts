import type { Side } from '../../vocabulary';
import { apply, type Equation, minus, operand, over, sum, the, times, total } from './tree';

/** Keyword profiles, docs/ARCHITECTURE.md#keyword-weights, and places on the map. */

/** What a review says of a word; how far what it says it of was liked: by its rating, and by the tone of the word's own sentences. */
const SAID = operand('said', String.raw`\beta`, ['reviews', 'word']);
const SIGN = operand('sign', 's', ['reviews', 'word']);

/** s of a word of a review: how far the rating lies above the own level, and what the word's own sentence adds where the model has tones. */
export const sign = (toned: boolean): Equation => ({
  of: operand('sign', 's', ['word']),
  tree: apply(
    'clamp',
    sum(
      the(operand('rating', 'r')),
      minus(the(operand('own-level', String.raw`\bar r`, [], { sub: 'u' }))),
      ...(toned ? [the(operand('tone', 'g', ['word']))] : []),
      the(operand('benefit', 'b')),
    ),
  ),
});

/** k of a word: all that a person's reviews say, as far as each liked what it is of; or all that an item's say, alike. */
export const keyword = (side: Side): Equation =>
  side === 'user'
    ? {
        of: operand('keyword', 'k', ['word'], { sup: 'u' }),
        tree: over(
          total('reviews', times(the(SIGN), the(SAID))),
          sum(
            the(operand('norm', String.raw`\big\lVert \sum_\tau s_\tau \odot \beta_\tau \big\rVert`)),
            the(operand('damping', String.raw`\lambda`)),
          ),
        ),
      }
    : {
        of: operand('keyword', String.raw`\hat k`, ['word'], { sup: 'i' }),
        tree: over(
          total('reviews', the(SAID)),
          the(operand('norm', String.raw`\big\lVert \sum_\tau \beta_\tau \big\rVert`)),
        ),
      };

/** A coordinate of a state h on the map: how far it lies from the middle along an axis. */
export const coordinate = (axis: 0 | 1, side: Side): Equation => ({
  of: operand('coordinate', axis === 0 ? 'x' : 'y'),
  tree: sum(
    total(
      'D',
      times(the(operand('axis', 'a', ['D'])), the(operand('state', side === 'user' ? 'u' : 'i', ['D']))),
    ),
    minus(the(operand('middle', String.raw`\langle a, m\rangle`))),
  ),
});

/** A number of a weight, by its name in the bundle. */
export function weightTex(name: string, index: number, shape: readonly number[]): string {
  const columns = shape.at(-1) ?? 1;
  const place = shape.length === 2 ? `${Math.floor(index / columns)},\\,${index % columns}` : `${index}`;
  return String.raw`\texttt{${name.replaceAll('_', String.raw`\_`)}}[${place}]`;
}
export const WEIGHT = operand('weight', String.raw`\theta`);
