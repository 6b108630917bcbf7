import { Group, NativeSelect } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { Evidence, MetricName, ModelRow } from '../../engine/questions/evidence';
import { AllMetrics } from './AllMetrics';
import { DotPlot, type DotRow, Mean, signsOf, Tones } from './DotPlot';
import classes from './Evidence.module.css';
import { Measured } from './Measured';
import {
  bestOf,
  definition,
  delta,
  drawnText,
  intervalText,
  METRICS,
  meanParts,
  meanText,
  measuredIn,
  outcomeOf,
  shippedRow,
} from './metrics';
import type { Table } from './tables';

interface Props {
  readonly evidence: Evidence;
  readonly table: Table;
  /** What is seen by a metric. */
  readonly titleOf: (metric: MetricName) => string;
  /** What the rows are measured on, after “Mean”. */
  readonly on: ReactNode;
  /** What the table is called where it is read out or saved. */
  readonly name: string;
  /** The words of the protocol for this table, before and after those for the metric. */
  readonly protocol: readonly [before: string, after: string];
  /** Rows of the table of all metrics, where there are more than the baselines. */
  readonly folded?: readonly ModelRow[];
  readonly testId: string;
}

const named = ({ family }: ModelRow): boolean => family === 'drex' || family === 'baseline';

/** DReX and the baselines in one metric, with the difference and its interval. */
export function Compared({ evidence, table, titleOf, on, name, protocol, folded, testId }: Props) {
  const id = useId();
  const rows = table.models.filter(named);
  const available = measuredIn(rows);
  const [metric, setMetric] = useState<MetricName>(available[0] ?? 'rmse');
  const { better, label } = METRICS[metric];
  const own = shippedRow(table);
  // Of a row that is drawn: forms without a part have no dot here.
  const found = table.comparisons.find(
    (one) => one.metric === metric && rows.some((row) => row.id === one.model),
  );
  const seeds = own.seeds.length;
  return (
    <section className="card" aria-labelledby={id} data-testid={testId}>
      <Group justify="space-between" align="start" gap="8px 16px">
        <h2 id={id} className={classes.beside} aria-live="polite">
          {titleOf(metric)}
        </h2>
        <NativeSelect
          w={220}
          aria-label={`Metric: ${name}`}
          data={available.map((one) => ({ value: one, label: METRICS[one].label }))}
          value={metric}
          onChange={(event) => setMetric(event.currentTarget.value as MetricName)}
          data-testid={`${testId}-metric`}
        />
      </Group>
      <p className={`soft ${classes.reading}`}>
        Mean{seeds > 1 && ` ± sd over ${seeds} seeds`} {on}
        {better && `, ${better} is better, best in bold`}.{' '}
        {found &&
          `Dots: DReX − other with the 95 % interval over ${drawnText(found)}; an arrow lies beyond the axis.`}
        {found && <Tones />}
      </p>
      <DotPlot
        caption={`${label}: ${name}, and the difference DReX − other with its 95 % interval`}
        labelHead="Model"
        cellHeads={[label]}
        plotHead="DReX − other"
        rows={rows.map((row) => dotOf(row, table, metric))}
        signs={found ? signsOf({}) : []}
        {...(better && { ends: better === 'lower' ? ['DReX better', 'worse'] : ['worse', 'DReX better'] })}
      />
      <details className="fold">
        <summary>All metrics in one table</summary>
        <AllMetrics rows={folded ?? rows} label={`All metrics: ${name}`} />
      </details>
      <Measured definition={`${protocol[0]} ${definition(evidence, metric)} ${protocol[1]}`.trim()} />
    </section>
  );
}

function dotOf(row: ModelRow, table: Table, metric: MetricName): DotRow {
  const { digits, better } = METRICS[metric];
  const statistic = row.metrics[metric];
  const best = bestOf(table.models.filter(named), metric);
  const own = shippedRow(table).id === row.id;
  const compared = table.comparisons.find((one) => one.model === row.id && one.metric === metric);
  const shared = {
    key: row.id,
    label: row.label,
    note: row.settings,
    strong: own,
    cells: [
      {
        shown: <Mean best={statistic?.mean === best} text={meanText(statistic, digits)} />,
        value: meanParts(statistic),
      },
    ],
  };
  if (!compared) return { ...shared, point: null, ...(own && { text: '' }) };
  const { difference } = compared;
  return {
    ...shared,
    point: difference,
    tone: better === null ? 'plain' : outcomeOf(difference, METRICS[metric]),
    text: `${delta(difference.value, digits)} ${intervalText(difference, digits)}`,
  };
}
