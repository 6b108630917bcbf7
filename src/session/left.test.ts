import { beforeEach, expect, it, vi } from 'vitest';
import { review } from '../engine/testing/review';
import { forgetLeft, isOwnTab, leftHere, markTab, noteLeft } from './left';
import { memoryStore } from './testing/logs';

const open = (device = memoryStore()) => {
  vi.stubGlobal('window', { localStorage: device, sessionStorage: memoryStore() });
  return device;
};
const URL = 'http://localhost/lab/?dataset=beers&backend=cpu#view=map&person=a&log=x';
const log = [review('s1'), { edit: 'delete', key: 's1' }] as const;

beforeEach(() => void open());

it('notes the whole address once something was written in this tab, for every tab to ask about', () => {
  noteLeft(URL, 'Beers', log);
  // It came with a link.
  expect(leftHere()).toBeNull();
  markTab();
  noteLeft(URL, 'Beers', log);
  const left = {
    dataset: 'Beers',
    reviews: 1,
    address: '?dataset=beers&backend=cpu#view=map&person=a&log=x',
  };
  expect(leftHere()).toMatchObject(left);
  expect(Number.isNaN(Date.parse(leftHere()?.at ?? ''))).toBe(false);

  open(window.localStorage as never);
  expect(isOwnTab()).toBe(false);
  expect(leftHere()).toMatchObject(left);
  // Of somebody who has not answered yet nothing is forgotten.
  noteLeft(URL, 'Beers', []);
  expect(leftHere()).toMatchObject(left);
  forgetLeft();
  expect(leftHere()).toBeNull();
});

it('forgets it once all was put aside', () => {
  markTab();
  noteLeft(URL, 'Beers', log);
  noteLeft(URL, 'Beers', []);
  expect(leftHere()).toBeNull();
});

it('knows nothing where storage is blocked or holds something else', () => {
  const device = open();
  for (const text of ['{', '7', '{}', '{"address":"javascript:alert(1)"}', 'null']) {
    device.setItem('drex-lab/left', text);
    expect(leftHere(), text).toBeNull();
  }
  vi.stubGlobal('window', {});
  markTab();
  noteLeft(URL, 'Beers', log);
  expect([isOwnTab(), leftHere()]).toEqual([false, null]);
});
