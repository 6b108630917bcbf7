import { roundSignificant } from '../../ui/format';

/** The shortest digits that give the same number again, in Float32 where it is one. */
export const literal = (value: number): string =>
  String(Math.fround(value) === value ? roundSignificant(value, 9) : value);
