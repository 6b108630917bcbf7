import { expect, it } from 'vitest';
import { datasetOf } from './address';

it('an address with anything of a data set, but no name of one, means the beers, whatever the page opens unasked', () => {
  const of = (address: string) => datasetOf(new URL(address, 'http://localhost'), 'teas');
  for (const name of ['person', 'item', 'at', 'number', 'model', 'log'])
    expect(of(`/?backend=wasm#view=map&${name}=x`), name).toBe('beers');
  for (const address of ['/', '/#', '/?backend=cpu', '/#view=map&axes=people'])
    expect(of(address)).toBe('teas');
  expect(of('/?dataset=films#person=x')).toBe('films');
  expect(of('/?dataset=../my/SET-2')).toBe('my-2');
});
