import type { DimensionEnd, DimensionReport } from '../../engine/questions/dimension';
import { useAct } from '../../session/part';
import { selectItem, selectPerson } from '../../session/verbs';
import { saysOnly } from '../../ui/cell';
import { count, rating, signedThousandths } from '../../ui/format';
import { NumberCell, Table } from '../../ui/Table';

/** Who, or what, stands at either end. */
export function Ends({ report, many }: { report: DimensionReport; many: string }) {
  const act = useAct();
  const { side, low, high, n } = report;
  const whose = side === 'user' ? 'people' : many;
  if (low.length === 0) return <p className="soft">Too few {whose} have a review at this moment.</p>;
  const choose = (id: string) => act(side === 'user' ? selectPerson(id) : selectItem(id));
  return (
    <Table
      caption={`${whose} at both ends, of ${count(n)} with a review`}
      heads={['Name', 'Value', 'Mean rating', 'Reviews']}
      full
      testId="dimension-ends"
    >
      <Group name="Highest" rows={high} choose={choose} />
      <Group name="Lowest" rows={low} choose={choose} />
    </Table>
  );
}

interface GroupProps {
  readonly name: string;
  readonly rows: readonly DimensionEnd[];
  readonly choose: (id: string) => void;
}

const Group = ({ name, rows, choose }: GroupProps) => (
  <tbody>
    <tr>
      <th scope="rowgroup" colSpan={4}>
        {name}
      </th>
    </tr>
    {rows.map((one) => (
      <tr key={one.id} data-testid="dimension-end" data-id={one.id} data-value={one.value}>
        <th scope="row">
          <button type="button" className="link" title={one.name} onClick={() => choose(one.id)}>
            {one.name}
          </button>
        </th>
        <NumberCell of={one.value} as={signedThousandths} />
        <NumberCell of={one.meanRating} as={rating} />
        <td {...saysOnly(one.interactions)}>{count(one.interactions)}</td>
      </tr>
    ))}
  </tbody>
);
