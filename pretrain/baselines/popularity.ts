import { feedbackOf, popularityOf } from '../../src/recommenders/feedback';
import type { Constants, Tune } from './baseline';
import { rankingBaseline } from './ranker';

const counting =
  (id: string, label: string, others: number): Tune =>
  (config: Constants) =>
    rankingBaseline(config, { id, label, settings: 'Nothing to tune.' }, (history) => {
      const counts = popularityOf(feedbackOf(history, config.relevant, others));
      return () => counts;
    });

/** Ranks items by the number of their interactions in the history, rated or not; predicts no rating. */
export const tunePopularity: Tune = counting('popularity', 'popularity', 1);

/** Ranks items by how many liked them in the history. */
export const tunePopularityOfLiked: Tune = counting('popularity-liked', 'popularity of liked', 0);
