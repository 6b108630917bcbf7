import type { Evidence, MetricName, ModelRow } from '../../engine/questions/evidence';
import { capital, count, fixed, listed, numberWord } from '../../ui/format';
import { idleOf } from './behaviours';
import {
  definition,
  delta,
  intervalText,
  METRICS,
  meanText,
  type Outcome,
  outcomeOf,
  share,
  shippedRow,
} from './metrics';
import { FAVOURITES, howOf, NAMED_FOR, nameOf, readsNothing } from './rivals';

/** A number of a sentence, with what stands behind it. */
export interface Told {
  readonly shown: string;
  /** Whether it stands in brackets. */
  readonly aside?: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  readonly definition: string;
}
export type Sentence = readonly (string | Told)[];

/** What was found, in words; nothing is called better or worse that no interval carries. */
export interface Findings {
  readonly headline: string;
  readonly best: readonly Sentence[];
  readonly not: readonly Sentence[];
}

const LIST = 'catalogue/ndcg@10';
type Judged = typeof LIST | 'rmse';
/** More of a kind are only counted. */
const MOST: Readonly<Record<Judged, number>> = { [LIST]: 4, rmse: 2 };
const DIGITS = 3;
const ALL = 'a list of everyone’s favourites';

const PLAIN: Readonly<Record<Judged, string>> = {
  [LIST]:
    'How often what somebody really liked, and the model had not seen, is near the top: 1 if it always comes first, 0 if it is never among the ten.',
  rmse: 'How far guessed ratings are off, in stars; large misses count for more.',
};

interface Against {
  readonly row: ModelRow;
  readonly outcome: Outcome;
  readonly told: Told;
}

/** Every baseline that was compared by a metric, the best first. */
function against(evidence: Evidence, metric: Judged): Against[] {
  const own = shippedRow(evidence);
  const info = METRICS[metric];
  const sign = info.better === 'lower' ? 1 : -1;
  const mean = ({ metrics }: ModelRow) => sign * (metrics[metric]?.mean ?? 0);
  return evidence.models
    .filter(({ family }) => family === 'baseline')
    .sort((a, b) => mean(a) - mean(b))
    .flatMap((row): Against[] => {
      const found = evidence.comparisons.find((one) => one.model === row.id && one.metric === metric);
      const statistic = row.metrics[metric];
      if (!found || !statistic) return [];
      const outcome = outcomeOf(found.difference, info);
      const name = nameOf(row.id, row.label);
      const verdict = {
        better: 'DReX is better',
        worse: `${name} is better`,
        open: 'zero lies inside, so neither is called better',
      };
      const { value } = found.difference;
      const behind = metric === 'rmse' ? 'interactions' : 'people';
      return [
        {
          row,
          outcome,
          told: {
            shown: fixed(statistic.mean, DIGITS),
            title: `${info.label}: DReX and ${name}`,
            lines: [
              PLAIN[metric],
              `${meansText([own, row], metric)}.`,
              `Difference DReX − other ${delta(value, info.digits)}, 95 % interval ${intervalText(found.difference, info.digits)} over ${count(found.n)} ${behind}: ${verdict[outcome]}.`,
              ...worldsText(evidence, row, metric),
              ...(howOf(row.id) ? [howOf(row.id)!] : []),
            ],
            definition: `${definition(evidence, metric)} ${evidence.protocol.comparison}`,
          },
        },
      ];
    });
}

/** "DReX 0.0613 ± 0.0081, EASE 0.0735 ± 0.0050, mean ± standard deviation over 3 seeds" */
function meansText(rows: readonly ModelRow[], metric: MetricName): string {
  const { digits } = METRICS[metric];
  const seeds = rows[0].seeds.length;
  const means = rows.map(
    ({ id, label, metrics }) => `${nameOf(id, label)} ${meanText(metrics[metric], digits)}`,
  );
  return `${means.join(', ')}${seeds > 1 ? `, mean ± standard deviation over ${seeds} seeds` : ', one seed'}`;
}

