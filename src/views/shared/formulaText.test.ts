import { expect, it } from 'vitest';
import type { Factor, OpenedNumber } from '../../engine/openedNumber';
import { onPaper, plainSymbol } from './formulaText';

it.each([
  ['z^{u}_{3}', 'zᵘ₃'],
  ["u'_{12}", 'u′₁₂'],
  [String.raw`\alpha_{2}`, 'α₂'],
  [String.raw`\hat r`, 'r\u0302'],
  ['p', 'p'],
])('%s is written %s', (tex, text) => {
  expect(plainSymbol(tex)).toBe(text);
});

const factor = (symbol: string, value: number, apply: Factor['apply'] = null) =>
  ({ symbol, value, apply }) as Factor;
const opened = (terms: readonly (readonly Factor[])[], more: Partial<OpenedNumber> = {}) =>
  ({
    symbol: "u'_{3}",
    terms: terms.map((factors) => ({ factors, value: 0 })),
    divisor: null,
    outer: null,
    ...more,
  }) as OpenedNumber;

const [z, n, u] = [factor('z_{3}', 0.25), factor('n_{3}', -0.5), factor('u_{3}', 0.1)];
const left = factor('z_{3}', 0.25, 'one-minus');

it('a formula of few operands is written with them, each once', () => {
  expect(
    onPaper(
      opened([
        [left, n],
        [z, u],
      ]),
      String,
    ),
  ).toEqual({
    symbols: 'u′₃ = (1 − z₃) · n₃ + z₃ · u₃',
    operands: [
      { symbol: 'z₃', value: '0.25' },
      { symbol: 'n₃', value: '-0.5' },
      { symbol: 'u₃', value: '0.1' },
    ],
  });
  expect(onPaper(opened([[n], [u]], { outer: 'tanh' }), String)?.symbols).toBe('u′₃ = tanh(n₃ + u₃)');
});

it('what nobody works out on paper is left to the page', () => {
  expect(onPaper(opened([[n]]), String)).toBeNull();
  expect(onPaper(opened(Array.from({ length: 7 }, () => [n])), String)).toBeNull();
  expect(onPaper(opened([[n, u]], { divisor: [] }), String)).toBeNull();
});
