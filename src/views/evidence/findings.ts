import type { Evidence } from '../../engine/questions/evidence';
import { capital, listed } from '../../ui/format';
import {
  type Against,
  betterThan,
  type Judgement,
  judge,
  LIST,
  MOST,
  named,
  OWN_ITEMS,
  ownTold,
  type Sentence,
} from './judgement';
import { idleSentence, varietyOf } from './otherFindings';
import { FAVOURITES, nameOf, readsNothing } from './rivals';
import { worldTable } from './tables';
import { worldsOf } from './worldFindings';

const ALL = 'a list of everyone’s favourites';

/** What was found, in words; nothing is called better or worse that no interval carries. */
export interface Findings {
  readonly headline: string;
  readonly best: readonly Sentence[];
  readonly not: readonly Sentence[];
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
  const idle = idleSentence(evidence, past);
  if (idle) not.push(idle);
  for (const { first, sentence } of worldsOf(evidence, past)) (first ? best : not).push(sentence);
  if (!sure && (list || rating)) best.unshift(...lesserOf(evidence, past));
  if (not.length === 0)
    not.push([`Nothing it was compared with ${say('is', 'was')} clearly better in what was measured.`]);
  // Of a made-up world too small to tell much, what holds in all worlds of the kind is the finding.
  const over = worldTable(evidence);
  const everywhere = over && judge({ ...evidence, ...over }, LIST);
  const headline =
    everywhere && isAgainstAll(everywhere)
      ? `over all made-up worlds, ${headlineOf(everywhere, noun, past)}`
      : headlineOf(list, noun, past);
  return { headline: capital(headline), best, not };
}

/** What it is better in where it is in neither of the two that count most; each carried by an interval. */
function lesserOf(evidence: Evidence, past: boolean): Sentence[] {
  const [are, stands] = past ? ['were', 'stood'] : ['are', 'stands'];
  const found = (
    [
      [LIST, 'What somebody really liked is near the top more often ', ' than with '],
      ['mae', `Guessed ratings ${are} closer to the true ones on average `, ' than those by '],
      [OWN_ITEMS, `Of what somebody reviewed, what they liked ${stands} higher `, ' than with '],
    ] as const
  ).flatMap(([metric, what, than]): Sentence[] => {
    const ones = betterThan(evidence, metric);
    return ones.length > 0
      ? [
          [
            what.replace('is near', past ? 'was near' : 'is near'),
            ownTold(evidence, metric),
            than,
            ...named(ones, 'or', metric === LIST ? 2 : 1),
            '.',
          ],
        ]
      : [];
  });
  return found.length > 0
    ? found
    : [[`Nothing it was compared with ${past ? 'was' : 'is'} clearly worse in what was measured.`]];
}

/** Whether it was compared with the list that is the same for everybody. */
const isAgainstAll = ({ better, open, worse }: Judgement): boolean =>
  [...better, ...open, ...worse].some(({ row }) => row.id === FAVOURITES);

/** In small letters: something may stand before it. */
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
  if (has(list?.worse)) return `${others} ${verb} ${what} more often than DReX`;
  if (!has(list?.open)) return `the list has not been compared with ${ALL}`;
  return names.length > 0
    ? `${others} ${verb} ${what} more often than DReX, which ${cannot} be told apart from ${ALL}`
    : `in how often it ${finds} ${what}, DReX ${cannot} be told apart from ${ALL}`;
}
