import type { Bar, Tally } from '../../lessons/aggregate';
import type { Lesson } from '../../lessons/lesson';
import type { Live } from '../../lessons/live';
import { hundredths, plural } from '../../ui/format';
import { guessWords, plainText } from '../shared/guessWords';
import classes from './Teach.module.css';

interface Props {
  readonly tally: Tally;
  readonly lesson: Lesson;
  readonly values: Readonly<Record<string, Live>>;
}

/** What a class predicted in one step, as bars; that of the model is marked. */
export function Guesses({ tally, lesson, values }: Props) {
  const { ask, bars, n, right, step } = tally;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const title = lesson.steps.find(({ id }) => id === step)?.title;
  return (
    <figure className={classes.guesses} data-testid="guesses" data-step={step}>
      <figcaption>
        <strong>{plainText(ask.question, values)}</strong>
        <span className="soft">
          {title} · {plural(n, 'prediction')}
          {right !== null && `, ${right} came true`}
        </span>
      </figcaption>
      <table>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Prediction</th>
            <th scope="col">How many</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={String(bar.of)} data-right={bar.right ?? undefined}>
              <th scope="row">
                {labelOf(tally, bar, values)}
                {bar.right && <span className={classes.model}> ◀ the model</span>}
              </th>
              <td>
                <span
                  className={classes.bar}
                  style={{ inlineSize: `${(100 * bar.count) / most}%` }}
                  aria-hidden="true"
                />
                <span>{bar.count}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function labelOf({ ask }: Tally, { of }: Bar, values: Props['values']): string {
  if (ask.kind === 'number' || ask.kind === 'point') {
    const [from, to] = of as readonly [number, number];
    const told = (value: number) => (Number.isInteger(value) ? `${value}` : hundredths(value));
    return `${told(from)} to ${told(to)}`;
  }
  return guessWords(ask, of as number | string | readonly number[], values);
}
