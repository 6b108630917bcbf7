import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Factor, OpenedNumber } from '../engine/openedNumber';
import { judged, numberIn, slipIn } from './checking';

const factor = (value: number, apply: Factor['apply'] = null): Factor =>
  ({ value, apply, symbol: '', what: { is: 'one' }, origin: 'computed', open: null }) as unknown as Factor;

/** u′ = (1 − z) n + z u */
function mixed(z: number, n: number, u: number): OpenedNumber {
  const terms = [
    { factors: [factor(z, 'one-minus'), factor(n)], value: (1 - z) * n },
    { factors: [factor(z), factor(u)], value: z * u },
  ];
  return { terms, divisor: null, outer: null, value: (1 - z) * n + z * u } as unknown as OpenedNumber;
}

describe('a number that is typed', () => {
  it.each([
    ['0.123', 0.123],
    [' −0,5 ', -0.5],
    ['-.25', -0.25],
    ['1e-3', 0.001],
    ['', null],
    ['12 %', null],
    ['about 3', null],
  ])('“%s” is %s', (typed, number) => expect(numberIn(typed)).toBe(number));

  it('is right when it is the value to its digits, whichever way it was rounded', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        (value, digits) => {
          expect(judged(value.toFixed(digits), value, digits).is).toBe('right');
        },
      ),
    );
  });

  it('is told what is wrong with it', () => {
    expect(judged('', 0.5, 3).is).toBe('empty');
    expect(judged('x', 0.5, 3).is).toBe('no-number');
    expect(judged('0.503', 0.5, 3).is).toBe('near');
    expect(judged('-0.5', 0.5, 3).is).toBe('sign');
    expect(judged('0.7', 0.5, 3).is).toBe('wrong');
  });
});

describe('a slip', () => {
  const [z, n, u] = [0.3, -0.8, 0.25];
  const opened = mixed(z, n, u);
  it.each([
    ['exchanged', z * n + (1 - z) * u],
    ['term-left-out', z * u],
    ['term-subtracted', -(1 - z) * n + z * u],
    ['left-out', n + z * u],
    ['left-out', (1 - z) * n + u],
  ])('is named: %s', (is, gives) => expect(slipIn(opened, gives.toFixed(3), 3)?.is).toBe(is));

  it('is not made up for a number that nothing explains', () => {
    expect(slipIn(opened, '0.777', 3)).toBeNull();
  });

  it('is never told of the right number, nor of what may be two', () => {
    expect(slipIn(opened, opened.value.toFixed(3), 3)).toBeNull();
    // With n = u all of it is u, whatever z is: leaving out and exchanging are the same.
    expect(slipIn(mixed(0.5, 0.4, 0.4), '0.2', 3)).toBeNull();
  });
});
