import { expect, it } from 'vitest';
import { datasetOf, isBare, viewIn } from './address';

const at = (address: string) => new URL(address, 'http://localhost');

it('an address that asks for no place opens the start, on the teas', () => {
  for (const address of ['/', '/#', '/?backend=cpu', '/?present', '/#popularity=2']) {
    expect(isBare(at(address)), address).toBe(true);
    expect(datasetOf(at(address)), address).toBe('teas');
  }
  expect(datasetOf(at('/#view=start'))).toBe('teas');
});

it('a link that names a place, but no data set, means the beers for ever, as when the page opened them', () => {
  for (const name of ['view', 'person', 'item', 'at', 'number', 'model', 'log']) {
    const address = at(`/?backend=wasm#axes=people&${name}=map`);
    expect(isBare(address), name).toBe(false);
    expect(datasetOf(address), name).toBe('beers');
  }
});

it('an address that names a data set means that one', () => {
  for (const address of ['/?dataset=films', '/?dataset=films#person=x', '/?dataset=films#view=start']) {
    expect(isBare(at(address)), address).toBe(false);
    expect(datasetOf(at(address)), address).toBe('films');
  }
  expect(datasetOf(at('/?dataset=../my/SET-2'))).toBe('my-2');
});

it('says which view is drawn first, where the address alone can', () => {
  expect(viewIn(at('/?dataset=teas#view=start&person=new-1'))).toBe('start');
  for (const address of ['/?dataset=beers', '/?dataset=beers#person=x', '/?dataset=beers#view=explore'])
    expect(viewIn(at(address)), address).toBe('explore');
  for (const address of ['/?dataset=beers#view=map', '/?teach', '/?lesson=missing', '/?sheet=missing'])
    expect(viewIn(at(address)), address).toBeNull();
});
