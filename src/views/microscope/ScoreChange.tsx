import type { Choice, Prediction } from '../../engine/answers';
import type { ExpectedNumber, UpdateTrace } from '../../engine/openedNumber';
import { saysOnly } from '../../ui/cell';
import { exact, moveOf, rating, signed, given as written } from '../../ui/format';
import { cutSum } from '../../ui/predicted';
import { NumberCell } from '../../ui/Table';
import { Num } from '../shared/Num';
import classes from './ScoreChange.module.css';

interface Row<Key> {
  readonly key: Key;
  readonly label: string;
  /** What it opens as; the mean is a constant of the data. */
  readonly part: ExpectedNumber | null;
  /** Whether it is no part that adds something, but a rating. */
  readonly whole?: true;
}

const RATING: readonly Row<Exclude<keyof Prediction, 'ownReview'>>[] = [
  { key: 'mean', label: 'Mean of all ratings', part: null, whole: true },
  { key: 'userBias', label: 'Person’s bias', part: 'user-bias' },
  { key: 'itemBias', label: 'Item’s bias', part: 'item-bias' },
  { key: 'dot', label: 'Match, product', part: 'dot' },
  { key: 'mlp', label: 'Match, network', part: 'mlp' },
  { key: 'raw', label: 'Sum', part: 'prediction', whole: true },
];
const CHOICE: readonly Row<Exclude<keyof Choice, 'times'>>[] = [
  { key: 'popularity', label: 'Popularity', part: 'choice-popularity' },
  { key: 'states', label: 'Match of the states', part: 'choice-states' },
  { key: 'words', label: 'Match of the words', part: 'choice-match' },
  { key: 'score', label: 'Choice score', part: 'choice' },
];

/** The prediction for the pair, or its choice score, just before and just after, part by part. */
export function ScoreChange({ of, trace }: { of: 'score' | 'choice'; trace: UpdateTrace }) {
  return of === 'score' ? (
    <Change
      trace={trace}
      rows={RATING}
      from={trace.prediction}
      sum="raw"
      caption="The predicted rating before and after, in stars"
    >
      <Ends trace={trace} />
    </Change>
  ) : (
    <>
      <Change
        trace={trace}
        rows={CHOICE}
        from={trace.choice}
        sum="score"
        caption="The choice score before and after"
      />
      <p className="soft">
        Only differences between items count: of two, the one that is 1 higher is about 2.7 times as likely to
        be chosen, by the model’s own account. Popularity counts once here, as trained, wherever the dial of
        the list stands; and the list leaves out what its owner has reviewed.
      </p>
    </>
  );
}

interface Props<Key extends string> {
  readonly trace: UpdateTrace;
  readonly rows: readonly Row<Key>[];
  readonly from: Readonly<Record<'before' | 'after', Readonly<Record<Key, number>>>>;
  /** Which row is the sum of the others. */
  readonly sum: Key;
  readonly caption: string;
  readonly children?: React.ReactNode;
}

function Change<Key extends string>({ trace, rows, from, sum, caption, children }: Props<Key>) {
  const { key: interaction, first } = trace;
  const { before, after } = from;
  const row = ({ key, label, part, whole }: Row<Key>) => {
    const form = whole ? rating : signed;
    const cell = (when: 'before' | 'after') => {
      const value = from[when][key];
      return (
        <td key={when} title={exact(value)}>
          {part === null || (first && when === 'before') ? (
            form(value)
          ) : (
            <Num open={{ of: 'expected', part, key: interaction, when }} value={value}>
              {form(value)}
            </Num>
          )}
        </td>
      );
    };
    const moved = moveOf(before[key], after[key]);
    return (
      <tr key={key}>
        <th scope="row">{label}</th>
        {cell('before')}
        {cell('after')}
        <NumberCell of={after[key] - before[key]} as={() => moved.change} />
      </tr>
    );
  };
  return (
    <table
      className={classes.score}
      data-testid="score-change"
      data-before={before[sum]}
      data-after={after[sum]}
    >
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">before the review</th>
          <th scope="col">with it counted</th>
          <th scope="col">change</th>
        </tr>
      </thead>
      <tbody>{rows.map(row)}</tbody>
      {children}
    </table>
  );
}

/** What a rating is cut to, and what was given. */
function Ends({
  trace: {
    prediction: { before, after },
    rating: given,
  },
}: {
  trace: UpdateTrace;
}) {
  return (
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
  );
}
