import type { ModelRow } from '../../engine/questions/evidence';
import { DataTable } from '../../ui/figure/DataTable';
import { bestOf, intervalText, METRICS, meanParts, meanText, measuredIn } from './metrics';

interface Props {
  readonly rows: readonly ModelRow[];
  readonly label: string;
}

/** Rows of models with every metric that was measured, and the interval where a row has one. */
export function AllMetrics({ rows, label }: Props) {
  return (
    <DataTable
      title={label}
      scroll={label}
      full
      rows={rows}
      columns={[
        { head: 'Model', value: (row) => ({ '': row.label, seeds: row.seeds.length }) },
        ...measuredIn(rows).map((name) => ({
          head: METRICS[name].label,
          value: ({ metrics, intervals }: ModelRow) => ({
            ...meanParts(metrics[name]),
            low: intervals?.[name]?.low ?? null,
            high: intervals?.[name]?.high ?? null,
          }),
          show: ({ metrics, intervals }: ModelRow) => {
            const found = intervals?.[name];
            const { digits } = METRICS[name];
            return (
              <>
                {meanText(metrics[name], digits)}
                {found && <span className="soft"> {intervalText(found, digits)}</span>}
              </>
            );
          },
          cell: ({ metrics }: ModelRow) => ({ 'data-best': metrics[name]?.mean === bestOf(rows, name) }),
        })),
      ]}
    />
  );
}
