import type { Prediction } from '../../../engine/answers';
import { Drawing } from '../../../ui/figure/Drawing';
import { NAMED, type NamedValue } from '../../../ui/figure/figure';
import { exact, rating } from '../../../ui/format';
import { cutSum } from '../../../ui/predicted';
import { Term } from '../../../ui/Term';
import { Num } from '../Num';
import { Part } from './SplitPart';
import classes from './Sums.module.css';

/** Rating units at which a bar reaches the end of its half. */
const REACH = 1.2;

interface Props {
  readonly prediction: Prediction;
  readonly person: string;
  readonly item: string;
}

/** r̂ = μ + user bias + item bias + match, each as a signed bar with its number. */
export function ScoreSplit({ prediction: p, person, item }: Props) {
  const pair = { person, item };
  const sum = cutSum(p);
  return (
    <Drawing
      title="Predicted rating: how this person would rate it"
      rows={
        [
          ['Mean of all ratings', p.mean],
          ['Person’s bias', p.userBias],
          ['Item’s bias', p.itemBias],
          ['Match, product', p.dot],
          ['Match, network', p.mlp],
          ...(sum === null ? [] : [['Sum', p.raw] as const]),
          ['Predicted rating', p.rating],
        ] satisfies NamedValue[]
      }
      columns={NAMED}
    >
      <table className={classes.split}>
        <caption>
          <Term name="predicted rating">Predicted rating</Term>: how this person would rate it
        </caption>
        <tbody>
          <tr>
            <th scope="row">Mean of all ratings</th>
            <td />
            <td title={exact(p.mean)}>{rating(p.mean)}</td>
          </tr>
          <Part reach={REACH} open={{ of: 'user-bias', ...pair }} value={p.userBias}>
            Person’s <Term name="bias">bias</Term>
          </Part>
          <Part reach={REACH} open={{ of: 'item-bias', ...pair }} value={p.itemBias}>
            Item’s <Term name="bias">bias</Term>
          </Part>
          <Part reach={REACH} open={{ of: 'dot', ...pair }} value={p.dot}>
            <Term name="match">Match</Term>, product
          </Part>
          <Part reach={REACH} open={{ of: 'mlp', ...pair }} value={p.mlp}>
            <Term name="match">Match</Term>, network
          </Part>
          {sum !== null && (
            <tr>
              <th scope="row">Sum</th>
              <td />
              <td title={exact(p.raw)}>{sum}</td>
            </tr>
          )}
          <tr>
            <th scope="row">Predicted rating</th>
            <td className="soft">{sum !== null && 'cut at the end of the scale'}</td>
            <td>
              <Num open={{ of: 'prediction', ...pair }} value={p.raw}>
                {rating(p.rating)}
              </Num>
            </td>
          </tr>
        </tbody>
      </table>
    </Drawing>
  );
}
