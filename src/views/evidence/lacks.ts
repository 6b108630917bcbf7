import type { Evidence } from '../../engine/questions/evidence';
import { listed } from '../../ui/format';
import { MODALITIES } from '../../vocabulary';
import { shippedRow } from './metrics';
import { MODALITY } from './sentences';

/** What is not measured yet within parts that are. What the first screen names itself is not said again. */
export function lacksWithin(evidence: Evidence): string[] {
  const { faithfulness, worlds } = evidence;
  const missing = ofMissing(evidence);
  return [
    ...(shippedRow(evidence).seeds.length === 1
      ? ['more than one training (seed) of the model, which would tell how much of the figures is luck']
      : []),
    ...(missing.length > 0 ? [`missing modalities: ${missing.join('; ')}`] : []),
    // Only where the truth was made up is it known.
    ...(worlds && faithfulness && !faithfulness.planted ? ['whether the reasons are the true ones'] : []),
  ];
}

function ofMissing({ missing, models }: Evidence): string[] {
  const points = missing.filter(({ share }) => share > 0);
  if (points.length === 0) return [];
  const given = MODALITIES.filter(
    (one) =>
      one !== 'aspects' ||
      points.some(({ modality }) => modality === one) ||
      models.some(({ id }) => id === 'no-aspects'),
  );
  const without = (what: string, fits: (point: Evidence['missing'][number]) => boolean): string[] => {
    const names = given.filter((one) => !points.some((point) => point.modality === one && fits(point)));
    return names.length > 0
      ? [
          `${what} ${listed(
            names.map((one) => MODALITY[one]),
            'disjunction',
          )}`,
        ]
      : [];
  };
  const bare = points.filter(({ difference }) => !difference).length;
  return [
    ...without('training without half of the', ({ when, share }) => when === 'training' && share < 1),
    ...without('training without any', ({ when, share }) => when === 'both' && share === 1),
    ...(bare > 0 ? [`intervals of ${bare} of ${points.length} points`] : []),
  ];
}
