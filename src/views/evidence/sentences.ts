import type { Evidence, Interval, MissingEvidence, ModelRow } from '../../engine/questions/evidence';
import { fixed, numberWord } from '../../ui/format';
import { SIDES } from '../../vocabulary';
import { bestOf, delta, METRICS, share, shippedRow } from './metrics';

/** Digits of an error or a change in stars. */
export const DIGITS = 3;

/** Why nothing stands here. */
export function missingSentence(missing: MissingEvidence): string {
  switch (missing.is) {
    case 'absent':
      return 'No evidence comes with this data set.';
    case 'outdated':
      return 'The evidence beside this data set is of an earlier form, whose figures were measured in another way.';
    case 'of-other-set':
      return `The evidence beside this data set belongs to another one, “${missing.id}”.`;
    case 'of-other-model':
      return `The evidence was measured with another model (${missing.measured.slice(0, 12)}) than the one that ships (${missing.ships.slice(0, 12)}).`;
  }
}

/** A change of the model beside what ships: how much larger its error is. */
export interface Change {
  readonly row: ModelRow;
  /** RMSE of the changed model − RMSE of DReX; the interval is null where none was measured. */
  readonly difference: number;
  readonly interval: Interval | null;
}

/** Ablations or trials with their ΔRMSE, most costly first. */
export function changesOf(evidence: Evidence, family: 'ablation' | 'trial'): Change[] {
  const shipped = shippedRow(evidence);
  return evidence.models
    .filter((row) => row.family === family)
    .flatMap((row): Change[] => {
      const compared = evidence.comparisons.find((one) => one.model === row.id && one.metric === 'rmse');
      // The evidence says DReX − other; here the question is what the change did.
      if (compared) {
        const { value, low, high } = compared.difference;
        return [{ row, difference: -value, interval: { value: -value, low: -high, high: -low } }];
      }
      const [rmse, own] = [row.metrics.rmse, shipped.metrics.rmse];
      // Means over other seeds, and so over other splits, say nothing of the change.
      if (!rmse || !own || String(row.seeds) !== String(shipped.seeds)) return [];
      return [{ row, difference: rmse.mean - own.mean, interval: null }];
    })
    .sort((a, b) => b.difference - a.difference);
}

export const pays = ({ interval }: Change): boolean => interval !== null && interval.low > 0;

/** A number of them; none has a word of its own. */
const shipped = (n: number): string => (n === 0 ? 'None' : numberWord(n));

export function changesTitle(ablations: readonly Change[], trials: readonly Change[]): string {
  const paid = ablations.filter(pays).length;
  const kept = trials.filter((one) => one.row.kept).length;
  const parts = [
    ablations.length === 1 &&
      `With ${ablations[0].row.label} the error ${paid > 0 ? 'rises, with an interval above zero' : 'does not rise beyond chance'}`,
    ablations.length > 1 &&
      `${paid === 0 ? 'None' : numberWord(paid)} of ${ablations.length} ablations raise${paid > 1 ? '' : 's'} the error with an interval above zero`,
    trials.length > 0 &&
      `${ablations.length > 0 ? shipped(kept).toLowerCase() : shipped(kept)} of ${trials.length} trials ${kept === 1 ? 'is' : 'are'} part of the model`,
  ].filter(Boolean);
  return parts.join('; ') || 'No part of the model was taken away or tried';
}

/** From fewest to most known interactions, for DReX; people first, items where only they were measured. */
export function coldTitle(evidence: Evidence): string {
  const { id } = shippedRow(evidence);
  for (const side of SIDES) {
    const rows = evidence.coldStart
      .filter((one) => one.side === side && one.model === id)
      .sort((a, b) => a.known - b.known);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last || first === last) continue;
    const whom = side === 'user' ? 'a person' : 'an item';
    // No interval of the difference is measured: only levels whose intervals do not meet are clearly apart.
    const apart = last.rmse.high < first.rmse.low || last.rmse.low > first.rmse.high;
    return `Known by ${last.known} interactions instead of ${first.known}, ${whom} is predicted with an error of ${fixed(last.rmse.value, DIGITS)} instead of ${fixed(first.rmse.value, DIGITS)}${apart ? '' : ', which may be chance'}`;
  }
  return 'How the error depends on what is known';
}

