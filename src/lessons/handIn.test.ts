import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handedIn, readAnswers } from './handIn';
import type { Answer, LessonRecord } from './record';

const line = fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n⏎[\]]/g, '').trim());
const answer: fc.Arbitrary<Answer> = fc.record(
  {
    guess: fc.oneof(
      fc.integer({ min: 0, max: 9 }),
      fc
        .double({ min: -5, max: 60, noNaN: true, noDefaultInfinity: true })
        .map((x) => Math.round(x * 1000) / 1000 || 0),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }),
      fc.stringMatching(/^[a-z]{2,9}$/).filter((word) => word !== 'infinity'),
    ),
    typed: fc.array(line.filter(Boolean), { minLength: 1, maxLength: 3 }),
    written: fc.array(line.filter(Boolean), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  },
  { requiredKeys: [] },
);
const record: fc.Arbitrary<LessonRecord> = fc.record({
  lesson: fc.constantFrom('one-review', 'two-histories'),
  name: line,
  model: fc.stringMatching(/^[0-9a-f]{12}$/),
  step: fc.constant(''),
  answers: fc.dictionary(
    fc.stringMatching(/^[a-z][a-z-]{0,8}$/),
    answer.filter((one) => Object.keys(one).length > 0),
    { maxKeys: 4, noNullPrototype: true },
  ),
});
const text = (one: LessonRecord) =>
  handedIn(one, { told: () => 'in words', link: 'https://a.example/?lesson=x' });

describe('answers as text', () => {
  it('are read again as they were given, also from a mail that quotes them', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 4 }), fc.boolean(), (records, quoted) => {
        const all = records.map(text).join('\n');
        const found = readAnswers(quoted ? all.replace(/^/gm, '> ') : all);
        expect(found).toEqual({ records, rubbish: [] });
      }),
    );
  });

  it('are found among rubbish, which is named by its line', () => {
    const one: LessonRecord = {
      lesson: 'one-review',
      name: 'Ana',
      model: '594227654046',
      step: '',
      answers: { predict: { guess: 1 } },
    };
    const found = readAnswers(`Dear teacher,\n\n${text(one)}\nSent from my telephone`);
    expect(found.records).toEqual([one]);
    expect(found.rubbish).toEqual([
      { line: 1, text: 'Dear teacher,' },
      { line: 11, text: 'Sent from my telephone' },
    ]);
  });

  it('whatever is pasted, nothing throws', () => {
    fc.assert(fc.property(fc.string(), (pasted) => void readAnswers(pasted)));
    fc.assert(
      fc.property(record, fc.nat(), fc.string({ maxLength: 5 }), (one, at, put) => {
        const whole = text(one);
        const place = at % whole.length;
        readAnswers(whole.slice(0, place) + put + whole.slice(place));
      }),
    );
  });
});
