import type { PathStep } from '../../engine/questions/map';
import { DataTable } from '../../ui/figure/DataTable';
import { capital, given, percent, thousandths } from '../../ui/format';
import classes from './Map.module.css';
import type { MapProps } from './mapProps';

/** The path as numbers. */
export function PathTable({ map, noun, kind }: Omit<MapProps, 'who'>) {
  const { initial, path, later } = map.person;
  const rows: readonly (Partial<PathStep> & typeof initial)[] = [initial, ...path, ...later];
  return (
    <section className="card" aria-label="The path as a table">
      <details data-testid="map-tables">
        <summary className={classes.summary}>The path as a table</summary>
        <DataTable
          title={`Where this ${kind} stood after each review, oldest first`}
          titled
          scroll={`Path of the ${kind}`}
          mostHeight={420}
          words={2}
          full
          testId="map-path-table"
          rows={rows}
          row={({ key }, k) =>
            key === undefined ? {} : { 'data-key': key, 'data-happened': k <= path.length }
          }
          columns={[
            {
              head: 'Review',
              value: ({ simulated, edited }, k) => ({
                '': k === 0 ? 'Start' : k,
                origin: simulated ? 'written here' : edited ? 'changed' : null,
              }),
              show: ({ simulated, edited }, k) =>
                `${k === 0 ? 'Start' : k}${simulated ? ', written here' : edited ? ', changed' : ''}`,
            },
            { head: capital(noun.one), value: ({ itemName }) => itemName ?? null },
            { head: 'Rating', value: ({ rating }) => rating ?? null, as: given },
            { head: 'x', value: ({ x }) => x, as: thousandths },
            { head: 'y', value: ({ y }) => y, as: thousandths },
            { head: 'Distance moved', value: ({ moved }) => moved ?? null, as: thousandths },
            {
              head: 'Remains',
              value: ({ share }, k) => (k <= path.length ? (share ?? null) : null),
              show: ({ share }, k) =>
                k > path.length ? 'not yet' : share === undefined ? '–' : percent(share),
            },
          ]}
        />
      </details>
    </section>
  );
}
