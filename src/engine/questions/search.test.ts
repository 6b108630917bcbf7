import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import { setBackend } from '../../model/tf';
import { makeCatalogue } from '../core/catalogue';
import { Census } from '../core/census';
import { Scenario } from '../core/scenario';
import { syntheticBundle } from '../testing/syntheticBundle';
import { Search } from './search';

const NAMES = ['Corona Extra Light', 'La Corona Extra', 'Corona Extra', 'CORONA', 'Jul Corona', 'Köstritzer'];

let bundle: Bundle;
beforeAll(async () => {
  await setBackend('cpu');
  bundle = await syntheticBundle();
});

/** A search over a bundle whose first items are called as told. */
function open(names: readonly string[], changes: Partial<Bundle> = {}) {
  const { items } = bundle;
  const called = { ...items, name: items.name.map((name, k) => names[k] ?? name) };
  const catalogue = makeCatalogue({ ...bundle, items: called, ...changes });
  const search = new Search(catalogue);
  const census = new Census(catalogue, new Scenario(catalogue, []));
  const ask = (query: string) => ({ query, offset: 0, limit: 5, log: [] });
  return {
    items: (query: string) => search.findItems(ask(query), census).rows.map(({ name }) => name),
    people: (query: string) => search.findPeople(ask(query), census).rows.map(({ id }) => id),
  };
}

describe('the search for items', () => {
  it('puts the item whose whole name was typed first, then names that begin with it, then the rest', () => {
    const found = open(NAMES).items('corona extra');
    expect(found[0]).toBe('Corona Extra');
    expect(found[1]).toBe('Corona Extra Light');
    expect(found[2]).toBe('La Corona Extra');
    expect(open(NAMES).items('Corona')[0]).toBe('CORONA');
  });

  it('minds neither case, accents, spaces, nor the signs that a phone makes', () => {
    expect(open(NAMES).items('  KOSTRITZER ')).toEqual(['Köstritzer']);
    expect(open(['Smith\u2019s  Øl']).items("smith's ol")).toEqual(['Smith\u2019s  Øl']);
    expect(open(["Smith's Ol"]).items('Smith\u2019s Øl')).toEqual(["Smith's Ol"]);
  });

  it('finds by facts too, after what is called so', () => {
    const field = Object.keys(bundle.items.facts)[0];
    const facts = {
      ...bundle.items.facts,
      [field]: bundle.items.id.map((_, k) => (k < 2 ? 'Corona' : null)),
    };
    const named = bundle.items.name.map((name, k) => (k === 2 ? 'Grand Corona' : name));
    const found = open([], { items: { ...bundle.items, name: named, facts } }).items('corona');
    expect(found).toHaveLength(3);
    expect(found[0]).toBe('Grand Corona');
  });

  it('lists the most reviewed first where all fit alike', () => {
    const counts = new Map<string, number>();
    for (const item of bundle.interactions.item)
      counts.set(bundle.items.name[item], (counts.get(bundle.items.name[item]) ?? 0) + 1);
    const listed = open([])
      .items('')
      .map((name) => counts.get(name) ?? 0);
    expect(listed).toEqual(listed.toSorted((a, b) => b - a));
  });
});

describe('the search for people', () => {
  it('puts the person whose id was typed first, however active others are', () => {
    bundle.users.id.forEach((_, sought) => {
      const id = bundle.users.id.map((_, k) => (k === sought ? '1' : `1${k}`));
      expect(open([], { users: { ...bundle.users, id } }).people('1')[0]).toBe('1');
    });
  });

  it('puts the person whose whole description was typed first', () => {
    const label = bundle.users.label.map((one, k) => (k < 3 ? ['Likes pale ale', 'Ale', 'Ales'][k] : one));
    expect(open([], { users: { ...bundle.users, label } }).people('ALE')[0]).toBe(bundle.users.id[1]);
  });
});
