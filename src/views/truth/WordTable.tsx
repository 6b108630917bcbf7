import type { MeasuredWord } from '../../engine/questions/faithfulness';
import { DataTable } from '../../ui/figure/DataTable';
import { changeColumns, type Masked } from './Changes';

interface Props {
  readonly words: readonly MeasuredWord[];
  /** The review, where its numbers are to open: not in a table that is only read out beside a chart. */
  readonly review: string | null;
}

/** Every word with its attention and the three changes, in the order of the text. */
export function WordTable({ words, review }: Props) {
  const rows = words.map(({ word, attention, change, known, cut }, place): Masked => {
    const note = change ? undefined : cut || known ? 'beyond the limit of words' : 'not known to the model';
    return {
      name: word,
      attention: cut ? null : attention,
      change: change ?? null,
      ...(note && { note }),
      ...(review !== null && {
        opens: {
          attention: { of: 'attention', key: review, word: place },
          rating: { of: 'masking', key: review, word: place, how: 'without' },
        },
      }),
    };
  });
  return (
    <DataTable
      title="Attention of each word, and what changes against the review without it"
      // What is only read out beside a chart does not scroll.
      scroll={review === null ? null : 'Words of the review'}
      testId="truth-table"
      rows={rows}
      columns={changeColumns('Word')}
    />
  );
}
