import type { MetricsRow } from '../../engine/start';
import { useSession } from '../../session/part';
import { DataTable } from '../../ui/figure/DataTable';
import { count, megabytes, metric } from '../../ui/format';
import { usersNoun } from '../shared/useKind';
import classes from './Gallery.module.css';

const COLUMNS = ['mae', 'rmse', 'ndcg@10'] as const;

const written = (value: number | null): string => (value === null ? '–' : metric(value));

/** Lower is better for errors, higher for ranking. */
function best(rows: readonly MetricsRow[], column: (typeof COLUMNS)[number]): number {
  const values = rows.map((r) => r[column]).filter((v): v is number => v !== null);
  return column === 'ndcg@10' ? Math.max(...values) : Math.min(...values);
}

/** What the data are, where they come from, and how well the model does on them. */
export function DatasetDetails() {
  const dataset = useSession((s) => s.start?.dataset);
  if (!dataset) return null;
  const { counts, metrics, itemNoun } = dataset;
  return (
    <section className={classes.details} aria-label={`About ${dataset.name}`}>
      <strong>About {dataset.name}</strong>
      <p className="soft">{dataset.provenance}</p>
      <dl className="facts">
        <dt>Size</dt>
        <dd>
          {count(counts.interactions)} interactions of {count(counts.users)} {usersNoun(dataset.ofKinds).many}{' '}
          with {count(counts.items)} {itemNoun.many}, {megabytes(dataset.bytes)} with the model
        </dd>
        <dt>Order</dt>
        <dd>{dataset.order}</dd>
        <dt>Model</dt>
        <dd>
          {dataset.stateSize} numbers a state, {count(dataset.vocabularySize)} words, hash{' '}
          {dataset.modelHash.slice(0, 12)}
        </dd>
      </dl>
      <DataTable
        title="Measured on held-out interactions"
        full
        rows={metrics.rows}
        columns={[
          {
            head: 'Model',
            shownHead: `On ${count(metrics.rows[0]?.n ?? 0)} held-out reviews`,
            value: ({ model, label }) => (model === 'drex' ? 'DReX' : (label ?? model)),
            cell: ({ model }) => ({ 'data-best': model === 'drex' }),
          },
          ...COLUMNS.map((name) => ({
            head: name.toUpperCase(),
            value: (row: MetricsRow) => row[name],
            show: (row: MetricsRow) => written(row[name]),
            cell: (row: MetricsRow) => ({ 'data-best': row[name] === best(metrics.rows, name) }),
          })),
        ]}
      />
      <p className="soft" style={{ marginTop: 8 }}>
        Bold is best. Lower is better for MAE and RMSE, higher for NDCG.
        {metrics.changed && ` What has changed since this was measured: ${metrics.changed}`}
      </p>
    </section>
  );
}
