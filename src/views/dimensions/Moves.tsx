import type { DimensionReport } from '../../engine/questions/dimension';
import { saysOnly } from '../../ui/cell';
import { count, signedThousandths } from '../../ui/format';
import { Heads, NumberCell, Table } from '../../ui/Table';
import classes from './Dimensions.module.css';

/** What single words and single ratings do to it, each in a review that says nothing else. */
export function Moves({ report, noun }: { report: DimensionReport; noun: string }) {
  const { words, ratings, side } = report;
  const rows = [
    ...words.up.map((one) => ({ ...one, group: 'Up' })),
    ...words.down.toReversed().map((one) => ({ ...one, group: 'Down' })),
  ];
  const most = Math.max(...rows.map((one) => Math.abs(one.change))) || 1;
  const start = side === 'user' ? 'somebody new' : `a new ${noun}`;
  return (
    <>
      <table className={`wide-table ${classes.moves}`} data-figure data-testid="dimension-words">
        <caption>Words that move it furthest up and down</caption>
        <Heads of={['Word', 'Bar', 'Change of the dimension']} spoken />
        <tbody>
          {rows.map(({ word, change, group }) => (
            <tr key={`${group} ${word}`} data-testid="dimension-word" data-change={change}>
              <th scope="row" {...saysOnly(word)}>
                {word}
              </th>
              <td aria-hidden="true">
                <Bar value={change / most} />
              </td>
              <NumberCell of={change} as={signedThousandths} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        A review of this one word, by the real cells, of {start}; the {count(words.tried)} most frequent
        keywords were tried. A word that the model does not know moves it by{' '}
        {signedThousandths(words.unknown)}: what any text does.
      </p>
      <Table
        caption="Ratings that move it"
        heads={['A review of this rating alone', 'σ above the mean', 'σ below', 'Difference']}
        full
        testId="dimension-ratings"
      >
        <tbody>
          {ratings
            .toSorted((a, b) => Math.abs(b.above - b.below) - Math.abs(a.above - a.below))
            .map(({ label, above, below }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <NumberCell of={above} as={signedThousandths} />
                <NumberCell of={below} as={signedThousandths} />
                <NumberCell of={above - below} as={signedThousandths} />
              </tr>
            ))}
        </tbody>
      </Table>
      <p className="soft">σ is one standard deviation of that rating in the train part.</p>
    </>
  );
}

/** From the middle to the right for what goes up, to the left for what goes down. `value` in −1…1. */
const Bar = ({ value }: { value: number }) => (
  <span
    className={classes.bar}
    style={{
      left: `${50 + Math.min(0, 50 * value)}%`,
      width: `${Math.max(0.8, Math.abs(50 * value))}%`,
      background: value < 0 ? 'var(--below)' : 'var(--above)',
    }}
  />
);