function worldsText(evidence: Evidence, row: ModelRow, metric: MetricName): string[] {
  const { worlds } = evidence;
  const [own, other] = [shippedRow(evidence).id, row.id].map(
    (id) => worlds?.find((one) => one.id === id)?.metrics[metric]?.mean,
  );
  if (own === undefined || other === undefined) return [];
  const { digits } = METRICS[metric];
  return [
    `Over all made-up worlds together ${fixed(own, digits)} and ${fixed(other, digits)}, without an interval.`,
  ];
}

/** How DReX’s own number stands in a sentence. */
const OWN: Readonly<Record<Judged, (value: string) => string>> = {
  [LIST]: (value) => `NDCG@10 ${value}`,
  rmse: (value) => `RMSE ${value} stars`,
};

const ownTold = (evidence: Evidence, metric: Judged): Told => {
  const own = shippedRow(evidence);
  return {
    shown: OWN[metric](fixed(own.metrics[metric]?.mean ?? Number.NaN, DIGITS)),
    aside: true,
    title: `${METRICS[metric].label} of DReX`,
    lines: [PLAIN[metric], `${meansText([own], metric)}.`],
    definition: `${evidence.protocol.split} ${definition(evidence, metric)}`,
  };
};

const aside = (told: Told): Told => ({ ...told, aside: true });

/** "a (0.07), b (0.06) and c (0.05)" as pieces; with more than a few, the others are counted. */
function named(ones: readonly Against[], and = 'and', most = MOST[LIST]): Sentence {
  const shown = ones.slice(0, most);
  const more = ones.length - shown.length;
  const pieces = shown.flatMap(({ row, told }, k) => [
    `${k === 0 ? '' : k === shown.length - 1 && more === 0 ? ` ${and} ` : ', '}${nameOf(row.id, row.label)} `,
    aside(told),
  ]);
  return more > 0 ? [...pieces, ` ${and} ${numberWord(more).toLowerCase()} more`] : pieces;
}

interface Judgement {
  readonly better: readonly Against[];
  readonly open: readonly Against[];
  readonly worse: readonly Against[];
}

/** What a sentence has to say of: all that is better than DReX, of the others those that mean something to a reader. */
function judge(evidence: Evidence, metric: Judged): Judgement | null {
  const all = against(evidence, metric);
  if (all.length === 0) return null;
  const own = shippedRow(evidence).metrics[metric]?.mean ?? 0;
  const sign = METRICS[metric].better === 'lower' ? 1 : -1;
  const meant = ({ row }: Against) => NAMED_FOR[metric].includes(row.id);
  const ahead = ({ row }: Against) => sign * ((row.metrics[metric]?.mean ?? 0) - own) < 0;
  return {
    better: all.filter((one) => one.outcome === 'better' && meant(one)),
    open: all
      .filter((one) => one.outcome === 'open' && (meant(one) || ahead(one)))
      .sort((a, b) => (metric === 'rmse' ? Number(meant(b)) - Number(meant(a)) : 0)),
    worse: all.filter((one) => one.outcome === 'worse'),
  };
}

const capitalised = ([first, ...rest]: Sentence): Sentence =>
  typeof first === 'string' && first ? [first[0].toUpperCase() + first.slice(1), ...rest] : [first, ...rest];

