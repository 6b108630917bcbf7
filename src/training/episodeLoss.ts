import type { ModelConfig } from '../model/config';
import { initialStates, type States } from '../model/replay';
import type { Weights } from '../model/weights';
import { choiceLoss } from './choiceLoss';
import type { ChoiceOptions, Episode } from './episode';
import type { Form } from './form';
import { type LossOptions, lossOf } from './loss';
import { predictPairs } from './predictPairs';
import { streamFeatures } from './stream';
import { add, dropout, mul, type Scalar, type Tensor2D, tidy } from './tf';

export interface EpisodeLossOptions extends LossOptions {
  readonly form: Form;
  readonly choice?: ChoiceOptions;
  /**
   * Share of the entries of the states that is hidden from the scorer of ratings; 0 where absent. The choice goes on
   * learning when all that ratings can tell is long learned.
   */
  readonly stateDropout?: number;
}

/**
 * Loss of the predicted part of an episode; its gradient runs through the whole stream.
 * @param text the text vectors of the support part [n, E], where the gradient is to reach them.
 */
export function episodeLoss(
  given: Weights,
  config: ModelConfig,
  { support, statistics, users, items, truth, choice, seed }: Episode,
  options: EpisodeLossOptions,
  text?: Tensor2D,
): Scalar {
  const { form } = options;
  return tidy(() => {
    const weights = form.weights(given, config);
    const x = streamFeatures(weights, config, support, text);
    const people = statistics.users.counts.length;
    const start = initialStates(weights, people, statistics.items.counts.length);
    const states = form.replay(weights, start, x, support);
    const asSeen = form.peopleAsSeen(x, support, people);
    const shown = hideSome(states, options.stateDropout ?? 0, seed);
    const predicted = predictPairs(weights, config, shown, statistics, users, items, asSeen);
    const ratings = lossOf(predicted, truth, config.rating, options);
    if (!choice || !options.choice) return ratings;
    const { users: hidden } = hideSome(states, options.choice.dropout, seed + 2);
    const chosen = choiceLoss(weights, config, { ...states, users: hidden }, statistics, choice);
    return add(mul(ratings, options.choice.ratings), chosen) as Scalar;
  });
}

const hideSome = ({ users, items }: States, share: number, seed: number): States => ({
  users: dropout(users, share, undefined, seed) as Tensor2D,
  items: dropout(items, share, undefined, seed + 1) as Tensor2D,
});
