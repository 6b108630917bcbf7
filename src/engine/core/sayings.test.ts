import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import {
  type ItemWords,
  itemWords,
  matches,
  matchesOfOne,
  sparseRows,
  weightIn,
} from '../../model/keywordMatch';
import { setBackend } from '../../model/tf';
import type { LogEntry } from '../simulatedLog';
import { review } from '../testing/review';
import { syntheticBundle } from '../testing/syntheticBundle';
import { makeBrain } from './brain';
import { Ground } from './ground';
import { ItemSayings } from './sayings';
import type { Scorable } from './scorable';
import { withoutEach } from './withoutEach';

let bundle: Bundle;
let ground: Ground;
let sayings: ItemSayings;
beforeAll(async () => {
  await setBackend('cpu');
  bundle = await syntheticBundle();
  ground = new Ground(bundle, makeBrain(bundle), async () => null);
  sayings = new ItemSayings(ground.catalogue);
  await ground.replayed();
});
afterAll(() => ground.dispose());

/** k_i from every row that has happened, one after the other. */
function fromScratch(from: Scorable): ItemWords {
  const rows = Array.from(from.happened());
  return itemWords(
    sparseRows(rows.map((row) => from.keywords(row).map(({ word, weight }) => [word, weight] as const))),
    rows.map((row) => from.world.columns.item[row]),
    bundle.items.id.length,
    bundle.manifest.model.vocabularySize,
  );
}

function expectSame(found: ItemWords, expected: ItemWords): void {
  const size = expected.mean.length;
  for (let i = 0; i < expected.norms.length; i++) {
    expect(found.norms[i]).toBeCloseTo(expected.norms[i], 6);
    for (let word = 0; word < size; word++)
      expect(weightIn(found.unit, i, word)).toBeCloseTo(weightIn(expected.unit, i, word), 6);
  }
  for (let word = 0; word < size; word++) expect(found.mean[word]).toBeCloseTo(expected.mean[word], 6);
}

const row = fc.nat(20).map((n) => `b${n}`);
const anyEntry = fc.oneof(
  fc.record({
    item: fc.nat(8),
    text: fc.constantFrom('malty and dark', 'not sweet', '', 'good hops, bad aroma'),
  }),
  row.map((key): LogEntry => ({ edit: 'delete', key })),
  row.map((key): LogEntry => ({ edit: 'mute', key, modality: 'text', muted: true })),
  fc.constant<LogEntry>({ edit: 'mute', key: null, modality: 'text', muted: true }),
  fc.constant<LogEntry>({ edit: 'shuffle', seed: 3 }),
);
/** What can be asked of the bundle: nothing twice. */
const anyLog = fc
  .uniqueArray(anyEntry, { selector: (one) => JSON.stringify('key' in one ? one.key : one), maxLength: 5 })
  .map((entries) =>
    entries.map(
      (one, k): LogEntry =>
        'edit' in one
          ? one
          : review(`s${k + 1}`, { person: `new-${k + 1}`, item: `i${one.item}`, text: one.text }),
    ),
  );

it('what items are spoken of by is the same whether all is summed or what differs, at any moment of any log', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, fc.option(fc.double({ min: 0, max: 1, noNaN: true })), async (log, share) => {
      const world = await ground.world(log);
      const end = Math.round((share ?? 1) * world.scenario.order.length);
      const moment = ground.moment(world, end);
      expectSame(sayings.itemWords(moment), fromScratch(moment));
    }),
    { numRuns: 60 },
  );
});

it('and with each review left out in turn', async () => {
  const log = [review('s1', { item: 'i2', text: 'malty, dark, not bitter' })];
  const moment = await ground.at({ log, at: null });
  const rows = moment.rowsOf('item', 2);
  const x = await ground.featuresOf(moment.world);
  let seen = 0;
  for await (const worlds of withoutEach(
    ground.brain,
    moment,
    x,
    rows,
    () => {},
    () => {},
  ))
    for (const world of worlds) {
      expectSame(sayings.itemWords(world), fromScratch(world));
      seen++;
    }
  x.dispose();
  expect(seen).toBe(rows.length);
});

it('one person’s match is that of many', () => {
  const number = fc.float({ min: -1, max: 1, noNaN: true });
  const rows = (n: number) =>
    fc.array(fc.uniqueArray(fc.tuple(fc.nat(9), number), { selector: ([word]) => word }), {
      minLength: n,
      maxLength: n,
    });
  fc.assert(
    fc.property(rows(3), rows(5), (people, things) => {
      const items = itemWords(sparseRows(things), [0, 1, 2, 3, 4], 5, 10);
      const own = sparseRows(people);
      const all = matches(own, [0, 1, 2], items);
      for (let u = 0; u < 3; u++)
        matchesOfOne(own, u, items).forEach((match, i) => {
          expect(match).toBeCloseTo(all[u * 5 + i], 4);
        });
    }),
  );
});
