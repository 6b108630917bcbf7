import type { Evaluation } from '../../engine/questions/evaluate';
import type { TestFigure } from '../../engine/testFigures';
import { fixed, scientific } from '../../ui/format';

/** Half of the last digit shown: what rounding can hide. */
const ROUNDING = 5e-5;

const PARTS = ['mae', 'rmse', 'ndcg10'] as const;
/** Of whole lists, in which two items whose scores are all but the same may change places. */
const OF_LISTS = ['catalogueNdcg10', 'catalogueRecall10', 'coverage10', 'overlap10'] as const;
/** What a few such exchanges can do. */
const EXCHANGES = 2e-3;

/** With nothing switched off, so that the stored figures speak of the same thing. */
export const isWhole = ({ request }: Evaluation, hasAspects: boolean): boolean =>
  request.text && request.rating && (request.aspects || !hasAspects);

/** Largest difference to the stored figures; null where nothing is stored. */
function differenceFromStored(evaluation: Evaluation): number | null {
  const { stored } = evaluation;
  const difference = (part: TestFigure): number | null => {
    const [here, there] = [evaluation[part], stored?.[part] ?? null];
    return here === null || there === null ? null : Math.abs(here - there);
  };
  const differences = [
    ...PARTS.map(difference),
    ...OF_LISTS.map(difference).filter((one) => one === null || !(one <= EXCHANGES)),
  ].filter((one) => one !== null);
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
