import type { Prediction } from '../../engine/answers';
import type { NumberRef, UpdateTrace } from '../../engine/openedNumber';
import { saysOnly } from '../../ui/cell';
import { exact, moveOf, rating, signed, given as written } from '../../ui/format';
import { cutSum } from '../../ui/predicted';
import { NumberCell } from '../../ui/Table';
import { Num } from '../shared/Num';
import classes from './ScoreChange.module.css';

type Part = Extract<NumberRef, { of: 'expected' }>['part'];

interface Row {
  readonly key: Exclude<keyof Prediction, 'ownReview'>;
  readonly label: string;
  /** What it opens as; the mean is a constant of the data. */
  readonly part: Part | null;
}

const PARTS: readonly Row[] = [
  { key: 'mean', label: 'Mean of all ratings', part: null },
  { key: 'userBias', label: 'Person’s bias', part: 'user-bias' },
  { key: 'itemBias', label: 'Item’s bias', part: 'item-bias' },
  { key: 'dot', label: 'Match, product', part: 'dot' },
  { key: 'mlp', label: 'Match, network', part: 'mlp' },
];
const SUM: Row = { key: 'raw', label: 'Sum', part: 'prediction' };

/** The prediction for the pair just before and just after, part by part. */
export function ScoreChange({ trace: { key, first, prediction, rating: given } }: { trace: UpdateTrace }) {
  const { before, after } = prediction;
  const row = ({ key: name, label, part }: Row) => {
    const form = part === null || part === 'prediction' ? rating : signed;
    const cell = (when: 'before' | 'after') => {
      const value = prediction[when][name];
      return (
        <td key={when} title={exact(value)}>
          {part === null || (first && when === 'before') ? (
            form(value)
          ) : (
            <Num open={{ of: 'expected', part, key, when }} value={value}>
              {form(value)}
            </Num>
          )}
        </td>
      );
    };
    const change = after[name] - before[name];
    const moved = moveOf(before[name], after[name]);
    return (
      <tr key={name}>
        <th scope="row">{label}</th>
        {cell('before')}
        {cell('after')}
        <NumberCell of={change} as={() => moved.change} />
      </tr>
    );
  };
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
          <th scope="col">before the review</th>
          <th scope="col">with it counted</th>
          <th scope="col">change</th>
        </tr>
      </thead>
      <tbody>{[...PARTS, SUM].map(row)}</tbody>
      <tfoot>
        {(cutSum(before) ?? cutSum(after)) !== null && (
          <tr>
            <th scope="row">Predicted rating, cut at the end of the scale</th>
            <td title={exact(before.rating)}>{rating(before.rating)}</td>
            <td title={exact(after.rating)}>{rating(after.rating)}</td>
            <NumberCell
              of={after.rating - before.rating}
              as={() => moveOf(before.rating, after.rating).change}
            />
          </tr>
        )}
        {given !== null && (
          <tr>
            <th scope="row">Rating that was given</th>
            <td colSpan={3} {...saysOnly(given)}>
              {written(given)}
            </td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}
