import type { Evidence } from '../../engine/questions/evidence';
import { fixed } from '../../ui/format';
import { Figure } from './Figure';
import { AllMetrics } from './Models';
import { METRICS } from './metrics';

function titleOf(rows: NonNullable<Evidence['latestOut']>): string {
  const own = rows.find((row) => row.family === 'drex');
  const rmse = own?.metrics.rmse;
  return rmse
    ? `Predicting each person’s latest interaction, the RMSE of DReX is ${fixed(rmse.mean, METRICS.rmse.digits)}`
    : 'Predicting each person’s latest interaction';
}

/** The latest interaction of each person held out instead of a random part. */
export function LatestOut({ evidence }: { evidence: Evidence }) {
  const { latestOut: rows, protocol } = evidence;
  if (!rows || rows.length === 0) return null;
  const seeds = rows[0].seeds.length;
  return (
    <Figure
      title={titleOf(rows)}
      reading={`Mean${seeds > 1 ? ` ± sd over ${seeds} seeds` : ' of one seed'}, best in bold; no intervals were measured here.`}
      definition={protocol.latestOut}
      testId="evidence-latest"
    >
      <AllMetrics rows={rows} label="The latest interaction held out" />
    </Figure>
  );
}
