import type { MeasuredWord } from '../../engine/questions/faithfulness';
import { saysOnly } from '../../ui/cell';
import { percent } from '../../ui/format';
import { NumberCell, Table } from '../../ui/Table';
import { Num } from '../shared/Num';
import { Changes, changeHeads } from './Changes';

interface Props {
  readonly words: readonly MeasuredWord[];
  /** The review, where its numbers are to open: not in a table that is only read out beside a chart. */
  readonly review: string | null;
}

/** Every word with its attention and the three changes, in the order of the text. */
export function WordTable({ words, review }: Props) {
  return (
    <Table
      // What is only read out beside a chart does not scroll.
      scroll={review === null ? null : 'Words of the review'}
      spoken="Attention of each word, and what changes against the review without it"
      heads={changeHeads('Word')}
      testId="truth-table"
    >
      <tbody>
        {words.map(({ word, start, attention, change, known, cut }, place) => (
          <tr key={start}>
            <th scope="row" {...saysOnly(word)}>
              {word}
            </th>
            <NumberCell of={cut ? null : attention} as={percent}>
              {review !== null && (
                <Num open={{ of: 'attention', key: review, word: place }} value={attention}>
                  {percent(attention)}
                </Num>
              )}
            </NumberCell>
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
    </Table>
  );
}
