import { topTens } from '../../model/catalogueRankings';
import { defaultRelevant } from '../../model/metrics';
import { biasesOf, biasRatings } from '../../recommenders/bias';
import { feedbackOf, popularityOf, weightsOf } from '../../recommenders/feedback';
import type { RatedHistory } from '../../recommenders/grouped';
import { fitImplicitNeighbours } from '../../recommenders/neighbours';
import { type RecommenderSettings, UNTUNED } from '../../recommenders/settings';
import { borrowSolver } from '../core/borrowSolver';
import { createEaseSolver, type EaseAnswer, type EaseSolver } from '../core/easeSolver';
import type { Ground } from '../core/ground';
import { nextTask } from '../core/nextTask';
import { perGround } from '../core/perGround';
import type { Place } from '../simulatedLog';
import { question } from './question';
import { type Recommended, recommend } from './recommend';

export interface EaseRequest extends Place {
  readonly person: string;
}

export interface OthersRequest extends EaseRequest {
  /** How many times popularity counts for DReX, as `Choice.times`; the others know no such thing. */
  readonly times: number;
}

/** One place of another recommender's list. */
export interface Listed {
  readonly item: string;
  readonly name: string;
  /** What it is sorted by. */
  readonly score: number;
}

/** The first ten items of each recommender that is quick to work out, on one log and of the same items. */
export interface Others {
  readonly drex: readonly Recommended[];
  /** By how many interactions there are with each. */
  readonly popularity: readonly Listed[];
  /** By predicted rating, not clipped. */
  readonly bias: readonly Listed[];
  /** Null where the person has done nothing that it could go by. */
  readonly neighbours: readonly Listed[] | null;
  /** Whether the settings are those that were tuned for this data set. */
  readonly tuned: boolean;
  /** Smallest rating that counts as liked. */
  readonly relevant: number;
  readonly settings: RecommenderSettings;
}

export const others = question<OthersRequest, Others>({
  replayed: true,
  async answer(ground, { person, times, ...place }, asked) {
    const drex = await recommend.answer(ground, { ...place, person, times, k: 10 }, asked);
    asked.proceed();
    const { history, user, settings, relevant, tuned, listOf, reviewer } = await standing(
      ground,
      place,
      person,
    );
    const { meanRating } = ground.catalogue.config;
    const items = Int32Array.from({ length: history.itemCount }, (_, item) => item);
    const pairs = { users: items.map(() => user), items };
    const biases = biasesOf({ meanRating, damping: settings.bias }, history);
    const near = fitImplicitNeighbours(relevant, settings.neighbours)(history)(reviewer);
    return {
      drex,
      popularity: listOf(popularityOf(feedbackOf(history, relevant, 1))),
      bias: listOf(biasRatings({ meanRating }, biases, pairs)),
      neighbours: near && listOf(near),
      tuned,
      relevant,
      settings,
    };
  },
});

/** The list of EASE, unless there are too many items for it. */
export type EaseList = { readonly milliseconds: number } & (
  | {
      /** Null where the person has done nothing that it could go by. */
      readonly list: readonly Listed[] | null;
      readonly how: EaseAnswer['how'];
    }
  | { readonly tooMany: number; readonly most: number }
);

/** Most items for which EASE is solved on the page: their matrix takes 200 MB, and a minute or two. */
export const MOST_ITEMS = 5000;

/** Progress is the share of the solution that is done. */
export const ease = question<EaseRequest, EaseList, number>({
  latest: true,
  replayed: true,
  timed: true,
  async answer(ground, { person, ...place }, { proceed, tell }) {
    const { items } = ground.catalogue.bundle.manifest.counts;
    if (items > MOST_ITEMS) return { tooMany: items, most: MOST_ITEMS };
    const { history, user, settings, relevant, listOf, reviewer } = await standing(ground, place, person);
    // Nothing is solved for somebody of whom nothing counts.
    if (!weightsOf(reviewer.ratings, relevant, settings.ease.others).some((weight) => weight > 0))
      return { list: null, how: 'known' };
    const { scores, how } = await solverOf(ground).scores(
      { history, user, relevant, settings: settings.ease },
      async (done) => {
        await nextTask();
        proceed();
        tell(done);
      },
    );
    proceed();
    return { list: scores && listOf(scores), how };
  },
});

const solverHere = perGround(() => createEaseSolver());
/** In a worker of its own where there is a page to lend one. */
const solverOf = (ground: Ground): EaseSolver =>
  typeof Worker === 'undefined' ? solverHere(ground) : borrowSolver(solverHere(ground));

/** What all of them stand on: the log of a moment as they read it, the person in it, and the settings. */
async function standing(ground: Ground, place: Place, person: string) {
  const moment = await ground.at(place);
  const user = ground.person(moment, person);
  const { manifest } = ground.catalogue.bundle;
  const { relevant, ...settings } = manifest.recommenders ?? {
    relevant: defaultRelevant(manifest.model.rating),
    ...UNTUNED,
  };
  const { counts, columns, scenario } = moment.world;
  const history: RatedHistory = { ...moment.rated(), userCount: counts.user, itemCount: counts.item };
  const rows = moment.rowsOf('user', user);
  const listOf = (scores: ArrayLike<number>): Listed[] =>
    Array.from(topTens({ itemCount: counts.item, history }, () => scores)(user), (item) => ({
      item: moment.idOf('item', item),
      name: moment.nameOf('item', item),
      score: scores[item],
    }));
  return {
    history,
    user,
    relevant,
    settings,
    tuned: manifest.recommenders !== undefined,
    listOf,
    reviewer: {
      items: rows.map((row) => columns.item[row]),
      ratings: Float64Array.from(rows, (row) => scenario.givenRating(row)),
    },
  };
}
