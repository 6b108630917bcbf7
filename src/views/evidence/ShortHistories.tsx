import type { Evidence } from '../../engine/questions/evidence';
import { saysInterval } from '../../ui/cell';
import { fixed, plural } from '../../ui/format';
import { Table } from '../../ui/Table';
import { Figure } from './Figure';
import { intervalText, METRICS } from './metrics';

const METRIC = 'catalogue/ndcg@10';

/** How good the list is for people of whom only the first reviews are known. */
export function ShortHistories({ evidence }: { evidence: Evidence }) {
  const { shortHistories: rows, models, protocol, command } = evidence;
  if (rows.length === 0) return null;
  const known = [...new Set(rows.map((one) => one.known))].sort((a, b) => a - b);
  const ids = [...new Set(rows.map((one) => one.model))];
  const labels = new Map(models.map(({ id, label }) => [id, label]));
  const title = 'How good is the list after one, two and five reviews?';
  return (
    <Figure
      title={title}
      reading={`${METRICS[METRIC].label}, higher is better, where only a person’s first reviews are known; in brackets the 95 % interval.`}
      definition={protocol.shortHistories}
      command={command}
      testId="evidence-short"
    >
      <Table scroll={title} heads={['Model', ...known.map((n) => plural(n, 'review'))]} full>
        <tbody>
          {ids.map((id) => (
            <tr key={id} data-row={id}>
              <th scope="row">{labels.get(id) ?? id}</th>
              {known.map((n) => {
                const found = rows.find((one) => one.model === id && one.known === n)?.[METRIC];
                return (
                  <td key={n} {...(found && saysInterval(found))}>
                    {found ? fixed(found.value, METRICS[METRIC].digits) : '–'}
                    {found && <span className="soft"> {intervalText(found, METRICS[METRIC].digits)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </Figure>
  );
}
