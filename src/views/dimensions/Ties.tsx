import type { DimensionReport } from '../../engine/questions/dimension';
import { says } from '../../ui/cell';
import { count, hundredths } from '../../ui/format';
import { Table } from '../../ui/Table';
import { FOLLOWS, LEANS } from './sentences';

/** How far it goes with the mean rating, the number of reviews, and the facts. */
export function Ties({ report }: { report: DimensionReport }) {
  const { meanRating, popularity, fact, smallestGroup, side } = report;
  return (
    <>
      <Table
        caption="What it goes with"
        heads={['Measured against', 'Strength', 'n']}
        words={2}
        full
        testId="dimension-ties"
      >
        <tbody>
          <tr>
            <th scope="row">mean rating</th>
            <td data-testid="dimension-rating-r" data-r={meanRating.r} {...says({ r: meanRating.r })}>
              {meanRating.r === null ? 'too few' : `r = ${hundredths(meanRating.r)}`}
            </td>
            <td>{count(meanRating.n)}</td>
          </tr>
          <tr>
            <th scope="row">number of reviews, ln(1 + n)</th>
            <td {...says({ r: popularity.r })}>
              {popularity.r === null ? 'too few' : `r = ${hundredths(popularity.r)}`}
            </td>
            <td>{count(popularity.n)}</td>
          </tr>
          {fact && (
            <tr>
              <th scope="row" {...says({ '': fact.label.toLowerCase(), groups: fact.groups })}>
                {fact.label.toLowerCase()}, {fact.groups} groups
              </th>
              <td {...says({ 'η²': fact.share, 'η² by chance': fact.chance })}>
                η² = {hundredths(fact.share)}, by chance {hundredths(fact.chance)}
              </td>
              <td>{count(fact.n)}</td>
            </tr>
          )}
        </tbody>
      </Table>
      <p className="soft">
        r is Pearson’s correlation; from ±{FOLLOWS} on it is said to follow, from ±{LEANS} on to lean.
        {fact
          ? ` η² is the share of variance between groups of at least ${smallestGroup}; of all facts the one that explains most beyond chance, and its root counts like r once chance is taken off.`
          : side === 'item'
            ? ` No fact has two groups of at least ${smallestGroup}.`
            : ' Of people no facts are known.'}
      </p>
    </>
  );
}
