import type { MeasuredWord } from '../../engine/api';
import { exact, percent } from '../../ui/format';
import { ChangeHeads, Changes } from './Changes';
import classes from './Truth.module.css';

/** Every word with its attention and the three changes, in the order of the text. */
export function WordTable({ words }: { words: readonly MeasuredWord[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={classes.wide} tabIndex={0} aria-label="Words of the review">
      <table className={classes.numbers} data-testid="truth-table">
        <caption className="visually-hidden">
          Attention of each word, and what changes against the review without it
        </caption>
        <thead>
          <ChangeHeads of="Word" />
        </thead>
        <tbody>
          {words.map(({ word, start, attention, change, known, cut }) => (
            <tr key={start}>
              <th scope="row">{word}</th>
              <td title={exact(attention)}>{cut ? '–' : percent(attention)}</td>
              {change ? (
                <Changes change={change} />
              ) : (
                <td colSpan={3}>{cut || known ? 'past the limit of words' : 'not known to the model'}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
