import { expect, it } from 'vitest';
import { BundleError, DataError } from './errors';
import { type Place, type Problem, placeWords, problemWords } from './words';

type Of<Is extends Problem['is']> = Omit<Extract<Problem, { is: Is }>, 'is'>;

/** One of each. */
const SAID: { readonly [Is in Problem['is']]: readonly [Of<Is>, string] } = {
  'not-json': [{}, 'is not valid JSON'],
  schema: [{ issue: 'Invalid input' }, 'Invalid input'],
  'web-page': [{}, 'is a web page: the data set is not on this server'],
  version: [{ version: 3, newest: 4 }, 'is 3, and this page reads version 4'],
  revision: [{ revision: 9 }, 'is 9, which this page does not know'],
  hash: [
    { said: 'a'.repeat(64), found: 'b'.repeat(64) },
    'is aaaaaaaaaaaa…, and weights, configuration, vocabulary and revisions give bbbbbbbbbbbb…',
  ],
  'named-twice': [{}, 'names a file twice'],
  unlisted: [{ path: 'people.parquet' }, 'names people.parquet, which is not among the files'],
  splits: [{ sum: 9, interactions: 10 }, 'splits sum to 9, interactions are 10'],
  entries: [{ found: 1, needed: 5 }, 'has 1 entries where 5 are needed'],
  past: [{ of: 'vocabulary' }, 'has an id past the vocabulary'],
  'not-there': [{ status: 404 }, 'is not on this server (HTTP 404)'],
  unfetched: [{ reason: 'HTTP 500' }, 'could not be fetched (HTTP 500)'],
  'broke-off': [{ reason: 'network error' }, 'download broke off (network error)'],
  bytes: [{ found: null, said: 7 }, 'is damaged: no bytes where the manifest says 7'],
  checksum: [{}, 'is damaged: checksum differs'],
  'not-packed': [{ reason: 'no gzip' }, 'cannot be unpacked (no gzip)'],
  'no-table': [{ reason: 'no magic' }, 'is not a readable Parquet table (no magic)'],
  rows: [{ found: 1, said: 2 }, 'has 1 rows where the manifest says 2'],
  'rows-of-split': [{ found: 1, split: 'test', said: 2 }, 'has 1 rows of test where the manifest says 2'],
  missing: [{}, 'is missing'],
  unread: [{ reason: 'denied' }, 'could not be read (denied)'],
  'not-here': [
    {},
    'is not in this browser. This address means a data set that somebody opened from their own computer, and it stays in their browser',
  ],
  'not-kept': [{ reason: 'denied' }, 'cannot be kept by this browser (denied)'],
  'too-large': [{ bytes: 5e8, most: 4e8 }, 'has 500 MB, and at most 400 MB can be opened'],
  'no-text': [{ value: null }, 'is absent, not text'],
  'no-number': [{ value: '"x"' }, 'is "x", not a finite number'],
  'not-whole': [{ value: '12', limit: 12 }, 'is 12, not a whole number from 0 to 11'],
  outside: [{ value: 2, min: 0, max: 1 }, 'is 2, outside 0 to 1'],
  'repeats-row': [{ value: 'ann', row: 3 }, 'repeats "ann" of row 3'],
  'not-after': [{ value: 5 }, 'is 5, not after the row before'],
  unsorted: [{ value: 5 }, 'is 5, but the table must be sorted by it'],
  ends: [{ at: 9, bytes: 8 }, 'ends at byte 9 of 8'],
  'left-over': [{ bytes: 4 }, 'has 4 bytes that belong to no tensor'],
  'not-finite': [{ value: Infinity }, 'is Infinity, not finite'],
  shape: [{ found: [2, 3], needed: [3, 2] }, 'is [2,3] where [3,2] is needed'],
  repeats: [{ id: 'drex' }, 'repeats "drex"'],
  'no-drex': [{}, 'has no row of DReX'],
  'no-model': [{ model: 'mf' }, 'names "mf", which is not among the models'],
};

it('says what is wrong with a file of a bundle', () => {
  for (const [is, [facts, said]] of Object.entries(SAID))
    expect(problemWords({ is, ...facts } as Problem)).toBe(said);
});

it('says where in the file, counting from 0', () => {
  const said: [Place, string][] = [
    [null, ''],
    [{ field: 'files[3].path' }, 'field files[3].path'],
    [{ field: '' }, 'field (root)'],
    [{ column: 'rating', row: null }, 'column rating'],
    [{ column: 'rating', row: 0 }, 'column rating, row 0'],
    [{ tensor: 'users', value: null }, 'tensor users'],
    [{ tensor: 'users', value: 0 }, 'tensor users, value 0'],
  ];
  for (const [place, words] of said) expect(placeWords(place)).toBe(words);
});

it('is an error whose message names file and place, what is wrong and what to do, and which keeps the facts', () => {
  const facts = {
    file: 'users.parquet',
    place: { column: 'id', row: 2 },
    problem: { is: 'no-text', value: null },
    remedy: 'table',
  } as const;
  const error = new BundleError(facts);
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).toBe(
    'users.parquet, column id, row 2: is absent, not text. Build the bundle again; the table does not fit its manifest.',
  );
  expect(error.facts).toBe(facts);
});
