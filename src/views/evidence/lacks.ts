import type { Evidence } from '../../engine/questions/evidence';
import { listed } from '../../ui/format';
import { MODALITIES, type Modality, SIDES } from '../../vocabulary';
import { shippedRow } from './metrics';
import { worthsOf } from './partsWorth';
import { MODALITY } from './sentences';

const SIDE = { user: 'people', item: 'items' } as const;

/** What is not measured yet within parts that are: a line a part. */
export function lacksWithin(evidence: Evidence): string[] {
  const lines: [part: string, lacks: readonly string[]][] = [
    ['DReX and the baselines', ofModels(evidence)],
    ['what each part is worth', ofParts(evidence)],
    ['cold start', ofColdStart(evidence)],
    ['missing modalities', ofMissing(evidence)],
    ['faithfulness', ofFaithfulness(evidence)],
  ];
  return lines.flatMap(([part, lacks]) => (lacks.length > 0 ? [`${part}: ${lacks.join('; ')}`] : []));
}

function ofModels(evidence: Evidence): string[] {
  const { models, comparisons } = evidence;
  const open = models.filter(
    ({ id, family, metrics }) =>
      family !== 'drex' &&
      (metrics.rmse || metrics['catalogue/ndcg@10']) &&
      !comparisons.some(({ model }) => model === id),
  );
  return [
    ...(shippedRow(evidence).seeds.length === 1
      ? ['more than one training (seed), which would tell how much of the figures is luck']
      : []),
    ...(open.length > 0
      ? [`intervals of the difference from ${listed(open.map(({ label }) => label))}`]
      : []),
  ];
}

const hasAspects = ({ models, missing }: Evidence): boolean =>
  missing.some(({ modality }) => modality === 'aspects') || models.some(({ id }) => id === 'no-aspects');

const ofParts = (evidence: Evidence): string[] =>
  worthsOf(evidence, hasAspects(evidence)).lacks.map((part) => `the model without ${part}`);

const ofColdStart = ({ coldStart }: Evidence): string[] =>
  coldStart.length > 0
    ? SIDES.filter((side) => !coldStart.some((one) => one.side === side)).map((side) => `new ${SIDE[side]}`)
    : [];

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
      .map(nameOf);
  const part = (share: number) => share > 0 && share < 1;
  const named = (what: string, names: readonly string[]) =>
    names.length > 0 ? [`${what} ${listed(names, 'disjunction')}`] : [];
  const bare = missing.filter(({ share, difference }) => share > 0 && !difference).length;
  const all = missing.filter(({ share }) => share > 0).length;
  return [
    ...named('predicting without a part of the', without('inference', part)),
    ...named('training with half missing, of the', without('training', part)),
    ...named(
      'training without any',
      without('both', (share) => share === 1),
    ),
    ...(bare > 0 ? [`intervals of ${bare === all ? 'all' : `${bare} of ${all}`} points`] : []),
  ];
}

const nameOf = (modality: Modality): string => MODALITY[modality];

function ofFaithfulness({ faithfulness, worlds }: Evidence): string[] {
  if (!faithfulness) return [];
  return [
    ...(faithfulness.list ? [] : ['how far a pick falls without the words that are its reasons']),
    // Only where the truth was made up is it known.
    ...(worlds && !faithfulness.planted ? ['whether the reasons are the true ones'] : []),
  ];
}
