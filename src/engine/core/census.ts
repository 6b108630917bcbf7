import type { Side } from '../../vocabulary';
import type { Tally } from '../answers';
import type { Catalogue } from './catalogue';
import type { Scenario } from './scenario';
import { columnsOf } from './world';

/** Who took part in how much of a scenario: needs no model. */
export class Census {
  readonly newPeople: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  private readonly tallies: Record<Side, readonly Tally[]>;

  /** @param end how many places of the order have happened */
  constructor(catalogue: Catalogue, scenario: Scenario, end = scenario.order.length) {
    this.newPeople = scenario.newPeople;
    this.names = scenario.names;
    const columns = columnsOf(catalogue, scenario);
    const order = scenario.order.subarray(0, end);
    const of = (ids: Int32Array, count: number): Tally[] => {
      const sums = new Float64Array(count);
      const rated = new Int32Array(count);
      const all = new Int32Array(count);
      for (const row of order) {
        const entity = ids[row];
        all[entity]++;
        const rating = scenario.givenRating(row);
        if (Number.isNaN(rating)) continue;
        sums[entity] += rating;
        rated[entity]++;
      }
      return Array.from(all, (interactions, k) => ({
        interactions,
        meanRating: rated[k] > 0 ? sums[k] / rated[k] : null,
      }));
    };
    this.tallies = {
      user: of(columns.user, catalogue.user.count + scenario.newPeople.length),
      item: of(columns.item, catalogue.item.count),
    };
  }

  tally(side: Side, entity: number): Tally {
    return this.tallies[side][entity] ?? { interactions: 0, meanRating: null };
  }
}
