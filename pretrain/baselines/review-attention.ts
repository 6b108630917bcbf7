import { ratingBaseline, type Tune } from './baseline';
import { predictReviews, type ReviewOptions, type TrainedReviews, trainReviews } from './review-training';

/** What measured best on the validation part of the beers; `dropout` is tuned. */
export const REVIEW_OPTIONS: Omit<ReviewOptions, 'dropout'> = {
  attention: 16,
  factors: 8,
  hidden: 32,
  limit: 24,
  decay: 1e-4,
  batch: 256,
  rate: 5e-3,
  average: 0.98,
  epochs: 20,
  patience: 4,
};

const DROPOUTS = [0.3, 0.5];

/**
 * Text-aware: attention over the reviews of both sides, after NARRE, on top of the damped biases. Its weights are learned
 * once, on train; of another history it reads the reviews and the biases, as DReX does: nothing in it belongs to one
 * user or item.
 */
export const tuneReviews: Tune = (config, train, validation, seed) => {
  const trained = DROPOUTS.map((dropout) =>
    trainReviews(config, train, validation, { ...REVIEW_OPTIONS, dropout }, seed),
  );
  const best = trained.reduce((a: TrainedReviews, b) => (b.error < a.error ? b : a));
  const { attention, factors, hidden, limit, rate } = REVIEW_OPTIONS;
  const settings =
    `Dropout ${best.options.dropout} (of ${DROPOUTS.join(', ')}), weights of epoch ${best.epoch} (of at most ${REVIEW_OPTIONS.epochs}, early stopping); ` +
    `${attention} attention units, ${factors} factors, ${hidden} hidden units, the latest ${limit} reviews of a side, Adam at ${rate}.`;
  return ratingBaseline(config, { id: 'review-attention', label: 'review attention', settings }, (history) =>
    predictReviews(config, best, history),
  );
};
