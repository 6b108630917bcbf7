import type { Prediction, UpdateTrace } from '../../engine/api';
import { exact, rating, signed } from '../../ui/format';
import classes from './Update.module.css';

const PARTS: readonly { readonly key: keyof Prediction; readonly label: string }[] = [
  { key: 'mean', label: 'Mean of all ratings' },
  { key: 'userBias', label: 'Person’s bias' },
  { key: 'itemBias', label: 'Item’s bias' },
  { key: 'dot', label: 'Match, product' },
  { key: 'mlp', label: 'Match, network' },
];

/** The prediction for the pair just before and just after, part by part. */
export function ScoreChange({ trace: { prediction, rating: given } }: { trace: UpdateTrace }) {
  const { before, after } = prediction;
  const row = (label: string, a: number, b: number, form: (x: number) => string) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td title={exact(a)}>{form(a)}</td>
      <td title={exact(b)}>{form(b)}</td>
      <td title={exact(b - a)}>{signed(b - a)}</td>
    </tr>
  );
  return (
    <table
      className={classes.score}
      data-testid="score-change"
      data-before={before.raw}
      data-after={after.raw}
    >
      <caption className="visually-hidden">The predicted rating before and after, in stars</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">before</th>
          <th scope="col">after</th>
          <th scope="col">change</th>
        </tr>
      </thead>
      <tbody>
        {PARTS.map(({ key, label }) => row(label, before[key], after[key], key === 'mean' ? rating : signed))}
        {row('Sum', before.raw, after.raw, rating)}
      </tbody>
      {given !== null && (
        <tfoot>
          <tr>
            <th scope="row">Rating that was given</th>
            <td colSpan={3}>{given}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
