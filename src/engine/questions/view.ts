import type {
  HistoryEntry,
  ItemSummary,
  PersonSummary,
  Prediction,
  Profile,
  Source,
  WordTerm,
} from '../answers';
import type { Change } from '../change';
import { changeBetween } from '../core/changes';
import { type Ground, wholeNumber } from '../core/ground';
import { historyEntries } from '../core/history';
import type { Moment } from '../core/moment';
import { profileOf } from '../core/profile';
import { RequestError } from '../core/requestError';
import { averageOf, type Scored, scoredIn, scoring, takingApart } from '../core/scored';
import { choiceOf, predictionOf, reviewedBy, type Scores, weighed } from '../core/scores';
import { itemSummary, personSummary } from '../core/summaries';
import type { Proceed } from '../core/worlds';
import { deletedIn, isEdit } from '../edits';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import { question } from './question';

export interface ViewRequest {
  readonly log: SimulatedLog;
  readonly person: string;
  readonly item: string | null;
  /** Length of the recommendation list. */
  readonly k: number;
  /** Length of each keyword profile. */
  readonly words: number;
  /** Key of an interaction: everything as it stood just after it. Null or left out: the present. */
  readonly at?: string | null;
  /** Key of a simulated interaction: what it changed when it was added. Null or left out: of none. */
  readonly shown?: string | null;
  /** How many times popularity counts in the list, as {@link Choice.times}; once where left out. */
  readonly times?: number;
}

interface SideView<Summary> {
  readonly summary: Summary;
  /** In replay order, oldest first. */
  readonly history: readonly HistoryEntry[];
  readonly profile: Profile;
}

export type PersonView = SideView<PersonSummary>;

/** What the item would be ranked by, its own review counted. */
export interface ItemView extends SideView<ItemSummary>, Scored {
  /** What it is about, where the set tells and once that is there. */
  readonly note: string | null;
  /** What the model expects of this person for this item, from all other interactions; until the replay is done, from all. */
  readonly prediction: Prediction;
  /** Rank among the items the person has not reviewed; null when it is reviewed. */
  readonly rank: number | null;
  /** The words that both profiles hold as terms of the choice score, furthest from 0 first, at most twelve. */
  readonly shared: readonly WordTerm[];
}

export interface Recommendation extends Scored {
  readonly rank: number;
  /** Its place in everyone’s list. */
  readonly popular: number;
  readonly item: ItemSummary;
  readonly prediction: Prediction;
}

/** A place of everyone’s list. */
export interface Popular {
  readonly item: Pick<ItemSummary, 'id' | 'name'>;
  /** p(i), by which it is sorted. */
  readonly popularity: number;
  /** Its place in the person’s own list. */
  readonly rank: number;
}

/** All that the main screen shows, from one consistent state. */
export interface View {
  readonly source: Source;
  readonly person: PersonView;
  readonly item: ItemView | null;
  readonly recommendations: readonly Recommendation[];
  /** The first of what is ranked by popularity alone. */
  readonly everyone: readonly Popular[];
  /** Mean choice score of all that is ranked, and the mean of popularity in it. */
  readonly average: { readonly score: number; readonly popularity: number };
  /** Items ranked: all that the person has not reviewed. */
  readonly candidates: number;
  /** Null without `shown`, or where the log has that interaction no more. */
  readonly change: Change | null;
  /** The simulated interactions that are not deleted, by the names of who wrote and of what. */
  readonly written: readonly { readonly key: string; readonly person: string; readonly item: string }[];
  readonly milliseconds: number;
}

