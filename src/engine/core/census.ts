import { SIDES, type Side } from '../../vocabulary';
import type { Tally } from '../answers';
import type { Catalogue } from './catalogue';
import type { Scenario } from './scenario';
import { columnsOf } from './world';

/** Who took part in how much of a scenario: needs no model. */
export class Census {
  readonly newPeople: readonly string[];
  private readonly tallies: Record<Side, readonly Tally[]>;

  /** @param end how many places of the order have happened */
  constructor(catalogue: Catalogue, scenario: Scenario, end = scenario.order.length) {
    this.newPeople = scenario.newPeople;
    const counts = {
      user: catalogue.user.count + scenario.newPeople.length,
      item: catalogue.item.count,
    };
    const sums = { user: new Float64Array(counts.user), item: new Float64Array(counts.item) };
    const rated = { user: new Int32Array(counts.user), item: new Int32Array(counts.item) };
    const all = { user: new Int32Array(counts.user), item: new Int32Array(counts.item) };
    const columns = columnsOf(catalogue, scenario);
    const order = scenario.order.subarray(0, end);
    for (const side of SIDES) {
      const ids = columns[side];
      for (const row of order) {
        const entity = ids[row];
        all[side][entity]++;
        const rating = scenario.givenRating(row);
        if (Number.isNaN(rating)) continue;
        sums[side][entity] += rating;
        rated[side][entity]++;
      }
    }
    const of = (side: Side): Tally[] =>
      Array.from(all[side], (interactions, k) => ({
        interactions,
        meanRating: rated[side][k] > 0 ? sums[side][k] / rated[side][k] : null,
      }));
    this.tallies = { user: of('user'), item: of('item') };
  }

  tally(side: Side, entity: number): Tally {
    return this.tallies[side][entity] ?? { interactions: 0, meanRating: null };
  }
}
