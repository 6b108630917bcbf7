import type { DimensionReport } from '../../engine/questions/dimension';
import { useAct } from '../../session/part';
import { selectItem, selectPerson } from '../../session/verbs';
import { DataTable } from '../../ui/figure/DataTable';
import { count, rating, signedThousandths } from '../../ui/format';

/** Who, or what, stands at either end. */
export function Ends({ report, whose }: { report: DimensionReport; whose: string }) {
  const act = useAct();
  const { side, low, high, n } = report;
  if (low.length === 0) return <p className="soft">Too few {whose} have a review at this moment.</p>;
  const choose = (id: string) => act(side === 'user' ? selectPerson(id) : selectItem(id));
  return (
    <DataTable
      title={`${whose} at both ends, of ${count(n)} with a review`}
      titled
      full
      testId="dimension-ends"
      rows={[
        ...high.map((one) => ({ ...one, end: 'Highest' })),
        ...low.map((one) => ({ ...one, end: 'Lowest' })),
      ]}
      group={({ end }) => end}
      keyOf={({ end, id }) => `${end} ${id}`}
      row={({ id, value }) => ({ 'data-testid': 'dimension-end', 'data-id': id, 'data-value': value })}
      columns={[
        {
          head: 'Name',
          value: ({ name }) => name,
          show: ({ id, name }) => (
            <button type="button" className="link" title={name} onClick={() => choose(id)}>
              {name}
            </button>
          ),
        },
        { head: 'Value', value: ({ value }) => value, as: signedThousandths },
        { head: 'Mean rating', value: ({ meanRating }) => meanRating, as: rating },
        { head: 'Reviews', value: ({ interactions }) => interactions, as: count },
      ]}
    />
  );
}
