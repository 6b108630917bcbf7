import { roundTo } from '../numbers';
import type { SimulatedInteraction } from '../simulatedLog';
import type { Scale } from '../start';
import type { Catalogue } from './catalogue';
import { RequestError } from './requestError';

/** Without the tail that adding steps leaves. */
export const round = (value: number): number => roundTo(value, 6);

/** A value on the scale, the nearest to any number. */
export function onScale({ min, max, step }: Pick<Scale, 'min' | 'max' | 'step'>, value: number): number {
  const steps = Math.round((value - min) / step);
  return round(Math.min(max, Math.max(min, min + steps * step)));
}

/** @throws RequestError naming the entry when a rating is off its scale or one is missing in the list. */
export function checkFeedback(
  catalogue: Catalogue,
  event: Pick<SimulatedInteraction, 'rating' | 'aspects'>,
  entry: number,
): void {
  const { rating, aspects } = catalogue.config;
  const check = (value: number | null, scale: typeof rating, name: string) => {
    if (value !== null && (value < scale.min || value > scale.max))
      throw new RequestError(name, { is: 'outside', value, min: scale.min, max: scale.max }, entry);
  };
  check(event.rating, rating, 'rating');
  if (event.aspects.length !== aspects.length)
    throw new RequestError('aspects', { is: 'values', needed: aspects.length }, entry);
  aspects.forEach((scale, k) => {
    check(event.aspects[k], scale, `aspects[${k}] (${scale.field})`);
  });
}