export const MODALITY: Record<Evidence['missing'][number]['modality'], string> = {
  text: 'text',
  rating: 'overall ratings',
  aspects: 'aspect ratings',
};

/** How the loss of all of a modality changes the error where the model was trained with it. */
export function missingTitle(evidence: Evidence): string {
  const costs = (['rating', 'aspects', 'text'] as const).flatMap((modality) => {
    const rows = evidence.missing
      .filter((one) => one.modality === modality && one.when === 'inference')
      .sort((a, b) => a.share - b.share);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last || first.share !== 0 || last.share !== 1) return [];
    const { difference } = last;
    const sure = difference && (difference.low > 0 || difference.high < 0);
    return [{ modality, cost: last.rmse.mean - first.rmse.mean, sure, measured: Boolean(difference) }];
  });
  if (costs.length === 0) return 'What the loss of a modality does to the error';
  const none = costs.every(({ measured }) => !measured);
  const said = costs.map(
    ({ modality, cost, sure }) =>
      `by ${delta(cost, DIGITS)} without all ${MODALITY[modality]}${sure || none ? '' : ' (may be chance)'}`,
  );
  return `RMSE changes ${said.join(', ')}${none ? '; no interval was measured, so it may be chance' : ''}`;
}

export const LATEST = 'Predicting each person’s latest interaction';

/**
 * Which model is first where each person’s latest interaction was held out, and what DReX has beside it: by the list and by the
 * ratings. Means alone, for evidence without intervals there.
 */
export function latestTitle(rows: readonly ModelRow[]): string {
  const own = rows.find(({ family }) => family === 'drex');
  const firsts = (['catalogue/ndcg@10', 'rmse'] as const).flatMap((metric) => {
    const { label, digits } = METRICS[metric];
    const mean = own?.metrics[metric]?.mean;
    const best = bestOf(rows, metric);
    const first = rows.find((row) => row.metrics[metric]?.mean === best);
    if (mean === undefined || best === null || !first) return [];
    const value = fixed(best, digits);
    return mean === best
      ? [`by ${label}, DReX is first with ${value}`]
      : [`by ${label}, ${first.label} is first with ${value} and DReX has ${fixed(mean, digits)}`];
  });
  return [LATEST, firsts.join('; ')].filter(Boolean).join(': ');
}

type Faithfulness = NonNullable<Evidence['faithfulness']>;

export const usedMethod = ({ methods }: Faithfulness): Faithfulness['methods'][number] | undefined =>
  methods.find((one) => one.used) ?? methods[0];

export const placesText = (median: number): string => fixed(median, Number.isInteger(median) ? 0 : 1);

/** What the list does without the words that speak most for an item, and, where the truth is known, whether they are it. */
export function reasonsSentence({ list, planted }: Faithfulness): string | null {
  if (!list) return null;
  const words = numberWord(list.words).toLowerCase();
  const apart = list.heaviest.low > list.random.high;
  const falls = `Without its ${words} reasons a pick falls ${placesText(list.heaviest.value)} ${list.heaviest.value === 1 ? 'place' : 'places'}; without ${words} other words, ${placesText(list.random.value)}${apart ? '' : ', which cannot be told apart'}.`;
  return planted
    ? `${falls} The first reason names a planted cause in ${share(planted.topReason.share.value)} of cases.`
    : falls;
}

/** The page's own method beside random words, with a word on the intervals. */
export function faithfulTitle(faithfulness: Faithfulness): string {
  const used = usedMethod(faithfulness);
  const random = faithfulness.methods.find((one) => /random/i.test(one.id));
  const at = used?.comprehensiveness.find((one) => one.words === 5) ?? used?.comprehensiveness.at(-1);
  const beside = random?.comprehensiveness.find((one) => one.words === at?.words);
  if (!used || !at) return 'Which words moved the prediction';
  const own = `Masking the ${at.words} heaviest words by ${used.label.toLowerCase()} moves the prediction by ${fixed(at.change.value, DIGITS)} stars`;
  if (!beside) return own;
  const apart = at.change.low > beside.change.high || at.change.high < beside.change.low;
  return `${own}, random words by ${fixed(beside.change.value, DIGITS)}${apart ? '' : '; the intervals overlap'}`;
}
