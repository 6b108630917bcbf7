import type { Choice, Prediction } from '../../engine/answers';
import type { ExpectedNumber, UpdateTrace } from '../../engine/openedNumber';
import { DataTable } from '../../ui/figure/DataTable';
import { capital, moveOf, rating, signed, given as written } from '../../ui/format';
import { cutSum } from '../../ui/predicted';
import { Num } from '../shared/Num';
import { useKind } from '../shared/useKind';

interface Part<Key> {
  readonly key: Key;
  readonly label: string;
  /** What it opens as; the mean is a constant of the data. */
  readonly part?: ExpectedNumber;
  /** Whether it is no part that adds something, but a rating. */
  readonly whole?: true;
}

const ratingOf = (kind: string): readonly Part<Exclude<keyof Prediction, 'ownReview'>>[] => [
  { key: 'mean', label: 'Mean of all ratings', whole: true },
  { key: 'userBias', label: `${capital(kind)}’s bias`, part: 'user-bias' },
  { key: 'itemBias', label: 'Item’s bias', part: 'item-bias' },
  { key: 'dot', label: 'Match, product', part: 'dot' },
  { key: 'mlp', label: 'Match, network', part: 'mlp' },
  { key: 'raw', label: 'Sum', part: 'prediction', whole: true },
];
const CUT = { key: 'rating', label: 'Predicted rating, cut at the end of the scale', whole: true } as const;
const CHOICE: readonly Part<Exclude<keyof Choice, 'times'>>[] = [
  { key: 'popularity', label: 'Popularity', part: 'choice-popularity' },
  { key: 'states', label: 'Match of the states', part: 'choice-states' },
  { key: 'words', label: 'Match of the words', part: 'choice-match' },
  { key: 'score', label: 'Choice score', part: 'choice' },
];

interface Row extends Omit<Part<string>, 'key'> {
  readonly before: number | null;
  readonly after: number;
}

type Moments<Key extends string> = Readonly<Record<'before' | 'after', Readonly<Record<Key, number>>>>;

const moved = <Key extends string>({ key, ...part }: Part<Key>, { before, after }: Moments<Key>): Row => ({
  ...part,
  before: before[key],
  after: after[key],
});

/** The prediction for the pair, or its choice score, just before and just after, part by part. */
export function ScoreChange({ of, trace }: { of: 'score' | 'choice'; trace: UpdateTrace }) {
  const { key, first, prediction, choice, rating: given } = trace;
  const kind = useKind();
  const rows =
    of === 'score'
      ? ratingOf(kind).map((part) => moved(part, prediction))
      : CHOICE.map((part) => moved(part, choice));
  const isCut = (cutSum(prediction.before) ?? cutSum(prediction.after)) !== null;
  const ends: Row[] = [
    ...(isCut ? [moved(CUT, prediction)] : []),
    ...(given === null ? [] : [{ label: 'Rating that was given', before: null, after: given }]),
  ];
  const moment = (when: 'before' | 'after', head: string) => ({
    head,
    value: (row: Row) => row[when],
    show: ({ [when]: value, before, part, whole }: Row) => {
      if (value === null) return '';
      if (before === null) return written(value);
      const open =
        part && !(first && when === 'before') ? ({ of: 'expected', part, key, when } as const) : null;
      return <Num open={open} value={value} as={whole ? rating : signed} />;
    },
  });
  return (
    <>
      <DataTable
        title={
          of === 'score'
            ? 'The predicted rating before and after, in stars'
            : 'The choice score before and after'
        }
        testId="score-change"
        rows={rows}
        foot={of === 'score' ? ends : []}
        row={({ before, after }, k) => ({
          'data-top': k === rows.length - 1,
          'data-before': before,
          'data-after': after,
        })}
        columns={[
          {
            head: 'part',
            shownHead: <span className="visually-hidden">part</span>,
            value: ({ label }) => label,
          },
          moment('before', 'before the review'),
          moment('after', 'with it counted'),
          {
            head: 'change',
            value: ({ before, after }) => (before === null ? null : after - before),
            show: ({ before, after }) => (before === null ? '' : moveOf(before, after).change),
          },
        ]}
      />
      {of === 'choice' && (
        <p className="soft">
          Only differences between items count: of two, the one that is 1 higher is about 2.7 times as likely
          to be chosen, by the model’s own account. Popularity counts once here, as in training, wherever the
          dial of the list stands; and the list leaves out what its owner has reviewed.
        </p>
      )}
    </>
  );
}
