import type { Evidence } from '../../engine/questions/evidence';
import { AllMetrics } from './AllMetrics';
import { Compared } from './Compared';
import { Figure } from './Figure';
import { worldTable } from './tables';
import { verdictTitle } from './verdict';

const TITLE = 'Over all made-up worlds together';

/** Planted sets: the same models over all worlds that the model was taught with. */
export function Worlds({ evidence, past }: { evidence: Evidence; past: boolean }) {
  const table = worldTable(evidence);
  if (!table) return null;
  const { models: rows, comparisons } = table;
  const { worlds } = evidence.protocol;
  if (comparisons.length > 0)
    return (
      <Compared
        evidence={evidence}
        table={table}
        titleOf={(metric) => verdictTitle(table, metric, past, TITLE)}
        on="on the test parts of all of them, since one world is small"
        name={TITLE}
        protocol={['', worlds]}
        folded={rows}
        testId="evidence-worlds"
      />
    );
  const seeds = rows[0]?.seeds.length ?? 0;
  return (
    <Figure
      title={TITLE}
      reading={`One world is small; these are the test parts of all of them. Mean${seeds > 1 ? ` ± sd over ${seeds} seeds` : ' of one seed'}, best in bold; no intervals were measured here.`}
      definition={worlds}
      testId="evidence-worlds"
    >
      <AllMetrics rows={rows} label={TITLE} />
    </Figure>
  );
}