export const view = question<ViewRequest, View>({
  latest: true,
  timed: true,
  async answer(ground, request, { proceed }) {
    const { catalogue, profiles } = ground;
    wholeNumber(request.k, 'k');
    wholeNumber(request.words, 'words');
    const item = request.item === null ? null : ground.item(request.item);
    const { log, shown, times = 1 } = request;
    if (!(times >= 0)) throw new RequestError('times', { is: 'not', a: 'number' });
    // First, so that later worlds are made from earlier ones.
    const added = shown ? await whenAdded(ground, log, shown, proceed) : null;
    const moment = await ground.at({ log, at: request.at ?? null }, proceed, request.person);
    proceed();
    const user = ground.person(moment, request.person);
    const scores = weighed(await ground.scores(moment, user), times);
    proceed();
    // Leaving a review out needs the replay: the first list does not wait for it.
    const expected =
      item !== null && moment.source === 'live' && reviewedBy(moment, user).has(item)
        ? await predictWithout(ground, request, item, proceed)
        : null;
    proceed();
    const first = scores.ranking.subarray(0, request.k);
    const change = added && (await changeOf(ground, added, request.k, times));
    const person = profiles.of(moment, 'user', user);
    const census = moment.census();
    const apart = takingApart(ground, moment, person, moment.rowsOf('user', user));
    const scored = scoring(ground, scores, apart);
    const popular = weighed(scores, Number.POSITIVE_INFINITY);
    return {
      source: moment.source,
      person: {
        summary: personSummary(catalogue, census, user, request.person),
        history: historyEntries(catalogue, moment, person.mentions),
        profile: profileOf(catalogue, person, request.words),
      },
      item: item === null ? null : viewItem(ground, request, moment, scores, scored(item), item, expected),
      recommendations: Array.from(first, (item, k) => ({
        rank: k + 1,
        popular: popular.ranks[item],
        item: itemSummary(catalogue, census, item),
        prediction: predictionOf(catalogue, scores, item),
        ...scoredIn(scored(item)),
      })),
      everyone: Array.from(
        popular.ranking.subarray(0, request.k),
        (item): Popular => ({
          item: { id: moment.idOf('item', item), name: moment.nameOf('item', item) },
          popularity: choiceOf(catalogue, scores, item).popularity,
          rank: scores.ranks[item],
        }),
      ),
      average: averageOf(catalogue, scores),
      candidates: scores.ranking.length,
      change,
      written: writtenIn(moment),
    };
  },
});

function writtenIn(moment: Moment): View['written'] {
  const { scenario, places } = moment.world;
  const here = Array.from(scenario.changed).filter(([row, { simulated }]) => simulated && places[row] >= 0);
  return here.map(([, { key, user, item }]) => ({
    key,
    person: moment.nameOf('user', user),
    item: moment.nameOf('item', item),
  }));
}

/** A simulated interaction, with the moments just before and just after it was added. */
interface Added {
  readonly event: SimulatedInteraction;
  readonly before: Moment;
  readonly after: Moment;
}

/** Null where the log has it no more. */
async function whenAdded(
  ground: Ground,
  log: SimulatedLog,
  key: string,
  proceed: Proceed,
): Promise<Added | null> {
  const index = log.findIndex((entry) => !isEdit(entry) && entry.key === key);
  const event = log[index];
  if (!event || isEdit(event) || deletedIn(log).has(key)) return null;
  // The states that ship differ from those of a replay in the last places: one difference must not have both.
  await ground.replayed();
  const upTo = (length: number) => ground.at({ log: log.slice(0, length), at: null }, proceed);
  // Not side by side: the later world is made from the earlier one.
  const before = await upTo(index);
  return { event, before, after: await upTo(index + 1) };
}

const changeOf = (
  ground: Ground,
  { event, before, after }: Added,
  k: number,
  times: number,
): Promise<Change> =>
  changeBetween(ground, before, after, { ...event, k, times }, after.world.scenario.rowOf(event.key));

/** What is expected of a person for an item from all interactions but those of this very pair. */
async function predictWithout(
  ground: Ground,
  { log, at, person }: ViewRequest,
  item: number,
  proceed: Proceed,
): Promise<Prediction> {
  const id = ground.catalogue.bundle.items.id[item];
  const { moment } = await ground.without({ log, at: at ?? null }, person, id);
  proceed();
  const scores = await ground.scores(moment, ground.person(moment, person));
  return { ...predictionOf(ground.catalogue, scores, item), ownReview: 'left-out' };
}

/** @param expected what is expected of the person from all other interactions, where the item is reviewed */
function viewItem(
  ground: Ground,
  request: ViewRequest,
  moment: Moment,
  scores: Scores,
  scored: Scored & Pick<ItemView, 'shared'>,
  item: number,
  expected: Prediction | null,
): ItemView {
  const { catalogue, profiles } = ground;
  const full = profiles.of(moment, 'item', item);
  return {
    summary: itemSummary(catalogue, moment.census(), item),
    note: catalogue.bundle.prose?.now?.notes?.[item] ?? null,
    history: historyEntries(catalogue, moment, full.mentions),
    profile: profileOf(catalogue, full, request.words),
    prediction: expected ?? predictionOf(catalogue, scores, item),
    rank: scores.ranks[item] || null,
    ...scored,
  };
}
