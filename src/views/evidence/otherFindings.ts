import type { Evidence, MetricName, ModelRow } from '../../engine/questions/evidence';
import { count, fixed } from '../../ui/format';
import { idleOf } from './behaviours';
import { LIST, meansText, type Sentence, type Told } from './judgement';
import { METRICS, share, shippedRow } from './metrics';
import { FAVOURITES, NAMED_FOR, nameOf } from './rivals';

const ofTen = (share: number): string => fixed(10 * share, 1);

type OfLists = 'overlap@10' | 'coverage@10';
const RESTS: Readonly<Record<OfLists, string>> = {
  'coverage@10':
    'It is counted over everybody’s lists, not over a sample of people, so there is no interval.',
  'overlap@10':
    'It rests on pairs drawn from everybody’s lists, the same pairs for every model, not on a sample of people, so there is no interval.',
};

/** Why there is no interval, and how far apart the seeds are, where there are several. */
function countedText(rows: readonly ModelRow[], metric: OfLists): string[] {
  const { digits } = METRICS[metric];
  const ranges = rows.flatMap(({ id, label, metrics }) => {
    const values = metrics[metric]?.values ?? [];
    return values.length > 1
      ? [
          `${nameOf(id, label)} ${fixed(Math.min(...values), digits)} to ${fixed(Math.max(...values), digits)}`,
        ]
      : [];
  });
  const seeds = rows[0].seeds.length;
  return [
    RESTS[metric],
    ...(ranges.length > 0 ? [`From the lowest to the highest of ${seeds} seeds: ${ranges.join(', ')}.`] : []),
  ];
}

/** How alike lists are, beside the one list for all and the one that shows most of the catalogue; they are counted, so no more than the numbers is said. */
export function varietyOf(evidence: Evidence, noun: string, past: boolean) {
  const own = shippedRow(evidence);
  const all = evidence.models.find(({ id }) => id === FAVOURITES);
  const wide = widest(evidence);
  const told = (metric: OfLists, as: (value: number) => string) =>
    [own, all, wide].map((row): Told | null => {
      const statistic = row?.metrics[metric];
      return row && statistic
        ? {
            shown: as(statistic.mean),
            title: `${METRICS[metric].label} of ${nameOf(row.id, row.label)}`,
            lines: [`${meansText([row], metric)}.`, ...countedText([row], metric)],
            definition: evidence.protocol.coverage,
          }
        : null;
    });
  const [overlap, overlapAll, overlapWide] = told('overlap@10', ofTen);
  const [coverage, coverageAll, coverageWide] = told('coverage@10', share);
  if (!all || !overlap || !overlapAll || !coverage || !coverageAll) return null;
  const mean = (row: ModelRow, metric: MetricName) => row.metrics[metric]?.mean ?? 0;
  const more =
    mean(own, 'overlap@10') < mean(all, 'overlap@10') && mean(own, 'coverage@10') > mean(all, 'coverage@10');
  const sentence: Sentence = [
    `Two people’s lists ${past ? 'shared' : 'share'} `,
    overlap,
    ' of ten picks, and ',
    coverage,
    ` of all ${noun} ${past ? 'were' : 'are'} on a list (everyone’s favourites `,
    overlapAll,
    ' and ',
    coverageAll,
    ...(wide && overlapWide && coverageWide
      ? [`, ${nameOf(wide.id, wide.label)} `, overlapWide, ' and ', coverageWide]
      : []),
    ').',
  ];
  return { more, sentence };
}

/** Which of the others that learn shows most of the catalogue; null where none shows more than DReX. */
function widest(evidence: Evidence): ModelRow | null {
  const own = shippedRow(evidence);
  const coverage = ({ metrics }: ModelRow) => metrics['coverage@10']?.mean ?? 0;
  const [found] = evidence.models
    .filter(({ id, family }) => family === 'baseline' && NAMED_FOR[LIST].includes(id))
    .sort((a, b) => coverage(b) - coverage(a));
  return found && coverage(found) > coverage(own) ? found : null;
}

/** How much a sentence about nothing changes; null where that is at most one list in ten. */
export function idleSentence(evidence: Evidence, past: boolean): Sentence | null {
  const idle = idleOf(evidence);
  if (!idle || idle.passed.high > 0.9) return null;
  const { value, low, high } = idle.passed;
  return [
    'In ',
    {
      shown: share(1 - value),
      title: 'Does a sentence about nothing leave the list alone?',
      lines: [
        `Three or more of ten picks change in ${share(1 - value)} of cases, 95\u00a0% interval ${share(1 - high)} to ${share(1 - low)}, over ${count(idle.n)} cases.`,
      ],
      definition: evidence.protocol.behaviours,
    },
    ` of cases a sentence about nothing ${past ? 'changed' : 'changes'} three picks or more.`,
  ];
}
