import type { Evidence } from '../../engine/questions/evidence';
import { Figure } from './Figure';
import { AllMetrics } from './Models';
import { latestTitle } from './sentences';

/** The latest interaction of each person held out instead of a random part. */
export function LatestOut({ evidence }: { evidence: Evidence }) {
  const { latestOut: rows, protocol } = evidence;
  if (!rows || rows.length === 0) return null;
  const seeds = rows[0].seeds.length;
  return (
    <Figure
      title={latestTitle(rows)}
      reading={`Mean${seeds > 1 ? ` ± sd over ${seeds} seeds` : ' of one seed'}, best in bold; no intervals were measured here.`}
      definition={protocol.latestOut}
      testId="evidence-latest"
    >
      <AllMetrics rows={rows} label="The latest interaction held out" />
    </Figure>
  );
}
