import { Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Evidence, MetricName, ModelRow } from '../../engine/questions/evidence';
import { DataTable } from '../../ui/figure/DataTable';
import { count, listed } from '../../ui/format';
import { DotPlot, type DotRow, Mean, Tones } from './DotPlot';
import classes from './Evidence.module.css';
import { Measured } from './Measured';
import {
  bestOf,
  definition,
  delta,
  intervalText,
  METRICS,
  meanParts,
  meanText,
  measuredIn,
  outcomeOf,
  shippedRow,
} from './metrics';
import { baselinesIn, verdictOf } from './verdict';

const named = ({ family }: ModelRow): boolean => family === 'drex' || family === 'baseline';

function titleOf(evidence: Evidence, metric: MetricName, past: boolean): string {
  const verdict = verdictOf(evidence, metric);
  const { label } = METRICS[metric];
  const verb = past ? 'was' : 'is';
  if (!verdict) return `${label} of DReX and the baselines`;
  const total = verdict.better.length + verdict.worse.length + verdict.open.length;
  if (METRICS[metric].better === null) return `${label} of DReX and ${total} baselines`;
  const baselines = baselinesIn(evidence, verdict, METRICS[metric].kind);
  if (verdict.better.length === total) return `By ${label}, DReX ${verb} better than all ${baselines}`;
  const parts = [
    `better than ${verdict.better.length} of ${baselines}`,
    verdict.open.length > 0 && `no clear difference from ${verdict.open.length}`,
    verdict.worse.length > 0 && `worse than ${verdict.worse.length}`,
  ].filter((part): part is string => Boolean(part));
  return `By ${label}, DReX ${verb} ${listed(parts)}`;
}

/** DReX and the baselines in one metric, with the difference and its interval. */
export function Models({ evidence, past }: { evidence: Evidence; past: boolean }) {
  const rows = evidence.models.filter(named);
  const available = measuredIn(rows);
  const [metric, setMetric] = useState<MetricName>(available[0] ?? 'rmse');
  const { digits, better, label } = METRICS[metric];
  const best = bestOf(rows, metric);
  const own = shippedRow(evidence);
  const found = evidence.comparisons.filter((one) => one.metric === metric);
  const people = METRICS[metric].kind === 'errors' ? 'interactions' : 'people';
  const dots = rows.map((row): DotRow => {
    const statistic = row.metrics[metric];
    const compared = found.find((one) => one.model === row.id);
    const shared = {
      key: row.id,
      label: row.label,
      note: row.settings,
      strong: row.id === own.id,
      cells: [
        {
          shown: <Mean best={statistic?.mean === best} text={meanText(statistic, digits)} />,
          value: meanParts(statistic),
        },
      ],
    };
    if (!compared) return { ...shared, point: null, ...(row.id === own.id && { text: '' }) };
    const { difference } = compared;
    return {
      ...shared,
      point: difference,
      tone: METRICS[metric].better === null ? 'plain' : outcomeOf(difference, METRICS[metric]),
      text: `${delta(difference.value, digits)} ${intervalText(difference, digits)}`,
    };
  });
  const seeds = own.seeds.length;
  return (
    <section className="card" aria-label="DReX and the baselines" data-testid="evidence-models">
      <Group justify="space-between" align="start" gap="8px 16px">
        <h2 aria-live="polite">{titleOf(evidence, metric, past)}</h2>
        <NativeSelect
          w={220}
          aria-label="Metric"
          data={available.map((name) => ({ value: name, label: METRICS[name].label }))}
          value={metric}
          onChange={(event) => setMetric(event.currentTarget.value as MetricName)}
          data-testid="evidence-metric"
        />
      </Group>
      <p className={`soft ${classes.reading}`}>
        Mean{seeds > 1 && ` ± sd over ${seeds} seeds`} on the test part
        {better && `, ${better} is better, best in bold`}. Dots: DReX − other with the 95 % interval
        {found[0] && ` over ${count(found[0].n)} ${people}`}; an arrow lies beyond the axis.
        <Tones />
      </p>
      <DotPlot
        caption={`${label} of DReX and the baselines, and the difference DReX − other with its 95 % interval`}
        labelHead="Model"
        cellHeads={[label]}
        plotHead="DReX − other"
        rows={dots}
        {...(better && { ends: better === 'lower' ? ['DReX better', 'worse'] : ['worse', 'DReX better'] })}
      />
      <details className="fold">
        <summary>All metrics in one table</summary>
        <AllMetrics rows={rows} label="All metrics" />
      </details>
      <Measured
        definition={`${evidence.protocol.split} ${definition(evidence, metric)} ${evidence.protocol.comparison}`}
      />
    </section>
  );
}

interface AllProps {
  readonly rows: readonly ModelRow[];
  readonly label: string;
}

/** Rows of models with every metric that was measured. */
export function AllMetrics({ rows, label }: AllProps) {
  return (
    <DataTable
      title={label}
      scroll={label}
      full
      rows={rows}
      columns={[
        { head: 'Model', value: (row) => row.label },
        ...measuredIn(rows).map((name) => ({
          head: METRICS[name].label,
          value: ({ metrics }: ModelRow) => meanParts(metrics[name]),
          show: ({ metrics }: ModelRow) => meanText(metrics[name], METRICS[name].digits),
          cell: ({ metrics }: ModelRow) => ({ 'data-best': metrics[name]?.mean === bestOf(rows, name) }),
        })),
      ]}
    />
  );
}
