import type { Evidence } from '../../engine/questions/evidence';
import { listed } from '../../ui/format';
import { MODALITIES } from '../../vocabulary';
import { shippedRow } from './metrics';
import { MODALITY } from './sentences';

/** What is not measured yet within parts that are: a line a part. What the first screen names itself is not said again. */
export function lacksWithin(evidence: Evidence): string[] {
  const lines: [part: string, lacks: readonly string[]][] = [
    ['DReX and the baselines', ofModels(evidence)],
    ['missing modalities', ofMissing(evidence)],
    ['faithfulness', ofFaithfulness(evidence)],
  ];
  return lines.flatMap(([part, lacks]) => (lacks.length > 0 ? [`${part}: ${lacks.join('; ')}`] : []));
}

const ofModels = (evidence: Evidence): string[] =>
  shippedRow(evidence).seeds.length === 1
    ? ['more than one training (seed), which would tell how much of the figures is luck']
    : [];

const hasAspects = ({ models, missing }: Evidence): boolean =>
  missing.some(({ modality }) => modality === 'aspects') || models.some(({ id }) => id === 'no-aspects');

function ofMissing(evidence: Evidence): string[] {
  const { missing } = evidence;
  if (missing.length === 0) return [];
  const given = MODALITIES.filter((one) => one !== 'aspects' || hasAspects(evidence));
  const without = (when: Evidence['missing'][number]['when'], fits: (share: number) => boolean): string[] =>
    given
      .filter(
        (modality) =>
          !missing.some((one) => one.modality === modality && one.when === when && fits(one.share)),
      )
      .map((modality) => MODALITY[modality]);
  const part = (share: number) => share > 0 && share < 1;
  const named = (what: string, names: readonly string[]) =>
    names.length > 0 ? [`${what} ${listed(names, 'disjunction')}`] : [];
  const points = missing.filter(({ share }) => share > 0);
  const bare = points.filter(({ difference }) => !difference).length;
  return [
    ...named('training without half of the', without('training', part)),
    ...named(
      'training without any',
      without('both', (share) => share === 1),
    ),
    ...(bare > 0 ? [`intervals of ${bare} of ${points.length} points`] : []),
  ];
}

function ofFaithfulness({ faithfulness, worlds }: Evidence): string[] {
  if (!faithfulness) return [];
  return [
    ...(faithfulness.list ? [] : ['how far a pick falls without the words that are its reasons']),
    // Only where the truth was made up is it known.
    ...(worlds && !faithfulness.planted ? ['whether the reasons are the true ones'] : []),
  ];
}
