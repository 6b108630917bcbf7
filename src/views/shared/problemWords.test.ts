import { expect, it } from 'vitest';
import { asEngineError, EngineError } from '../../engine/engineError';
import { PartMissing } from '../../engine/loadPart';
import type { Why } from '../../engine/problem';
import { errorWords, plainWords, wrongWords } from './problemWords';

const said = (why: Why) => errorWords(new EngineError(why));

it('names the entry and the field of what cannot be asked', () => {
  const problem = { is: 'no-item', name: 'i99' } as const;
  expect(said({ kind: 'request', field: 'item', entry: 3, problem })).toBe(
    'entry 4 of the log, item: no item has the id “i99”',
  );
  expect(said({ kind: 'request', field: 'person', entry: null, problem: { is: 'empty' } })).toBe(
    'person: is empty',
  );
  expect(said({ kind: 'request', field: '', entry: 0, problem: { is: 'no-entry' } })).toBe(
    'entry 1 of the log: is neither a review nor an edit',
  );
});

it.each([
  [{ is: 'not', a: 'number-or-null' }, 'is not a number or null'],
  [{ is: 'not', a: 'whole', value: 0.5 }, '0.5 is not a whole number'],
  [{ is: 'not', a: 'places', value: 0 }, '0 is not a number of places'],
  [{ is: 'not-among', allowed: ['user', 'item', 'both'] }, 'is not user, item or both'],
  [{ is: 'not-among', allowed: [0, 1, null] }, 'is not 0, 1 or null'],
  [{ is: 'not-among', allowed: ['initial', null], value: 'x' }, '“x” is not initial or null'],
  [{ is: 'outside', value: 7, min: 0, max: 5 }, '7 is outside 0 to 5'],
  [{ is: 'no-place', of: 'dimension', index: 99, size: 24 }, '99 is not a dimension from 0 to 23'],
  [{ is: 'too-few', least: 2 }, 'needs at least 2'],
  [{ is: 'values', needed: 5 }, 'needs 5 values, null where one is absent'],
  [{ is: 'too-many-rounds', rounds: 9, left: 9 }, '9 rounds need more items than the 9 not reviewed yet'],
  [{ is: 'twice', name: 's1' }, '“s1” occurs twice'],
  [{ is: 'left-out', name: 's2' }, 'the review “s2”, which it changes, was left out'],
  [{ is: 'no-words' }, 'this review has no words'],
] as const)('%j reads on from the name of the field', (problem, words) => {
  expect(wrongWords(problem)).toBe(words);
});

it('says what became of files, workers and backends', () => {
  const file = { file: 'states-0.bin', problem: { is: 'missing' }, remedy: 'table' } as const;
  expect(said({ kind: 'data', ...file, place: null })).toBe(
    'states-0.bin: is missing. Build the bundle again; the table does not fit its manifest.',
  );
  expect(said({ kind: 'data', ...file, place: { column: 'id', row: 3 } })).toBe(
    'states-0.bin, column id, row 3: is missing. Build the bundle again; the table does not fit its manifest.',
  );
  expect(said({ kind: 'died', death: { said: 'lost' }, times: 5 })).toBe(
    'The engine stopped 5 times in a row: lost',
  );
  expect(said({ kind: 'died', death: { lost: 'it hung' }, times: 1 })).toBe(
    'the WebGPU device was lost (it hung)',
  );
  expect(said({ kind: 'died', death: 'not-loaded', times: 1 })).toBe('the worker could not be loaded');
  const outcome = { is: 'late', step: 'check', seconds: 30 } as const;
  expect(said({ kind: 'backend', tried: [{ name: 'wasm', outcome }] })).toBe(
    'No backend can run the model here: WASM gave no result within 30 s. Reload the page, or try another browser.',
  );
  expect(said({ kind: 'other-backend', name: 'wasm', outcome })).toBe('WASM gave no result within 30 s');
  expect(errorWords(asEngineError(new PartMissing()))).toMatch(/did not load.*Try again.*reload the page/);
  expect(errorWords(asEngineError(new TypeError('x is undefined')))).toBe('x is undefined');
  expect(errorWords(null)).toBeNull();
});

it('says first what a file that a server lacks means, and names it behind', () => {
  const of = (problem: Extract<Why, { kind: 'data' }>['problem'], remedy: 'server' | 'download') =>
    plainWords(new EngineError({ kind: 'data', file: 'manifest.json', place: null, problem, remedy }));
  expect(of({ is: 'not-there', status: 404 }, 'server')).toEqual({
    said: 'A part of this data set is not on this server. Choose another data set, or ask whoever runs this server for it.',
    detail: 'manifest.json is not on this server (HTTP 404).',
  });
  expect(of({ is: 'web-page' }, 'server').said).toContain('not on this server');
  expect(of({ is: 'checksum' }, 'download')).toEqual({
    said: 'manifest.json: is damaged: checksum differs. Reload the page; if it stays, download the bundle again.',
    detail: null,
  });
});
