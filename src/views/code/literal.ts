import { roundSignificant } from '../../ui/format';

/** The shortest digits that give the same number again, in Float32 where it is one. */
export const literal = (value: number): string =>
  String(Math.fround(value) === value ? roundSignificant(value, 9) : value);

/** Numbers of a row of a program. */
const A_LINE = 8;

/** A matrix has a line for each row, a vector a line for every few numbers. */
export function numbers(shape: readonly number[], values: ArrayLike<number>): string {
  const texts = Array.from(values, literal);
  const width = shape.length === 2 ? shape[1] : A_LINE;
  if (shape.length === 1 && texts.length <= A_LINE) return `[${texts.join(', ')}]`;
  const lines: string[] = [];
  for (let from = 0; from < texts.length; from += width) {
    const row = texts.slice(from, from + width).join(', ');
    lines.push(shape.length === 2 ? `    [${row}],` : `    ${row},`);
  }
  return `[\n${lines.join('\n')}\n]`;
}
