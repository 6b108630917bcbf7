import type { Prediction } from '../../engine/api';
import { diverging } from '../../ui/colors';
import { exact, rating, signed } from '../../ui/format';
import { Term } from '../../ui/Term';
import classes from './Recommended.module.css';

/** Rating units at which a bar reaches the end of its half. */
const REACH = 1.2;

/** r̂ = μ + user bias + item bias + match, each as a signed bar with its number. */
export function ScoreSplit({ prediction: p }: { prediction: Prediction }) {
  const parts = [
    {
      key: 'user',
      label: (
        <>
          Person’s <Term name="bias">bias</Term>
        </>
      ),
      value: p.userBias,
    },
    {
      key: 'item',
      label: (
        <>
          Item’s <Term name="bias">bias</Term>
        </>
      ),
      value: p.itemBias,
    },
    {
      key: 'dot',
      label: (
        <>
          <Term name="match">Match</Term>, product
        </>
      ),
      value: p.dot,
    },
    {
      key: 'mlp',
      label: (
        <>
          <Term name="match">Match</Term>, network
        </>
      ),
      value: p.mlp,
    },
  ];
  return (
    <table className={classes.split}>
      <caption className="visually-hidden">The predicted rating as a sum, in stars</caption>
      <tbody>
        <tr>
          <th scope="row">Mean of all ratings</th>
          <td />
          <td title={exact(p.mean)}>{rating(p.mean)}</td>
        </tr>
        {parts.map(({ key, label, value }) => {
          const width = Math.min(50, (50 * Math.abs(value)) / REACH);
          return (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                <span className={classes.axis} aria-hidden="true">
                  <span
                    style={{
                      left: value < 0 ? `${50 - width}%` : '50%',
                      width: `${width}%`,
                      background: diverging(Math.sign(value)),
                    }}
                  />
                </span>
              </td>
              <td title={exact(value)}>{signed(value)}</td>
            </tr>
          );
        })}
        <tr>
          <th scope="row">Predicted rating</th>
          <td className="soft">{p.raw !== p.rating && 'cut at the end of the scale'}</td>
          <td title={exact(p.raw)}>{rating(p.rating)}</td>
        </tr>
      </tbody>
    </table>
  );
}
