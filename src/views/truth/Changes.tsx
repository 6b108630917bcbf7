import type { NumberRef } from '../../engine/openedNumber';
import type { MaskingChange } from '../../engine/questions/faithfulness';
import type { Column } from '../../ui/figure/figure';
import { percent, signedThousandths, thousandths } from '../../ui/format';
import { Num } from '../shared/Num';

/** A row of words: their attention, and what masking them changes. */
export interface Masked {
  readonly name: string;
  readonly attention: number | null;
  readonly change: MaskingChange | null;
  /** Why nothing was measured. */
  readonly note?: string;
  /** What its numbers open into, where they do. */
  readonly opens?: { readonly attention: NumberRef; readonly rating: NumberRef };
}

const number = (value: number | null, as: (value: number) => string, open?: NumberRef) =>
  value === null ? '–' : <Num open={open} value={value} as={as} />;

/** Attention and the four measured changes. */
export const changeColumns = (of: string): Column<Masked>[] => [
  { head: of, value: ({ name }) => name },
  {
    head: 'Attention',
    value: ({ attention }) => attention,
    show: ({ attention, opens }) => number(attention, percent, opens?.attention),
  },
  {
    head: 'Predicted rating, stars',
    value: ({ change, note = null }) => ({ '': change?.rating ?? null, note }),
    show: ({ change, note, opens }) =>
      note ?? number(change?.rating ?? null, signedThousandths, opens?.rating),
  },
  { head: 'Choice score', value: ({ change }) => change?.match ?? null, as: signedThousandths },
  { head: 'Features ‖Δx‖', value: ({ change }) => change?.features ?? null, as: thousandths },
  { head: 'State of who wrote it ‖Δu‖', value: ({ change }) => change?.state ?? null, as: thousandths },
];
