import type { Evidence } from '../../engine/questions/evidence';
import { fixed, plural } from '../../ui/format';
import { share } from './metrics';
import { DIGITS, MODALITY } from './sentences';

type MissingPoint = Evidence['missing'][number];

/** What a point may be by chance: the interval of its difference from nothing removed, about its own level; else the deviation over seeds. */
export function bandOf({ rmse, difference }: MissingPoint): { readonly low: number; readonly high: number } {
  const { mean, deviation } = rmse;
  if (!difference) return { low: mean - deviation, high: mean + deviation };
  const whole = mean - difference.value;
  return { low: whole + difference.low, high: whole + difference.high };
}

/** How to read the curves: what their bands are, and how much stands behind them. */
export function missingReading({ missing }: Pick<Evidence, 'missing'>): string {
  const seeds = missing[0]?.rmse.values.length ?? 0;
  const held = missing.find(({ difference, n }) => difference && n !== undefined);
  const without = missing.some(({ share, difference }) => share > 0 && !difference);
  const bands = held
    ? `Bands: the 95\u00a0% interval of the difference from nothing removed, on the same ${plural(held.n ?? 0, 'rating')}; where a band reaches the level of 0\u00a0%, the loss may be chance.${without ? ' Where there is no band, no interval was measured.' : ''}`
    : seeds > 1
      ? 'Bands are ± one standard deviation over seeds.'
      : 'One seed, and no intervals were measured.';
  return `RMSE of DReX in stars against the share of one modality that was removed; lower is better. ${bands}`;
}

/** Where a model that was taught with a part of a modality does no better than one taught with none of it. */
export function noBetterThanNone({ missing }: Pick<Evidence, 'missing'>): string | null {
  const found = missing.flatMap((part) => {
    // A rating that is gone is no target either, but where all are gone: the two cannot be compared.
    if (part.modality === 'rating' || part.when !== 'both' || part.share === 0 || part.share === 1) return [];
    const none = missing.find(
      (one) => one.modality === part.modality && one.when === 'both' && one.share === 1,
    );
    if (!none || part.rmse.mean < none.rmse.mean) return [];
    const levels = `${fixed(part.rmse.mean, DIGITS)} and ${fixed(none.rmse.mean, DIGITS)}`;
    const apart = part.difference && none.difference && bandOf(part).low > bandOf(none).high;
    return [
      `With ${share(1 - part.share)} of the ${MODALITY[part.modality]}, in training and in predicting, it does no better than with none: ${levels}${apart ? '' : ', which may be chance'}.`,
    ];
  });
  return found.length > 0 ? found.join(' ') : null;
}
