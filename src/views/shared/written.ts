import type { Written } from '../../lessons/lesson';
import type { Live } from '../../lessons/live';
import { count, exact, hundredths, percent, rating, signed, thousandths } from '../../ui/format';

const FORMATS: { readonly [as in Written]: (value: number) => string } = {
  whole: count,
  rating,
  signed,
  hundredths,
  thousandths,
  percent,
  exact,
};

/** A live value as the page writes such numbers; a name or a word as it is. */
export const written = ({ value, as }: Pick<Live, 'value' | 'as'>): string =>
  typeof value === 'number' ? FORMATS[as](value) : value;
