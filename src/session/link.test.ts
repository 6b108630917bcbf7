import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIAL } from '../engine/choice';
import { saidWords } from '../views/shared/saidWords';
import { AXES } from './link';
import { anyLog } from './testing/logs';
import { decodeLink, encodeLink, SCREENS } from './testing/screens';

describe('links', () => {
  it('restore exactly what they were made from', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SCREENS.map(({ name }) => name)),
        fc.constantFrom(...AXES),
        anyLog,
        fc.string({ minLength: 1 }),
        fc.constantFrom(...DIAL),
        async (screen, axes, log, person, times) => {
          const numbers = [
            { of: 'dot', person, item: 'i' },
            { of: 'factor', person, d: 3 },
          ] as const;
          const settings = { station: person, picked: person };
          const { problems, ...read } = await decodeLink(
            `#${await encodeLink({ screen, person, item: null, at: null, axes, settings, numbers, log, times, model: 'abc' })}`,
          );
          expect(problems).toEqual([]);
          // A view's own settings are in the link while that view is shown.
          const own =
            screen === 'microscope' ? { station: person } : screen === 'timeline' ? { picked: person } : {};
          expect(read).toEqual({
            screen,
            person,
            item: null,
            at: null,
            axes,
            settings: own,
            numbers,
            log,
            times,
            model: 'abc',
          });
        },
      ),
    );
  });

  it('open the first view when they name one that is not there', async () => {
    expect((await decodeLink('#view=nonsense&person=p')).screen).toBe('explore');
    expect(
      await encodeLink({
        screen: 'explore',
        person: 'p',
        item: null,
        at: null,
        axes: 'items',
        settings: {},
        numbers: [],
        times: 1,
        log: [],
        model: null,
      }),
    ).toBe('person=p');
  });

  it('have popularity count once where they name no place of the dial, and say so where they name another', async () => {
    expect((await decodeLink('#person=p')).times).toBe(1);
    const read = await decodeLink('#popularity=7');
    expect(read.times).toBe(1);
    expect(saidWords(read.problems)).toBe('Popularity cannot count “7” times here; it counts once.');
    expect((await decodeLink('#popularity=alone')).times).toBe(Number.POSITIVE_INFINITY);
    expect((await decodeLink('#popularity=')).problems).toHaveLength(1);
  });

  it('keep person and item when the reviews are damaged, and say so', async () => {
    const link = await encodeLink({
      screen: 'explore',
      person: 'p',
      item: 'i',
      at: null,
      axes: 'items',
      settings: {},
      numbers: [],
      times: 1,
      model: null,
      log: [{ key: 's1', person: 'p', item: 'i', rating: 4, aspects: [], text: 'x' }],
    });
    const read = await decodeLink(link.replace(/log=.{6}/, 'log=AAAAAA'));
    expect(read.person).toBe('p');
    expect(read.item).toBe('i');
    expect(read.log).toEqual([]);
    expect(saidWords(read.problems)).toContain('damaged');
  });

  it('keep the way to a number up to where it is damaged, and say so', async () => {
    const read = await decodeLink('#person=p&number=dot~p~i&number=update~user~b17~x&number=factor~p~1');
    expect(read).toMatchObject({ person: 'p', numbers: [{ of: 'dot', person: 'p', item: 'i' }] });
    expect(saidWords(read.problems)).toBe(
      'A number in this link, “update~user~b17~x”, is damaged; the way to it was kept.',
    );
  });

  it('keep the reviews before a place where the link was cut off', async () => {
    const log = Array.from({ length: 30 }, (_, k) => ({
      key: `s${k + 1}`,
      person: `person-${(k * 7919) % 101}`,
      item: `item-${(k * 104_729) % 997}`,
      rating: (k % 10) / 2,
      aspects: [k, null],
      text: `some words ${(k * 48_271) % 65_537} and others ${(k * 69_621) % 99_991}`,
    }));
    const link = await encodeLink({
      screen: 'explore',
      person: 'p',
      item: null,
      at: null,
      axes: 'items',
      settings: {},
      numbers: [],
      times: 1,
      model: null,
      log,
    });
    const read = await decodeLink(link.slice(0, Math.round(link.length * 0.6)));
    expect(read.log.length).toBeGreaterThan(5);
    expect(read.log).toEqual(log.slice(0, read.log.length));
    expect(saidWords(read.problems)).toBe(
      `This link is damaged: ${read.log.length} of 30 reviews could be kept, the others were left out.`,
    );
  });

  it('never take over a review that a single changed letter made wrong', async () => {
    const log = [1, 2, 3].map((k) => ({
      key: `s${k}`,
      person: 'p',
      item: `i${k}`,
      rating: k,
      aspects: [],
      text: `words of review ${k}`,
    }));
    const link = await encodeLink({
      screen: 'explore',
      person: null,
      item: null,
      at: null,
      axes: 'items',
      settings: {},
      numbers: [],
      times: 1,
      model: null,
      log,
    });
    const from = 'log='.length;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: from, max: link.length - 1 }),
        fc.base64String(),
        async (at, text) => {
          const letter = text.replace(/[^A-Za-z0-9]/g, '').at(0) ?? '-';
          const read = await decodeLink(link.slice(0, at) + letter + link.slice(at + 1));
          for (const event of read.log) expect(log).toContainEqual(event);
          if (read.log.length < log.length) expect(read.problems).not.toEqual([]);
        },
      ),
    );
  });

  it('never throw, whatever stands in the address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        await decodeLink(text);
        await decodeLink(`#log=${text}`);
      }),
    );
  });
});