/** @param past whether the model has changed since: what was found is told as what it was. */
export function findings(evidence: Evidence, noun: string, past = false): Findings {
  const say = (now: string, then: string) => (past ? then : now);
  const best: Sentence[] = [];
  const not: Sentence[] = [];

  const list = judge(evidence, LIST);
  const ownList = ownTold(evidence, LIST);
  const worse = list?.worse ?? [];
  if (!list) not.push(['Its list has not been compared with other ways to make one.']);
  if (list && list.better.length > 0)
    best.push([
      `What somebody really liked ${say('is', 'was')} near the top more often `,
      ownList,
      ' than with ',
      ...named(list.better, 'or'),
      '.',
    ]);
  if (worse.length > 0)
    not.push([
      ...capitalised(named(worse)),
      ` ${say(worse.length === 1 ? 'has' : 'have', 'had')} what somebody really liked near the top more often than DReX `,
      ownList,
      `${worse.every(({ row }) => readsNothing(row.id)) ? ', without reading a word' : ''}.`,
    ]);
  if (list && list.open.length > 0) {
    const [is, told] = past ? ['was', 'could not'] : ['is', 'cannot'];
    const apart: Sentence = [` ${told} be told apart from `, ...named(list.open, 'or'), '.'];
    not.push(
      best.length + not.length > 0
        ? ['By NDCG@10 its list', ...apart]
        : [`How often what somebody really liked ${is} near the top `, ownList, ...apart],
    );
  }

  const rating = judge(evidence, 'rmse');
  const ownRating = ownTold(evidence, 'rmse');
  if (!rating) not.push(['Its guesses of ratings have not been compared with others.']);
  for (const { said, ones, to } of [
    { said: 'are closer to the true ones', ones: rating?.better ?? [], to: best },
    { said: 'are further off', ones: rating?.worse ?? [], to: not },
  ])
    if (ones.length > 0)
      to.push([
        `Guessed ratings ${past ? said.replace('are', 'were') : said} `,
        ownRating,
        ' than those by ',
        ...named(ones, 'or', MOST.rmse),
        '.',
      ]);
  if (rating && rating.open.length > 0)
    not.push([
      'Guessed ratings ',
      ownRating,
      ` ${say('cannot', 'could not')} be told apart from those by `,
      ...named(rating.open, 'or', MOST.rmse),
      '.',
    ]);

  const sure = best.length > 0;
  const variety = varietyOf(evidence, noun, past);
  if (variety) (variety.more ? best : not).push(variety.sentence);
  const wider = widerOf(evidence, noun, past);
  if (wider) not.push(wider);
  const idle = idleSentence(evidence, past);
  if (idle) not.push(idle);
  const worlds = worldsOf(evidence);
  if (worlds) (worlds.first ? best : not).push(worlds.sentence);
  if (!sure && (list || rating))
    best.unshift([
      `In no comparison here ${say('is', 'was')} DReX clearly better than everyone’s favourites or the averages alone.`,
    ]);
  if (not.length === 0)
    not.push([`Nothing it was compared with ${say('is', 'was')} clearly better in what was measured.`]);
  return { headline: headlineOf(list, noun, past), best, not };
}

function headlineOf(list: Judgement | null, noun: string, past: boolean): string {
  const [finds, find, is, cannot] = past
    ? ['found', 'found', 'was', 'could not']
    : ['finds', 'find', 'is', 'cannot'];
  const what = `the ${noun} that people like`;
  const has = (ones: readonly Against[] = []) => ones.some(({ row }) => row.id === FAVOURITES);
  const names = (list?.worse ?? []).map(({ row }) =>
    row.id === FAVOURITES ? ALL : nameOf(row.id, row.label),
  );
  const others = names.length > MOST[LIST] ? `${names.length} other methods` : listed(names);
  const verb = names.length === 1 ? finds : find;
  if (has(list?.better))
    return `DReX ${finds} ${what} more often than ${ALL}; ${
      names.length > 0
        ? `${others} ${verb} them more often still`
        : `no other method here ${is} clearly better`
    }`;
  if (has(list?.worse)) return `${capital(others)} ${verb} ${what} more often than DReX`;
  if (!has(list?.open)) return `The list has not been compared with ${ALL}`;
  return names.length > 0
    ? `${capital(others)} ${verb} ${what} more often than DReX, which ${cannot} be told apart from ${ALL}`
    : `In how often it ${finds} ${what}, DReX ${cannot} be told apart from ${ALL}`;
}

const ofTen = (share: number): string => fixed(10 * share, 1);

