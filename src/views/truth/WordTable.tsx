import type { MeasuredWord } from '../../engine/questions/faithfulness';
import { saysOnly } from '../../ui/cell';
import { exact, percent } from '../../ui/format';
import { Num } from '../shared/Num';
import { ChangeHeads, Changes } from './Changes';
import classes from './Truth.module.css';

interface Props {
  readonly words: readonly MeasuredWord[];
  /** The review, where its numbers are to open: not in a table that is only read out beside a chart. */
  readonly review: string | null;
}

/** Every word with its attention and the three changes, in the order of the text. */
export function WordTable({ words, review }: Props) {
  return (
    <section
      // What scrolls must be reachable by key; what is only read out beside a chart neither scrolls nor is reached.
      className={review === null ? undefined : classes.wide}
      tabIndex={review === null ? undefined : 0}
      aria-label="Words of the review"
    >
      <table className={classes.numbers} data-testid="truth-table">
        <caption className="visually-hidden">
          Attention of each word, and what changes against the review without it
        </caption>
        <thead>
          <ChangeHeads of="Word" />
        </thead>
        <tbody>
          {words.map(({ word, start, attention, change, known, cut }, place) => (
            <tr key={start}>
              <th scope="row" {...saysOnly(word)}>
                {word}
              </th>
              <td title={exact(attention)} {...saysOnly(cut ? null : attention)}>
                {cut ? '–' : <Share attention={attention} review={review} word={place} />}
              </td>
              {change ? (
                <Changes
                  change={change}
                  {...(review !== null && {
                    open: { of: 'masking', key: review, word: place, how: 'without' },
                  })}
                />
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

function Share({ attention, review, word }: { attention: number; review: string | null; word: number }) {
  if (review === null) return percent(attention);
  return (
    <Num open={{ of: 'attention', key: review, word }} value={attention}>
      {percent(attention)}
    </Num>
  );
}
