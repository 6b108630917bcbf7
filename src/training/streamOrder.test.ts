import fc from 'fast-check';
import { expect, it } from 'vitest';
import { streamed } from './streamOrder';

const users = Int32Array.of(0, 1, 0, 1, 2, 0);
const dealt = Int32Array.of(5, 3, 0, 1, 4, 2);

it('keeps the order of replay, each person’s own order, or nothing', () => {
  expect([...streamed({ users }, dealt, 'replay')]).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...streamed({ users }, dealt, 'interleaved')]).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...streamed({ users }, Int32Array.of(4, 5, 3, 2), 'interleaved')]).toEqual([4, 2, 3, 5]);
  expect([...streamed({ users }, dealt, 'shuffled')]).toEqual([...dealt]);
});

it('interleaves people as dealt, and each in the own order', () => {
  const logs = fc.array(fc.nat({ max: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(logs, fc.infiniteStream(fc.double({ noNaN: true })), (people, keys) => {
      const places = people.map((_, row) => ({ row, key: keys.next().value as number }));
      const rows = Int32Array.from(
        places.sort((a, b) => a.key - b.key || a.row - b.row),
        ({ row }) => row,
      );
      const found = streamed({ users: Int32Array.from(people) }, rows, 'interleaved');
      expect(Array.from(found, (row) => people[row])).toEqual(Array.from(rows, (row) => people[row]));
      for (const person of new Set(people)) {
        const own = [...found].filter((row) => people[row] === person);
        expect(own).toEqual([...people.keys()].filter((row) => people[row] === person));
      }
    }),
  );
});