/** How alike lists are, beside the one list for all; no interval is measured, so no more than the numbers is said. */
function varietyOf(evidence: Evidence, noun: string, past: boolean) {
  const own = shippedRow(evidence);
  const all = evidence.models.find(({ id }) => id === FAVOURITES);
  const told = (metric: 'overlap@10' | 'coverage@10', as: (value: number) => string) =>
    [own, all].map((row): Told | null => {
      const statistic = row?.metrics[metric];
      return row && statistic
        ? {
            shown: as(statistic.mean),
            title: `${METRICS[metric].label} of ${nameOf(row.id, row.label)}`,
            lines: [`${meansText([row], metric)}.`, 'No interval was measured.'],
            definition: evidence.protocol.coverage,
          }
        : null;
    });
  const [overlap, overlapAll] = told('overlap@10', ofTen);
  const [coverage, coverageAll] = told('coverage@10', share);
  if (!all || !overlap || !overlapAll || !coverage || !coverageAll) return null;
  const mean = (row: ModelRow, metric: MetricName) => row.metrics[metric]?.mean ?? 0;
  const more =
    mean(own, 'overlap@10') < mean(all, 'overlap@10') && mean(own, 'coverage@10') > mean(all, 'coverage@10');
  const sentence: Sentence = [
    `Two people’s lists ${past ? 'shared' : 'share'} `,
    overlap,
    ' of ten picks, and ',
    coverage,
    ` of all ${noun} ${past ? 'were' : 'are'} on somebody’s list; with everyone’s favourites `,
    overlapAll,
    ' and ',
    coverageAll,
    '.',
  ];
  return { more, sentence };
}

/** Which of the others that learn shows more of the catalogue; null where none does. */
function widerOf(evidence: Evidence, noun: string, past: boolean): Sentence | null {
  const own = shippedRow(evidence);
  const coverage = ({ metrics }: ModelRow) => metrics['coverage@10']?.mean ?? 0;
  const widest = evidence.models
    .filter(({ id, family }) => family === 'baseline' && NAMED_FOR[LIST].includes(id))
    .sort((a, b) => coverage(b) - coverage(a))[0];
  if (!widest || coverage(widest) <= coverage(own)) return null;
  const name = nameOf(widest.id, widest.label);
  return [
    `With ${name}, `,
    {
      shown: share(coverage(widest)),
      title: `${METRICS['coverage@10'].label} of DReX and ${name}`,
      lines: [`${meansText([own, widest], 'coverage@10')}.`, 'No interval was measured.'],
      definition: evidence.protocol.coverage,
    },
    ` of all ${noun} ${past ? 'reached' : 'reach'} a list; with DReX, ${share(coverage(own))}.`,
  ];
}

/** How much a sentence about nothing changes; null where that is at most one list in ten. */
function idleSentence(evidence: Evidence, past: boolean): Sentence | null {
  const idle = idleOf(evidence);
  if (!idle || idle.passed.high > 0.9) return null;
  const { value, low, high } = idle.passed;
  return [
    `A sentence about nothing ${past ? 'changed' : 'changes'} three of ten picks or more in `,
    {
      shown: share(1 - value),
      title: 'Does a sentence about nothing leave the list alone?',
      lines: [
        `Three or more of ten picks change in ${share(1 - value)} of cases, 95 % interval ${share(1 - high)} to ${share(1 - low)}, over ${count(idle.n)} cases.`,
      ],
      definition: evidence.protocol.behaviours,
    },
    ' of cases.',
  ];
}

/** Planted sets: how the list does over all worlds, of which the one on the page is small. */
function worldsOf(evidence: Evidence) {
  const rows = (evidence.worlds ?? []).filter(({ family }) => family === 'drex' || family === 'baseline');
  const mean = ({ metrics }: ModelRow) => metrics[LIST]?.mean ?? 0;
  const own = rows.find(({ family }) => family === 'drex');
  const [other] = rows.filter(({ family }) => family === 'baseline').sort((a, b) => mean(b) - mean(a));
  if (!own || !other) return null;
  const told: Told = {
    shown: fixed(mean(own), DIGITS),
    title: `${METRICS[LIST].label}, over all made-up worlds`,
    lines: [`${meansText([own, other], LIST)}.`, 'No interval was measured.'],
    definition: `${evidence.protocol.worlds} ${evidence.protocol.catalogue}`,
  };
  const sentence: Sentence = [
    `Over all made-up worlds: `,
    told,
    `, the best of the others ${fixed(mean(other), DIGITS)} (${nameOf(other.id, other.label)}).`,
  ];
  return { first: mean(own) > mean(other), sentence };
}
