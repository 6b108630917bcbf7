import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIAL } from '../engine/choice';
import { mayHave, reviewsIn } from '../engine/edits';
import type { SimulatedInteraction } from '../engine/simulatedLog';
import { review } from '../engine/testing/review';
import { BLANK, reduce, type Spine, type SpineEvent } from './spine';
import { anyLog } from './testing/logs';

const reached = (events: readonly SpineEvent[], from: Spine = BLANK): Spine => events.reduce(reduce, from);

const written = (...reviews: SimulatedInteraction[]): SpineEvent => ({ type: 'added', reviews });

const anyKey = fc.constantFrom('s1', 's2', 's3', 'b4');
const anyEvent: fc.Arbitrary<SpineEvent> = fc.oneof(
  fc.record({ type: fc.constant('person' as const), person: fc.constantFrom('u1', 'u2') }),
  fc.record({ type: fc.constant('item' as const), item: fc.constantFrom('i1', null) }),
  fc.record({ type: fc.constant('moment' as const), at: fc.option(anyKey) }),
  anyKey.map((key): SpineEvent => written(review(key))),
  anyKey.map((key): SpineEvent => ({ type: 'edited', edit: { edit: 'delete', key } })),
  anyKey.map((key): SpineEvent => ({ type: 'shown', key })),
  fc.record({
    type: fc.constant('log' as const),
    log: anyLog,
    at: fc.option(anyKey),
    shown: fc.option(anyKey),
  }),
  fc.record({ type: fc.constant('dialled' as const), times: fc.constantFrom(...DIAL) }),
  fc.constantFrom<SpineEvent>({ type: 'undone' }, { type: 'redone' }),
);

describe('the spine of a session', () => {
  it('never shows a review that its log has not, and undo of everything brings back the beginning', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        let spine = BLANK;
        for (const event of events) {
          const before = structuredClone(spine);
          const next = reduce(spine, event);
          expect(spine).toEqual(before);
          spine = next;
          const log = spine.history.present;
          if (spine.shown !== null) expect(reviewsIn(log).map(({ key }) => key)).toContain(spine.shown);
        }
        const steps = spine.history.past.length;
        const undone = reached(
          Array.from({ length: steps }, () => ({ type: 'undone' as const })),
          spine,
        );
        expect(undone.history).toMatchObject({ past: [], present: [], times: 1 });
        const redone = reached(
          Array.from({ length: steps }, () => ({ type: 'redone' as const })),
          undone,
        );
        expect(redone.history.present).toEqual(spine.history.present);
        expect(redone.history.times).toBe(spine.history.times);
      }),
    );
  });

  it('lets a moment go that its log has no more', () => {
    const at = (spine: Spine) => spine.at;
    const past = reached([written(review('s1'), review('s2')), { type: 'moment', at: 's2' }]);
    expect(at(past)).toBe('s2');
    expect(at(reached([{ type: 'edited', edit: { edit: 'delete', key: 's1' } }], past))).toBe('s2');
    expect(at(reached([{ type: 'edited', edit: { edit: 'delete', key: 's2' } }], past))).toBeNull();
    expect(at(reached([{ type: 'undone' }], past))).toBeNull();
    expect(mayHave(past.history.present, 's2')).toBe(true);
  });

  it('is the very same where nothing happens', () => {
    const spine = reached([written(review('s1'))]);
    const none: SpineEvent[] = [
      written(),
      { type: 'redone' },
      { type: 'moment', at: null },
      { type: 'looked', to: { screen: 'explore' } },
      { type: 'set', settings: { side: undefined } },
      { type: 'edited', edit: { edit: 'delete', key: 's9' } },
      { type: 'log', log: spine.history.present, at: null, shown: null },
    ];
    for (const event of none) expect(reduce(spine, event)).toBe(spine);
    expect(reduce(BLANK, { type: 'undone' })).toBe(BLANK);
  });

  it('shows what was written last, in the present, with an empty draft', () => {
    const past = reached([
      written(review('s1')),
      { type: 'moment', at: 's1' },
      { type: 'drafted', change: { text: 'fine', rating: 4 } },
      { type: 'reviewed', review: review('s2', { item: 'i7' }) },
    ]);
    expect(past).toMatchObject({ at: null, shown: 's2', item: 'i7', draft: BLANK.draft });
  });
});
