import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { setBackend } from '../../model/tf';
import { type Catalogue, makeCatalogue } from '../core/catalogue';
import { Scenario } from '../core/scenario';
import { isEdit } from '../edits';
import { MOST_ROWS, type OwnTableRequest } from '../ownTable';
import { isName } from '../personName';
import type { SimulatedInteraction, SimulatedLog } from '../simulatedLog';
import { syntheticBundle } from '../testing/syntheticBundle';
import { TableReader } from './ownTable';

const NAMES = ['Café Noir, No. 5', 'Green Hill', 'Green  Hill!', 'Old Garden', 'Quiet River'];

let bundle: Bundle;
let catalogue: Catalogue;
beforeAll(async () => {
  await setBackend('cpu');
  bundle = await syntheticBundle();
  const { items } = bundle;
  bundle = { ...bundle, items: { ...items, name: items.name.map((name, k) => NAMES[k] ?? name) } };
  catalogue = makeCatalogue(bundle);
});

const ASKED: Omit<OwnTableRequest, 'text'> = { header: null, roles: null, ranges: {}, meant: {}, log: [] };

const read = (text: string, asked: Partial<OwnTableRequest> = {}) =>
  new TableReader(catalogue).read({ ...ASKED, text, ...asked });
const reviews = (log: SimulatedLog) => log.filter((entry): entry is SimulatedInteraction => !isEdit(entry));
const idOf = (name: string) => bundle.items.id[NAMES.indexOf(name)];

const TABLE = `Who;When;Product;Stars;Taste;What they said
Ana;2024-03-02;cafe noir no 5;4;5;quite good, malty
Ben;2024-03-01;OLD GARDEN;2,5;;
Ana;2024-02-01;Quiet River;9;;far too much
Cho;2024-03-03;Green Hill;3;;one of two
Cho;2024-03-04;Quiet Rivver;3;;
`;

