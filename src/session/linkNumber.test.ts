import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberRef } from '../engine/openedNumber';
import { decodeNumber, encodeNumber } from './linkNumber';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const place = fc.nat(999_999_999);
const side = fc.constantFrom('user' as const, 'item' as const);

/** One of each shape; kinds of the same shape share their fields. */
const ref: fc.Arbitrary<NumberRef> = fc.oneof(
  fc.record({ of: fc.constantFrom('prediction' as const, 'mlp' as const), person: text, item: text }),
  fc.record({ of: fc.constant('hidden' as const), person: text, item: text, unit: place }),
  fc.record({ of: fc.constant('factor' as const), person: text, d: place }),
  fc.record({ of: fc.constant('damped-bias' as const), side, id: text, pass: place }),
  fc.record({ of: fc.constant('state' as const), side, id: text, d: place }),
  fc.record({ of: fc.constantFrom('next' as const, 'gated' as const), side, key: text, d: place }),
  fc.record({ of: fc.constantFrom('scale' as const, 'reliability' as const), person: text, pass: place }),
  fc.record({
    of: fc.constant('deviation' as const),
    without: fc.constantFrom('item' as const, 'user' as const, 'both' as const),
    key: text,
    pass: place,
  }),
  fc.record({ of: fc.constant('remaining' as const), side, key: text }),
  fc.record({ of: fc.constant('standardised' as const), key: text, field: place }),
  fc.record({ of: fc.constant('attending' as const), key: text, word: place, unit: place }),
  fc.record({ of: fc.constant('keyword' as const), side, id: text, word: text }),
  fc.record({
    of: fc.constant('coordinate' as const),
    axes: fc.constantFrom('items' as const, 'people' as const),
    axis: fc.constantFrom(0 as const, 1 as const),
    side,
    id: text,
  }),
  fc.record({ of: fc.constant('weight' as const), name: text, index: place }),
);

describe('numbers in links', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(ref, (one) => {
        expect(decodeNumber(encodeNumber(one))).toEqual(one);
      }),
    );
  });

  it('are short', () => {
    expect(encodeNumber({ of: 'update', side: 'user', key: 'b17', d: 3 })).toBe('update~user~b17~3');
  });

  it('of the first links, which named no pass, are those of the last', () => {
    expect(decodeNumber('damped-bias~item~i')).toEqual({ of: 'damped-bias', side: 'item', id: 'i', pass: 3 });
    expect(decodeNumber('reliability~p')).toEqual({ of: 'reliability', person: 'p', pass: 3 });
  });

  it('are refused when a field is missing, too much, or not what it should be', () => {
    for (const code of [
      '',
      'nonsense~p~i',
      'toString',
      'dot~p',
      'dot~p~',
      'dot~p~i~3',
      'update~user~b17~-3',
      'update~user~b17~1.5',
      'update~nobody~b17~3',
      'coordinate~items~2~user~p',
    ])
      expect(decodeNumber(code), code).toBeNull();
  });

  it('never throw, whatever stands there', () => {
    fc.assert(fc.property(fc.string(), (code) => void decodeNumber(code)));
  });
});
