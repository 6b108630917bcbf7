import type { Evidence } from '../../engine/questions/evidence';
import { Figure } from './Figure';
import { AllMetrics } from './Models';

/** Planted sets: the same models over all worlds that the model was taught with. */
export function Worlds({ evidence }: { evidence: Evidence }) {
  const { worlds: rows, protocol } = evidence;
  if (!rows) return null;
  const seeds = rows[0]?.seeds.length ?? 0;
  return (
    <Figure
      title="Over all made-up worlds together"
      reading={`One world is small; these are the test parts of all of them. Mean${seeds > 1 ? ` ± sd over ${seeds} seeds` : ' of one seed'}, best in bold.`}
      definition={protocol.worlds}
      testId="evidence-worlds"
    >
      <AllMetrics rows={rows} label="Over all made-up worlds together" />
    </Figure>
  );
}
