import { catalogueRankings, topTens } from '../../src/model/catalogueRankings';
import { type HeldOut, meanOf } from '../../src/model/metrics';
import { feedbackOf, popularityOf } from '../../src/recommenders/feedback';
import {
  type Baseline,
  type Constants,
  candidatesOf,
  type History,
  lastOf,
  type Person,
  peopleOf,
} from './baseline';
import { byTurns, type Grid, tunedFrom } from './grid';

/** What an interaction that was not liked, or not rated, counts for beside a liked one. */
export const OTHERS = [0, 0.25, 0.5, 1] as const;

/** A fitted ranker: a score for each item of the catalogue; null for a person whom it knows nothing of. */
export type Rank = (person: Person) => Float64Array | null;
export type FitRanker = (history: History) => Rank;

/** A baseline that ranks and predicts no rating. Whom it knows nothing of is shown what most people liked. */
export function rankingBaseline(
  { relevant }: Pick<Constants, 'relevant'>,
  description: Pick<Baseline, 'id' | 'label' | 'settings' | 'tuned'>,
  fitted: FitRanker,
): Baseline {
  const newcomer = lastOf((history: History) => {
    const rank = fitted(history);
    const popular = lastOf(() => popularityOf(feedbackOf(history, relevant, 0)));
    return (person: Person) => rank(person) ?? popular(history);
  });
  const catalogue = lastOf((history: History) => {
    const [rank, personOf] = [newcomer(history), peopleOf(history)];
    return (user: number) => rank(personOf(user));
  });
  return {
    ...description,
    predict: () => null,
    newcomer,
    catalogue,
    scores(history, { users, items }) {
      const ofUser = lastOf(catalogue(history));
      return Float64Array.from(users, (user, k) => ofUser(user)[items[k]] ?? 0);
    },
  };
}

/** Catalogue NDCG@10 of a ranker on a validation part, from 0 to 1; NaN where nobody has a relevant item there. */
export const validationNdcg = (rank: Rank, train: History, validation: HeldOut, relevant: number): number => {
  const nothing = new Float64Array(train.itemCount);
  const personOf = peopleOf(train);
  const topOf = topTens(candidatesOf(train), (user) => rank(personOf(user)) ?? nothing);
  const rankings = catalogueRankings(validation, train.itemCount, topOf, relevant);
  return meanOf(rankings, 'ndcg@10') ?? Number.NaN;
};

/**
 * A ranker with the settings of the largest catalogue NDCG@10 on the validation part, chosen by turns.
 * @param words what each setting is called.
 */
export function tuneRanker<S extends object>(
  config: Constants,
  train: History,
  validation: HeldOut,
  { id, label, start, grid, words, ranker }: RankerPlan<S>,
): Baseline {
  const score = (tried: S): number =>
    validationNdcg(ranker(tried)(train), train, validation, config.relevant);
  const best = byTurns(start, grid, score);
  return rankingBaseline(
    config,
    { id, label, settings: tunedFrom(best, grid, words), tuned: best },
    ranker(best),
  );
}

interface RankerPlan<S extends object> {
  readonly id: string;
  readonly label: string;
  /** Kept where there is nothing to validate on. */
  readonly start: S;
  readonly grid: Grid<S>;
  readonly words: { readonly [K in keyof S]: string };
  readonly ranker: (settings: S) => FitRanker;
}