describe('a table of somebody’s own', () => {
  it('is guessed: which column holds what, which items are meant, who is new', () => {
    const table = read(TABLE);
    expect(table.roles).toEqual({ person: 0, time: 1, item: 2, rating: 3, aspects: [4, null], text: 5 });
    expect(table.scales.map(({ field, from }) => [field, from])).toEqual([
      ['rating', { min: 0, max: 5 }],
      ['taste', { min: 0, max: 5 }],
    ]);
    expect(table.problems).toEqual([
      { row: 4, column: 'Stars', value: '9', what: { is: 'off-range', min: 0, max: 5 }, taken: false },
    ]);
    expect(table.unmatched).toMatchObject([
      {
        name: 'Green Hill',
        rows: [5],
        alike: true,
        nearest: [{ id: bundle.items.id[1] }, { id: bundle.items.id[2] }],
      },
      { name: 'Quiet Rivver', rows: [6], alike: false, nearest: [{ name: 'Quiet River' }] },
    ]);
    // In the order of time, names first.
    expect(table.order).toBe('time');
    expect(table.entries).toEqual([
      { edit: 'name', person: 'new-1', name: 'Ana' },
      { edit: 'name', person: 'new-2', name: 'Ben' },
      { key: 's1', person: 'new-2', item: idOf('Old Garden'), rating: 2.5, aspects: [null, null], text: '' },
      {
        key: 's2',
        person: 'new-1',
        item: idOf('Café Noir, No. 5'),
        rating: 4,
        aspects: [5, null],
        text: 'quite good, malty',
      },
    ]);
  });

  it('takes what somebody says that is meant, and whoever is here already for the same', () => {
    const log: SimulatedLog = [
      { edit: 'name', person: 'new-4', name: 'Cho' },
      { key: 's8', person: 'new-4', item: idOf('Old Garden'), rating: 3, aspects: [null, null], text: '' },
    ];
    const [, misspelt] = read(TABLE).unmatched;
    const table = read(TABLE, { log, meant: { [misspelt.key]: idOf('Quiet River') } });
    expect(table.people.find(({ name }) => name === 'Cho')).toEqual({ name: 'Cho', reviews: 1, known: true });
    expect(reviews(table.entries).at(-1)).toMatchObject({
      key: 's11',
      person: 'new-4',
      item: idOf('Quiet River'),
    });
    expect(table.entries.some((entry) => isEdit(entry) && 'name' in entry && entry.name === 'Cho')).toBe(
      false,
    );
  });

  it('carries ratings from one scale to another, and one slip does not change which', () => {
    const column = (...ratings: string[]) =>
      `item,rating\n${ratings.map((one) => `Old Garden,${one}`).join('\n')}`;
    const of = (...ratings: string[]) => {
      const { scales, entries } = read(column(...ratings));
      return [scales[0].from, reviews(entries).map(({ rating }) => rating)] as const;
    };
    expect(of('1', '10', '5.5', '7')).toEqual([{ min: 1, max: 10 }, [0, 5, 2.5, 3.5]]);
    expect(of('0', '50', '100', '80')).toEqual([{ min: 0, max: 100 }, [0, 2.5, 5, 4]]);
    expect(of('4.3', '5', '2', '3', '55')).toEqual([{ min: 0, max: 5 }, [4.3, 5, 2, 3]]);
    const asked = read(column('1', '3'), { ranges: { rating: { min: 1, max: 3 } } });
    expect(reviews(asked.entries).map(({ rating }) => rating)).toEqual([0, 5]);
  });

  it('does not guess what a date may mean, and keeps its row where it stands', () => {
    const dates = (...all: string[]) =>
      read(`item,date,rating\n${all.map((one, k) => `Old Garden,${one},${k}`).join('\n')}`);
    const problems = (...all: string[]) => dates(...all).problems.map(({ row, what }) => [row, what.is]);
    expect(problems('03/04/2024', '2024-01-01')).toEqual([[2, 'which-day']]);
    expect(problems('03/04/2024', '13/04/2024', '31.02.2024', 'May')).toEqual([
      [4, 'no-date'],
      [5, 'no-date'],
    ]);
    const { entries, order } = dates('2024-05-02T10:00Z', 'soon', '2023-01-01', '1709251200');
    expect(order).toBe('time');
    expect(reviews(entries).map(({ rating }) => rating)).toEqual([2, 3, 0, 1]);
  });

  it('reads JSON, one object a line or a list of them, by its fields', () => {
    const rows = [
      { user: 'Ana', item: 'Old Garden', rating: 4, aspects: { taste: 2, aroma: null }, text: 'good' },
      { user: 'Ben', item: 'Quiet River', rating: null },
    ];
    const lines = read(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n{"user": \n[1]\n`);
    expect(reviews(lines.entries)).toMatchObject([
      { item: idOf('Old Garden'), rating: 4, aspects: [2, null], text: 'good' },
      { item: idOf('Quiet River'), rating: null },
    ]);
    expect(lines.problems.map(({ row, what }) => [row, what.is])).toEqual([
      [3, 'not-json'],
      [4, 'no-object'],
    ]);
    expect(read(JSON.stringify(rows)).entries).toEqual(lines.entries);
  });

  it('takes a table without a first row of names, and one that names nobody', () => {
    const table = read('Old Garden,4\nQuiet River,2\n');
    expect(table.header).toBe(false);
    expect(table.people).toEqual([{ name: null, reviews: 2, known: false }]);
    expect(read('Old Garden,4\nQuiet River,2\n', { header: true }).reviews).toBe(1);
  });

  it('says nothing of rows until it is known what names the items, and tells apart who differs past the length of a name', () => {
    const text = `who,tea\n${'a'.repeat(50)}x,Old Garden\n${'a'.repeat(50)}y,Old Garden\n`;
    const roles = { item: null, person: 0, rating: null, text: null, time: null, aspects: [null, null] };
    expect(read(text, { roles })).toMatchObject({ reviews: 0, problems: [], unmatched: [], matched: 0 });
    const { entries } = read(text, { roles: { ...roles, item: 1 } });
    expect(entries).toMatchObject([
      { name: 'a'.repeat(40), person: 'new-1' },
      { name: 'a'.repeat(40), person: 'new-2' },
      { person: 'new-1' },
      { person: 'new-2' },
    ]);
  });

  it('takes so many rows and tells how many it leaves', () => {
    const table = read(`item,rating\n${'Old Garden,4\n'.repeat(MOST_ROWS + 7)}`);
    expect([table.reviews, table.beyond, table.total]).toEqual([MOST_ROWS, 7, MOST_ROWS + 7]);
  });

  it('never fails, and whatever it gives the log takes', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        ...NAMES,
        'cafe noir no 5',
        '',
        '4',
        '-1',
        '4,5',
        '99',
        '2024-01-01',
        '1/2/2024',
        'Ana',
      ),
      fc.string(),
    );
    const column = fc.option(fc.nat(4), { nil: null });
    const roles = fc.record({
      item: column,
      person: column,
      rating: column,
      text: column,
      time: column,
      aspects: fc.tuple(column, column),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        fc.option(roles, { nil: null }),
        fc.option(fc.boolean(), { nil: null }),
        (rows, delimiter, chosen, header) => {
          const head = ['a', 'b', 'c', 'd', 'e'];
          const text = Papa.unparse([head, ...rows], { delimiter });
          const { entries, problems } = read(text, { roles: chosen, header });
          expect(() => new Scenario(catalogue, entries)).not.toThrow();
          for (const entry of entries)
            if (isEdit(entry) && entry.edit === 'name') expect(isName(entry.name)).toBe(true);
          const lost = new Set(problems.filter(({ taken }) => !taken).map(({ row }) => row));
          expect(reviews(entries).length).toBeLessThanOrEqual(rows.length + 1 - lost.size);
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
  });

  it('gives back the reviews that a table was written from', () => {
    const review = fc.record({
      who: fc.constantFrom('Ana', 'Ben', 'Cho'),
      item: fc.constantFrom(0, 3, 4),
      rating: fc.constantFrom('0', '2.5', '5'),
      text: fc.string({ unit: fc.constantFrom(...'ab,;"\n ü') }).map((text) => `said ${text}`.trim()),
    });
    fc.assert(
      fc.property(fc.array(review, { minLength: 1, maxLength: 8 }), (rows) => {
        const text = Papa.unparse(
          rows.map(({ item, ...row }) => ({ ...row, item: NAMES[item].toUpperCase() })),
        );
        const { entries } = read(text, {
          header: true,
          roles: { person: 0, rating: 1, text: 2, item: 3, time: null, aspects: [null, null] },
        });
        const names = new Map(
          entries.flatMap((entry) =>
            isEdit(entry) && entry.edit === 'name' ? [[entry.person, entry.name] as const] : [],
          ),
        );
        expect(
          reviews(entries).map((one) => [names.get(one.person), one.item, String(one.rating), one.text]),
        ).toEqual(rows.map((one) => [one.who, bundle.items.id[one.item], one.rating, one.text]));
      }),
    );
  });
});
