import type { Evaluation } from '../../engine/questions/evaluate';
import { fixed, scientific } from '../../ui/format';

/** Half of the last digit shown: what rounding can hide. */
const ROUNDING = 5e-5;

const PARTS = ['mae', 'rmse', 'ndcg10'] as const;

/** With nothing switched off, so that the stored figures speak of the same thing. */
export const isWhole = ({ request }: Evaluation, hasAspects: boolean): boolean =>
  request.text && request.rating && (request.aspects || !hasAspects);

/** Largest difference to the stored figures; null where nothing is stored. */
function differenceFromStored(evaluation: Evaluation): number | null {
  const { stored } = evaluation;
  const differences = PARTS.flatMap((part) => {
    const [here, there] = [evaluation[part], stored?.[part] ?? null];
    return here === null || there === null ? [] : [Math.abs(here - there)];
  });
  return differences.length > 0 ? Math.max(...differences) : null;
}

/** @param changed whether the model has changed since the stored figures were measured */
export function agreement(evaluation: Evaluation, changed: boolean): string {
  const largest = differenceFromStored(evaluation);
  if (largest === null) return 'The data set stores no figures of DReX to compare with';
  if (largest === 0) return 'This machine agrees with the stored figures to the last digit';
  if (largest > ROUNDING && changed)
    return `The figures here differ from the stored ones by up to ${fixed(largest, 5)}: they were measured before the model changed`;
  return largest <= ROUNDING
    ? `This machine agrees with the stored figures to rounding; the largest difference is ${scientific(largest)}`
    : `This machine differs from the stored figures by up to ${fixed(largest, 5)}, more than rounding explains`;
}
