import type { Evidence } from '../../engine/questions/evidence';
import { DataTable } from '../../ui/figure/DataTable';
import { intervalParts } from '../../ui/figure/grid';
import { fixed, plural } from '../../ui/format';
import { Figure } from './Figure';
import { METRICS } from './metrics';
import { WithInterval } from './WithInterval';

const METRIC = 'catalogue/ndcg@10';
const written = (value: number) => fixed(value, METRICS[METRIC].digits);

/** How good the list is for people of whom only the first reviews are known. */
export function ShortHistories({ evidence }: { evidence: Evidence }) {
  const { shortHistories: rows, models, protocol } = evidence;
  if (rows.length === 0) return null;
  const known = [...new Set(rows.map((one) => one.known))].sort((a, b) => a - b);
  const ids = [...new Set(rows.map((one) => one.model))];
  const labels = new Map(models.map(({ id, label }) => [id, label]));
  const at = (id: string, n: number) => rows.find((one) => one.model === id && one.known === n)?.[METRIC];
  const title = 'How good is the list after one, two and five reviews?';
  return (
    <Figure
      title={title}
      reading={`${METRICS[METRIC].label}, higher is better, where only a person’s first reviews are known; in brackets the 95\u00a0% interval.`}
      definition={protocol.shortHistories}
      testId="evidence-short"
    >
      <DataTable
        title={title}
        scroll={title}
        full
        rows={ids}
        row={(id) => ({ 'data-row': id })}
        columns={[
          { head: 'Model', value: (id) => labels.get(id) ?? id },
          ...known.map((n) => ({
            head: plural(n, 'review'),
            value: (id: string) => intervalParts(at(id, n)),
            show: (id: string) => <WithInterval of={at(id, n)} as={written} />,
          })),
        ]}
      />
    </Figure>
  );
}
