import type { DimensionEnd, DimensionReport } from '../../engine/questions/dimension';
import { selectItem, selectPerson } from '../../session/store';
import { saysOnly } from '../../ui/cell';
import { count, exact, rating, signedThousandths } from '../../ui/format';
import classes from './Dimensions.module.css';

/** Who, or what, stands at either end. */
export function Ends({ report, many }: { report: DimensionReport; many: string }) {
  const { side, low, high, n } = report;
  const whose = side === 'user' ? 'people' : many;
  if (low.length === 0) return <p className="soft">Too few {whose} have a review at this moment.</p>;
  const choose = side === 'user' ? selectPerson : selectItem;
  return (
    <table className={classes.ends} data-testid="dimension-ends">
      <caption>
        {whose} at both ends, of {count(n)} with a review
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Mean rating</th>
          <th scope="col">Reviews</th>
        </tr>
      </thead>
      <Group name="Highest" rows={high} choose={choose} />
      <Group name="Lowest" rows={low} choose={choose} />
    </table>
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
      <th scope="rowgroup" colSpan={4} className={classes.group}>
        {name}
      </th>
    </tr>
    {rows.map((one) => (
      <tr key={one.id} data-testid="dimension-end" data-id={one.id} data-value={one.value}>
        <th scope="row">
          <button type="button" className={classes.link} title={one.name} onClick={() => choose(one.id)}>
            {one.name}
          </button>
        </th>
        <td title={exact(one.value)} {...saysOnly(one.value)}>
          {signedThousandths(one.value)}
        </td>
        <td {...saysOnly(one.meanRating)}>{one.meanRating === null ? '–' : rating(one.meanRating)}</td>
        <td {...saysOnly(one.interactions)}>{count(one.interactions)}</td>
      </tr>
    ))}
  </tbody>
);
