import type { DimensionReport } from '../../engine/questions/dimension';
import { DataTable } from '../../ui/figure/DataTable';
import { count, hundredths } from '../../ui/format';
import { FOLLOWS, LEANS } from './sentences';

interface Tie {
  readonly name: string;
  readonly groups?: number;
  readonly strength: Readonly<Record<string, number | null>>;
  readonly n: number;
}

const strengthText = ({ r = null, 'η²': share, 'η² by chance': chance }: Tie['strength']): string =>
  share != null && chance != null
    ? `η² = ${hundredths(share)}, by chance ${hundredths(chance)}`
    : r === null
      ? 'too few'
      : `r = ${hundredths(r)}`;

/** How far it goes with the mean rating, the number of reviews, and the facts. */
export function Ties({ report, who }: { report: DimensionReport; who: string }) {
  const { meanRating, popularity, fact, smallestGroup, side } = report;
  const rows: Tie[] = [
    { name: 'mean rating', strength: { r: meanRating.r }, n: meanRating.n },
    { name: 'number of reviews, ln(1 + n)', strength: { r: popularity.r }, n: popularity.n },
  ];
  if (fact) {
    const { label, groups, share, chance, n } = fact;
    rows.push({ name: label.toLowerCase(), groups, strength: { 'η²': share, 'η² by chance': chance }, n });
  }
  return (
    <>
      <DataTable
        title="What it goes with"
        titled
        words={2}
        full
        testId="dimension-ties"
        rows={rows}
        columns={[
          {
            head: 'Measured against',
            value: ({ name, groups = null }) => ({ '': name, groups }),
            show: ({ name, groups }) => (groups ? `${name}, ${groups} groups` : name),
          },
          {
            head: 'Strength',
            value: ({ strength }) => strength,
            show: ({ strength }) => strengthText(strength),
          },
          { head: 'n', value: ({ n }) => n, as: count },
        ]}
      />
      <p className="soft">
        r is Pearson’s correlation; from ±{FOLLOWS} on it is said to follow, from ±{LEANS} on to lean.
        {fact
          ? ` η² is the share of variance between groups of at least ${smallestGroup}; of all facts the one that explains most beyond chance, and its root counts like r once chance is taken off.`
          : side === 'item'
            ? ` No fact has two groups of at least ${smallestGroup}.`
            : ` No facts are known of ${who}.`}
      </p>
    </>
  );
}
