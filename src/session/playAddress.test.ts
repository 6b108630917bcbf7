import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TARGETS } from '../lessons/targets';
import { datasetOf, isBare } from './address';
import { EMPTY_PLAY, type Play, playAddress, playHash, playIn, withoutLimits } from './playAddress';

const BASE = 'https://a.example/lab/?teach&backend=cpu#view=teach';
const at = (url: string) => new URL(url, 'https://a.example/lab/');

const id = fc.option(fc.string({ unit: 'grapheme', minLength: 1 }));
const anyPlay: fc.Arbitrary<Play> = fc.record({
  dataset: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
  view: fc.constantFrom('explore', 'map', 'microscope'),
  person: id,
  item: id,
  hide: fc.uniqueArray(fc.constantFrom(...TARGETS)),
  fixed: fc.boolean(),
  large: fc.boolean(),
});

describe('an address of free play', () => {
  it('says all that was chosen', () => {
    fc.assert(
      fc.property(anyPlay, (play) => {
        const address = at(playAddress(BASE, play));
        expect(playIn(address)).toEqual({ ...play, name: '', unknown: [] });
        expect(isBare(address)).toBe(false);
        expect(datasetOf(address)).toBe(play.dataset);
      }),
    );
  });

  it('can be read, and typed', () => {
    const play = { ...EMPTY_PLAY, person: 'new-1', hide: ['nav', 'menu'], fixed: true, large: true } as const;
    expect(playAddress(BASE, play)).toBe(
      'https://a.example/lab/?play&dataset=teas&person=new-1&hide=nav,menu&fixed&large',
    );
    expect(playIn(at('?dataset=teas'))).toBeNull();
    expect(playIn(at('?play&name=Ana%20B'))).toEqual({ ...EMPTY_PLAY, name: 'Ana B', unknown: [] });
    expect(datasetOf(at('?play'))).toBe('teas');
  });

  it('names what this page does not have, and keeps the rest', () => {
    expect(playIn(at('?play&hide=nav,kitchen,,nav,sink'))).toMatchObject({
      hide: ['nav'],
      unknown: ['kitchen', 'sink'],
    });
  });

  it('begins where it says; whoever loads it again is where they were, but with whom it is fixed to', () => {
    const play: Play = { ...EMPTY_PLAY, view: 'map', person: 'Hugo', item: 'a b' };
    expect(playHash(play, '')).toBe('view=map&person=Hugo&item=a+b');
    expect(playHash(play, '#view=labs&person=Amara')).toBe('view=labs&person=Amara');
    expect(playHash({ ...play, fixed: true }, '#view=labs&person=Amara&log=x')).toBe(
      'view=labs&person=Hugo&log=x',
    );
    expect(playHash({ ...EMPTY_PLAY, fixed: true }, '#person=Amara')).toBe('person=Amara');
  });

  it('shows everything without its limits, and the rest as it is', () => {
    expect(withoutLimits('https://a.example/?play&dataset=teas&hide=nav&fixed&large&name=Ana#view=map')).toBe(
      'https://a.example/?play&dataset=teas&large&name=Ana#view=map',
    );
  });
});
