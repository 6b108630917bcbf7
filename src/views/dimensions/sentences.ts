import type { DimensionReport } from '../../engine/questions/dimension';
import { count, hundredths } from '../../ui/format';

/** |r| from which on a dimension is said to follow something, and to lean on it; of a fact, the root of ε². */
export const FOLLOWS = 0.5;
export const LEANS = 0.3;

/** One thing that a dimension may go with. */
export interface Tie {
  readonly name: string;
  /** r, or of a fact the root of ε², which is never negative. */
  readonly strength: number;
  readonly follows: string;
  readonly figures: string;
}

/** All that could be measured, the strongest first. */
export function tiesOf({ meanRating, popularity, fact }: DimensionReport): Tie[] {
  const ties: Tie[] = [];
  const correlated = (name: string, { r, n }: DimensionReport['meanRating']) => {
    if (r !== null)
      ties.push({
        name,
        strength: r,
        follows: r < 0 ? `falls with the ${name}` : `follows the ${name}`,
        figures: `r = ${hundredths(r)}, n = ${count(n)}`,
      });
  };
  correlated('mean rating', meanRating);
  correlated('number of reviews', popularity);
  if (fact) {
    const name = fact.label.toLowerCase();
    ties.push({
      name,
      strength: Math.sqrt(Math.max(0, fact.adjusted)),
      follows: `goes with the ${name}`,
      figures: `η² = ${hundredths(fact.share)} over ${fact.groups} groups, by chance ${hundredths(fact.chance)}; n = ${count(fact.n)}`,
    });
  }
  return ties.toSorted((a, b) => Math.abs(b.strength) - Math.abs(a.strength));
}

/** What a dimension means, or that nothing tells; computed from the figures. */
export function dimensionTitle(report: DimensionReport, whose: string): string {
  const { d, n } = report;
  const [first] = tiesOf(report);
  if (!first) return `What dimension ${d} of ${whose} means cannot be said of ${count(n)} of them`;
  const strength = Math.abs(first.strength);
  if (strength >= FOLLOWS) return `Dimension ${d} of ${whose} ${first.follows} (${first.figures})`;
  if (strength >= LEANS)
    return `Dimension ${d} of ${whose} leans on the ${first.name}, no more (${first.figures})`;
  return `Nothing here explains dimension ${d} of ${whose}: the strongest link is with the ${first.name} (${first.figures})`;
}
