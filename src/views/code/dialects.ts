import { roundSignificant } from '../../ui/format';
import { numpy, pytorch } from './python';
import { tfjs } from './tfjs';

/** Languages that a step can be repeated in. */
export const DIALECTS = { NumPy: numpy, PyTorch: pytorch, 'TensorFlow.js': tfjs } as const;
export type DialectName = keyof typeof DIALECTS;

/** The shortest digits that give the same number again, in Float32 where it is one. */
export const literal = (value: number): string =>
  String(Math.fround(value) === value ? roundSignificant(value, 9) : value);
