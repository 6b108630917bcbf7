import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLongNumber, parseExact } from './exact-json';

/** The same with every number as JSON.parse has it. */
function rounded(value: unknown): unknown {
  if (isLongNumber(value)) return Number(String(value));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rounded(one)]));
}

describe('parseExact', () => {
  it('gives what JSON.parse gives where nothing would be lost', () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (json, indented) => {
        const text = indented ? JSON.stringify(JSON.parse(json), null, 1) : json;
        const { value, twice } = parseExact(text);
        expect(twice).toBeNull();
        expect(rounded(value)).toEqual(JSON.parse(json));
      }),
    );
  });

  it('keeps the digits of any whole number, at any depth', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (n) => {
        const { value } = parseExact(`{"a":[{"b":${n}}],"text":"1e5 \\" :"}`);
        const [{ b }] = (value as { a: { b: unknown }[] }).a;
        expect(String(b)).toBe(String(n));
        expect(isLongNumber(b)).toBe(!Number.isSafeInteger(Number(n)));
      }),
    );
  });

  it('names a field that stands twice with different values, wherever', () => {
    expect(parseExact('{"a":{"b":1,"c":2,"b":3}}').twice).toBe('b');
    expect(parseExact('{"a":1,"a":1}').twice).toBeNull();
    expect(parseExact('{"__proto__":1,"__proto__":2}').twice).toBe('__proto__');
    expect(parseExact('{"a\\"b":1,"a":":"}').twice).toBeNull();
  });

  it('refuses what JSON.parse refuses', () => {
    for (const text of ['', '{', '{"a":01}', '{"a":NaN}', "{'a':1}", '{"a":1234567890123456789,}'])
      expect(() => parseExact(text)).toThrow(SyntaxError);
  });
});
