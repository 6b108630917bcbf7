import { TOKENISER_REVISION } from '../../src/model/revision';
import { tokenize, toVocabulary } from '../../src/model/tokens';
import { type Baseline, type History, knownWords } from '../baselines';
import type { Prepared } from '../prepare';
import type { NewReview, Recommender } from './recommender';

/** A fitted baseline as a recommender; null for one that knows only the people of its history. */
export function recommenderOfBaseline(
  { vocabulary, config }: Pick<Prepared, 'vocabulary' | 'config'>,
  { id, newcomer }: Pick<Baseline, 'id' | 'newcomer'>,
  history: History,
): Recommender | null {
  if (!newcomer) return null;
  const scoresOf = newcomer(history);
  const lookUp = toVocabulary(vocabulary);
  const idsOf = ({ text }: NewReview) =>
    knownWords(
      tokenize(text, lookUp, TOKENISER_REVISION)
        .slice(0, config.maxWords)
        .map((token) => token.id),
    );
  return {
    id,
    scores: (reviews) =>
      scoresOf({
        items: reviews.map(({ item }) => item),
        ratings: reviews.map(({ rating }) => rating ?? Number.NaN),
        words: reviews.map(idsOf),
      }),
  };
}
