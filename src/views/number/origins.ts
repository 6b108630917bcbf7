import type { Origin } from '../../engine/openedNumber';

interface Words {
  /** One letter that marks an operand. */
  readonly mark: string;
  /** In the legend. */
  readonly short: string;
  /** What a number stands on that opens no further. */
  readonly leaf: string;
}

export const ORIGINS: Record<Origin, Words> = {
  weight: {
    mark: 'W',
    short: 'learned weight',
    leaf: 'A learned weight: training set it, and it is the same for everybody.',
  },
  given: { mark: 'G', short: 'given by somebody', leaf: 'Given by whoever wrote the review.' },
  constant: {
    mark: 'C',
    short: 'counted or constant',
    leaf: 'Counted in the data, or a constant of the model.',
  },
  stored: {
    mark: 'S',
    short: 'stored',
    leaf: 'Stored with the data set, because the text it was computed from may not be shown.',
  },
  computed: { mark: 'ƒ', short: 'computed', leaf: 'Computed, from nothing that opens further.' },
};

export const ORIGIN_ORDER: readonly Origin[] = ['computed', 'weight', 'given', 'constant', 'stored'];
