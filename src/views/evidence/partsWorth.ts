import type { Evidence, Interval, ModelRow } from '../../engine/questions/evidence';
import { capital, listed } from '../../ui/format';
import { shippedRow } from './metrics';
import { type Table, worldTable } from './tables';

/** What is taken away, as `npm run evidence` calls the form without it; in the order of the page. */
const PARTS = [
  { id: 'no-text', part: 'the text of reviews', note: null },
  { id: 'no-ratings', part: 'overall ratings', note: null },
  { id: 'no-aspects', part: 'aspect ratings', note: null },
  { id: 'states-only', part: 'the match of words', note: 'states only' },
  { id: 'words-only', part: 'the match of states', note: 'words only' },
  { id: 'pooled', part: 'the memory (GRU)', note: 'a plain mean instead' },
] as const;

/** Forms that the figure shows; all others stand with the details. */
export const isPart = ({ id }: ModelRow): boolean => PARTS.some((one) => one.id === id);

/** What is lost: above 0 the part is worth something. Without an interval, `low` and `high` are the value. */
export interface Loss extends Interval {
  readonly measured: boolean;
  /** Of the form without the part. */
  readonly mean: number;
}

export interface PartWorth {
  readonly id: string;
  readonly part: string;
  readonly note: string | null;
  /** NDCG@10 over the catalogue that the list loses. */
  readonly list: Loss | null;
  /** Stars of RMSE that guessed ratings gain. */
  readonly rating: Loss | null;
}

export interface Worths {
  readonly rows: readonly PartWorth[];
  /** Parts of this set that nothing was measured without. */
  readonly lacks: readonly string[];
  /** Whether the rows are of all made-up worlds together. */
  readonly worlds: boolean;
}

/** @param hasAspects whether there are aspect ratings to take away */
export function worthsOf(evidence: Evidence, hasAspects: boolean): Worths {
  const over = worldTable(evidence);
  const worlds = over?.models.some(isPart) ?? false;
  const { models, comparisons }: Table = over && worlds ? over : evidence;
  const own = shippedRow({ models });
  const parts = PARTS.filter(({ id }) => hasAspects || id !== 'no-aspects');
  const rows = parts.flatMap(({ id, part, note }): PartWorth[] => {
    const row = models.find((one) => one.id === id);
    if (!row) return [];
    const loss = (metric: 'catalogue/ndcg@10' | 'rmse'): Loss | null => {
      const [with_, without] = [own.metrics[metric], row.metrics[metric]];
      if (!with_ || !without) return null;
      const { mean } = without;
      const compared = comparisons.find((one) => one.model === id && one.metric === metric);
      // The evidence says DReX − other: a list loses that, an error grows by its opposite.
      if (compared) {
        const { value, low, high } = compared.difference;
        return metric === 'rmse'
          ? { value: -value, low: -high, high: -low, measured: true, mean }
          : { value, low, high, measured: true, mean };
      }
      // Means over other seeds, and so over other splits, say nothing of the part.
      if (String(row.seeds) !== String(own.seeds)) return null;
      const value = metric === 'rmse' ? mean - with_.mean : with_.mean - mean;
      return { value, low: value, high: value, measured: false, mean };
    };
    const [list, rating] = [loss('catalogue/ndcg@10'), loss('rmse')];
    return list || rating ? [{ id, part, note, list, rating }] : [];
  });
  return {
    rows,
    lacks: parts.filter(({ id }) => !rows.some((one) => one.id === id)).map(({ part }) => part),
    worlds,
  };
}

/** What an interval of a loss lets one say. */
export const toneOf = ({ measured, low, high }: Loss): 'better' | 'worse' | 'open' =>
  measured && low > 0 ? 'better' : measured && high < 0 ? 'worse' : 'open';

const most = (rows: readonly PartWorth[], key: 'list' | 'rating'): PartWorth | undefined =>
  rows.filter((one) => (one[key]?.value ?? 0) > 0).toSorted((a, b) => b[key]!.value - a[key]!.value)[0];

const isMeasured = ({ list, rating }: PartWorth): boolean => Boolean(list?.measured || rating?.measured);

/** The finding: only what an interval carries; in older evidence of worlds, which has none, where the means fall most. */
export function worthSentence({ rows, worlds }: Worths): string | null {
  if (rows.length === 0) return null;
  const known = rows.filter(isMeasured);
  if (worlds && known.length === 0) {
    const [list, rating] = [most(rows, 'list'), most(rows, 'rating')];
    const all = 'Over all made-up worlds, where there are no intervals,';
    const lose = rows.length > 1 ? 'lose most' : 'lose';
    if (list && list === rating)
      return `${all} both the list and guessed ratings ${lose} without ${list.part}.`;
    const said = [
      list && `the list ${lose.replace('lose', 'loses')} without ${list.part}`,
      rating && `guessed ratings ${lose} without ${rating.part}`,
    ].filter((one) => one !== undefined);
    return `${all} ${said.length > 0 ? listed(said) : 'nothing is lost'}.`;
  }
  const judged = known.length > 0 ? known : rows;
  const which = (key: 'list' | 'rating', tone: string) =>
    judged.filter((one) => one[key] && toneOf(one[key]) === tone).map(({ part }) => part);
  const said = [
    { parts: which('list', 'better'), text: 'the list clearly needs' },
    { parts: which('rating', 'better'), text: 'guessed ratings clearly need' },
    { parts: which('list', 'worse'), text: 'the list is better without' },
    { parts: which('rating', 'worse'), text: 'guessed ratings are better without' },
  ].flatMap(({ parts, text }) => (parts.length > 0 ? [`${text} ${listed(parts)}`] : []));
  const where = worlds ? 'over all made-up worlds, ' : '';
  const told =
    said.length > 0
      ? said.join('; ')
      : `by these intervals nobody can tell ${judged.length === 1 ? `the worth of ${judged[0].part}` : 'what these parts are worth'}`;
  return `${capital(where + told)}.`;
}
