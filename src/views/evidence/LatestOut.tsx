import type { Evidence } from '../../engine/questions/evidence';
import { AllMetrics } from './AllMetrics';
import { Compared } from './Compared';
import { Figure } from './Figure';
import { LATEST, latestTitle } from './sentences';
import { latestTable } from './tables';
import { verdictTitle } from './verdict';

const NAME = 'The latest interaction held out';

/** The latest interaction of each person held out instead of a random part. */
export function LatestOut({ evidence, past }: { evidence: Evidence; past: boolean }) {
  const table = latestTable(evidence);
  if (!table) return null;
  const { models: rows, comparisons } = table;
  const { latestOut } = evidence.protocol;
  if (comparisons.length > 0)
    return (
      <Compared
        evidence={evidence}
        table={table}
        titleOf={(metric) => verdictTitle(table, metric, past, LATEST)}
        on="on the latest interaction of each person"
        name={NAME}
        protocol={['', latestOut]}
        testId="evidence-latest"
      />
    );
  const seeds = rows[0].seeds.length;
  return (
    <Figure
      title={latestTitle(rows)}
      reading={`Mean${seeds > 1 ? ` ± sd over ${seeds} seeds` : ' of one seed'}, best in bold; no intervals were measured here.`}
      definition={latestOut}
      testId="evidence-latest"
    >
      <AllMetrics rows={rows} label={NAME} />
    </Figure>
  );
}
