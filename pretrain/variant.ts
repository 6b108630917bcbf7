import type { ModelConfig, ScorerVariant } from '../src/model/config';
import { initialStates } from '../src/model/replay';
import type { WeightValues } from '../src/model/weights';
import { type Form, PLAIN } from '../src/training/form';
import type { Replay } from '../src/training/stream';
import { attendOver } from './history-attention';
import { hideMatch, type Match, zeroMatch } from './one-match';
import { range } from './random';
import { add, div, type Tensor2D, tensor1d, tidy, unsortedSegmentSum } from './tf';
import { hideCounts, zeroCounts } from './without-counts';

/** What the states are made of. `both` is DReX; `twice` streams the history a second time, the others are ablations. */
export type Refinement = 'both' | 'users' | 'items' | 'pooled' | 'twice';

/** A form of the model: DReX itself, or a change of it. What DReX lacks is absent, so that its recipe stays the same text. */
export interface Variant {
  readonly scorer: ScorerVariant;
  readonly refinement: Refinement;
  /** `false`: the scorer does not see the statistics of the history beside the states, see without-counts.ts. */
  readonly counts?: false;
  /** Which match the choice score has beside popularity; both where absent, see one-match.ts. */
  readonly match?: Match;
  /** The scorer also attends over this many latest interactions of the person, see history-attention.ts. */
  readonly attention?: number;
}

export const DREX: Variant = { scorer: 'full', refinement: 'both' };

/** The form in training. */
export function formOfVariant({ refinement, counts, match, attention }: Variant): Form {
  return {
    replay: replayOf(refinement, PLAIN.replay),
    weights: (given, config) => hideMatch(match, counts === false ? hideCounts(config, given) : given),
    peopleAsSeen: (x, history, people) =>
      attention === undefined ? null : attendOver(x, history.users, people, attention),
  };
}

/** Weights to start the refinement from. */
export const startOfVariant = (
  config: ModelConfig,
  { counts, match }: Variant,
  values: WeightValues,
): WeightValues => zeroMatch(match, counts === false ? zeroCounts(config, values) : values);

/**
 * The replay of a form of the model.
 * @param run the full replay: that of the page, or the one for training.
 */
export function replayOf(refinement: Refinement, run: Replay): Replay {
  switch (refinement) {
    case 'both':
      return run;
    case 'users':
    case 'items':
      return oneSided(refinement, run);
    case 'pooled':
      return pooled;
    case 'twice':
      return twice(run);
  }
}

/** Refines one side only: the other keeps its initial state, since every interaction meets a counterpart of its own. */
const oneSided =
  (side: 'users' | 'items', run: Replay): Replay =>
  (weights, start, x, log) =>
    tidy(() => {
      const n = log.users.length;
      const other = side === 'users' ? 'items' : 'users';
      const strangers = initialStates(weights, other === 'users' ? n : 0, other === 'items' ? n : 0);
      const refined = run(weights, { ...start, [other]: strangers[other] }, x, {
        ...log,
        [other]: range(n),
      });
      const untouched = initialStates(weights, start.users.shape[0], start.items.shape[0]);
      return { ...untouched, [side]: refined[side] };
    });

/** A second pass starts from the states of the first: then every counterpart has met what comes later, too. */
const twice =
  (run: Replay): Replay =>
  (weights, start, x, log) =>
    tidy(() => ({ ...run(weights, run(weights, start, x, log), x, log) }));

/** No cells at all: a state is the initial one plus the mean of the features of the entity's interactions. */
const pooled: Replay = (_weights, start, x, log) =>
  tidy(() => {
    const mean = (state: Tensor2D, ids: ArrayLike<number>): Tensor2D => {
      const entities = state.shape[0];
      const counts = new Float32Array(entities);
      for (let row = 0; row < ids.length; row++) counts[ids[row]]++;
      const sums = unsortedSegmentSum(x, tensor1d(Int32Array.from(ids), 'int32'), entities);
      const most = tensor1d(counts.map((n) => Math.max(n, 1))).expandDims(1);
      return add(state, div(sums, most));
    };
    return { users: mean(start.users, log.users), items: mean(start.items, log.items) };
  });
