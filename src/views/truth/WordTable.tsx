import type { MeasuredWord } from '../../engine/api';
import { exact, percent, signedThousandths, thousandths } from '../../ui/format';
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
          <tr>
            <th scope="col">Word</th>
            <th scope="col">Attention</th>
            <th scope="col">Predicted rating, stars</th>
            <th scope="col">Features ‖Δx‖</th>
            <th scope="col">Person’s state ‖Δu‖</th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ word, start, attention, change, known, cut }) => (
            <tr key={start}>
              <th scope="row">{word}</th>
              <td title={exact(attention)}>{cut ? '–' : percent(attention)}</td>
              {change ? (
                <>
                  <td title={exact(change.rating)}>{signedThousandths(change.rating)}</td>
                  <td title={exact(change.features)}>{thousandths(change.features)}</td>
                  <td title={exact(change.state)}>{thousandths(change.state)}</td>
                </>
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
