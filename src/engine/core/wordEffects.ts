import { type LogStatistics, statisticsOfItems, statisticsOfUsers } from '../../model/bias';
import {
  effectsOf,
  type ReviewContext,
  ratingsAfter,
  sharesOf,
  versionCount,
  versionsOf,
} from '../../model/effects';
import { feedbackTensors, toFeedbackBatch } from '../../model/features';
import { itemStatistics, userStatistics } from '../../model/score';
import { encodeText, padTokens } from '../../model/text';
import { tensor2d, tidy } from '../../model/tf';
import type { Side } from '../../vocabulary';
import type { Brain } from './brain';
import { Lru } from './lru';
import type { PreparedText } from './readText';
import type { World } from './world';

/** Shares kept: each is a few words. */
const KEPT = 8192;

/**
 * What the words of added and edited texts do, see `model/effects.ts`; of the bundle's own texts that ships. Measured in
 * the states just before the review, with the statistics of the bundle's own log, as for the bundle.
 */
export class WordEffects {
  private readonly held = new Lru<number, Float64Array>(KEPT);

  constructor(
    private readonly brain: Brain,
    private readonly statistics: () => LogStatistics,
  ) {}

  /** Measures the words of some rows of a world, those whose texts were read here. */
  async measure(world: World, rows: Iterable<number>): Promise<void> {
    for (const row of rows) {
      const text = world.readings.get(row)?.text;
      const outcome = world.outcomes[row];
      if (!text || this.held.has(outcome)) continue;
      const ratings = await ratingsOfVersions(this.brain, this.statistics(), world, row, text);
      this.held.set(outcome, sharesOf(effectsOf(ratings)));
    }
  }

  /** Share of each word of a row within the model's limit. @throws Error when they were not measured. */
  of(world: World, row: number): Float64Array {
    const shares = this.held.get(world.outcomes[row]);
    if (!shares) throw new Error(`the words of row ${row} were not measured`);
    return shares;
  }
}

/**
 * Predicted ratings of the {@link versionsOf versions} of a row's text, in their order. As many are run as the padded length
 * has room for: a new number of rows makes a GPU compile anew.
 */
export async function ratingsOfVersions(
  brain: Brain,
  statistics: LogStatistics,
  world: World,
  row: number,
  { ids, batch: { length } }: PreparedText,
): Promise<Float32Array> {
  const { config, weights } = brain;
  const rows = versionCount(length);
  const versions: ArrayLike<number>[] = versionsOf(ids);
  const used = versions.length;
  while (versions.length < rows) versions.push([]);
  const rating = tidy(() => {
    const context = reviewContext(brain, statistics, world, row);
    const { vector } = encodeText(weights, config, padTokens(versions, length));
    return ratingsAfter(weights, config, context, vector, new Int32Array(rows), world.scenario.alteration);
  });
  const values = (await rating.data()) as Float32Array;
  rating.dispose();
  return values.subarray(0, used);
}

/** All that a row of a world brings beside its text, and what it meets: the states just before it. */
export function reviewContext(
  { config }: Brain,
  { users, items }: LogStatistics,
  world: World,
  row: number,
): ReviewContext {
  const state = (side: Side) => tensor2d(world.stateBefore(side, row), [1, config.stateSize]);
  const given = world.scenario.given(row);
  const [ratings, presence] = feedbackTensors(config, toFeedbackBatch(config, [given], [true]));
  const one = (side: Side) => Int32Array.of(world.columns[side][row]);
  return {
    ratings,
    presence,
    users: state('user'),
    items: state('item'),
    ofUsers: userStatistics(config, statisticsOfUsers(users, one('user'))),
    ofItems: itemStatistics(config, statisticsOfItems(items, one('item'))),
  };
}
