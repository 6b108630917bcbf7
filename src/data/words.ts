/*
 * All that is said of files of a data set that cannot be read, for the page and for commands alike, to be read, edited and
 * translated in one place.
 */

/** What is wrong, by key. A value is as a file has it, null where it has none. */
const PROBLEMS = {
  'not-json': 'is not valid JSON',
  /** In the words of the library that checks it. */
  schema: ({ issue }: { issue: string }) => issue,
  'web-page': 'is a web page: the data set is not on this server',
  version: ({ version, newest }: { version: number; newest: number }) =>
    `is ${version}, and this page reads version ${newest}`,
  revision: ({ revision }: { revision: number }) => `is ${revision}, which this page does not know`,
  hash: ({ said, found }: { said: string; found: string }) =>
    `is ${said.slice(0, 12)}…, and weights, configuration, vocabulary and revisions give ${found.slice(0, 12)}…`,
  'named-twice': 'names a file twice',
  unlisted: ({ path }: { path: string }) => `names ${path}, which is not among the files`,
  splits: ({ sum, interactions }: { sum: number; interactions: number }) =>
    `splits sum to ${sum}, interactions are ${interactions}`,
  entries: ({ found, needed }: { found: number; needed: number }) =>
    `has ${found} entries where ${needed} are needed`,
  past: ({ of }: { of: 'vocabulary' | 'items' | 'users' }) => `has an id past the ${of}`,
  'not-there': ({ status }: { status: number }) => `is not on this server (HTTP ${status})`,
  unfetched: ({ reason }: { reason: string }) => `could not be fetched (${reason})`,
  'broke-off': ({ reason }: { reason: string }) => `download broke off (${reason})`,
  bytes: ({ found, said }: { found: number | null; said: number }) =>
    `is damaged: ${found ?? 'no'} bytes where the manifest says ${said}`,
  checksum: 'is damaged: checksum differs',
  'not-packed': ({ reason }: { reason: string }) => `cannot be unpacked (${reason})`,
  'no-table': ({ reason }: { reason: string }) => `is not a readable Parquet table (${reason})`,
  rows: ({ found, said }: { found: number; said: number }) =>
    `has ${found} rows where the manifest says ${said}`,
  'rows-of-split': ({ found, split, said }: { found: number; split: string; said: number }) =>
    `has ${found} rows of ${split} where the manifest says ${said}`,
  missing: 'is missing',
  /** Of a file or a folder on somebody's own computer. */
  unread: ({ reason }: { reason: string }) => `could not be read (${reason})`,
  /** Of a bundle that a link means and that only another browser has. */
  'not-here':
    'is not in this browser. This address means a data set that somebody opened from their own computer, and it stays in their browser',
  'not-kept': ({ reason }: { reason: string }) => `cannot be kept by this browser (${reason})`,
  'too-large': ({ bytes, most }: { bytes: number; most: number }) =>
    `has ${Math.round(bytes / 1e6)} MB, and at most ${most / 1e6} MB can be opened`,
  'no-text': ({ value }: Value) => `is ${value ?? 'absent'}, not text`,
  'no-number': ({ value }: Value) => `is ${value ?? 'absent'}, not a finite number`,
  'not-whole': ({ value, limit }: Value & { limit: number }) =>
    `is ${value ?? 'absent'}, not a whole number from 0 to ${limit - 1}`,
  outside: ({ value, min, max }: { value: number; min: number; max: number }) =>
    `is ${value}, outside ${min} to ${max}`,
  'repeats-row': ({ value, row }: { value: string; row: number }) => `repeats "${value}" of row ${row}`,
  'not-after': ({ value }: { value: number }) => `is ${value}, not after the row before`,
  unsorted: ({ value }: { value: number }) => `is ${value}, but the table must be sorted by it`,
  ends: ({ at, bytes }: { at: number; bytes: number }) => `ends at byte ${at} of ${bytes}`,
  'left-over': ({ bytes }: { bytes: number }) => `has ${bytes} bytes that belong to no tensor`,
  'not-finite': ({ value }: { value: number }) => `is ${value}, not finite`,
  shape: ({ found, needed }: { found: readonly number[]; needed: readonly number[] }) =>
    `is [${found}] where [${needed}] is needed`,
  repeats: ({ id }: { id: string }) => `repeats "${id}"`,
  'no-drex': 'has no row of DReX',
  'no-model': ({ model }: { model: string }) => `names "${model}", which is not among the models`,
};

/** What to do about it, as plain text: no place that shows it makes more of it. */
const REMEDIES = {
  bundle: 'Build the bundle again, or use one that belongs to this version of the page.',
  table: 'Build the bundle again; the table does not fit its manifest.',
  tensors: 'Build the bundle again; the tensors do not fit its manifest.',
  evidence: 'Measure the bundle again with “npm run evidence”, or remove the file.',
  datasets: 'Run “npm run datasets”.',
  download: 'Reload the page; if it stays, download the bundle again.',
  connection: 'Check the connection and reload.',
  address: 'Check the address of this page.',
  server: 'Choose another data set, or ask whoever runs this server for it.',
  later: 'Reload the page later.',
  access: 'Check that it is still there and that you may read it; then open it again.',
  folder: 'Choose the folder that “npm run pretrain” has made, or a zip of it.',
  browser: 'Private windows and full disks are the usual reasons.',
};

interface Value {
  readonly value: string | null;
}
type Facts<Words> = Words extends (facts: infer F) => string ? Readonly<F> : unknown;
type Kinds = typeof PROBLEMS;

export type Problem = { [K in keyof Kinds]: { readonly is: K } & Facts<Kinds[K]> }[keyof Kinds];
export type Remedy = keyof typeof REMEDIES;

/** Where in a file; null for all of it. Rows and values count from 0. */
export type Place =
  | { readonly field: string }
  | { readonly column: string; readonly row: number | null }
  | { readonly tensor: string; readonly value: number | null }
  | null;

/** What is wrong with a file of a bundle. */
export interface DataFacts {
  readonly file: string;
  readonly place: Place;
  readonly problem: Problem;
  readonly remedy: Remedy;
}

export const problemWords = (problem: Problem): string => {
  const words: string | ((facts: never) => string) = PROBLEMS[problem.is];
  return typeof words === 'string' ? words : words(problem as never);
};

export const remedyWords = (remedy: Remedy): string => REMEDIES[remedy];

export function placeWords(place: Place): string {
  if (place === null) return '';
  if ('field' in place) return `field ${place.field || '(root)'}`;
  const [name, part, at] =
    'column' in place
      ? [`column ${place.column}`, 'row', place.row]
      : [`tensor ${place.tensor}`, 'value', place.value];
  return at === null ? name : `${name}, ${part} ${at}`;
}

export const joined = (file: string, place: string, problem: string, remedy: string): string =>
  `${file}${place && `, ${place}`}: ${problem}. ${remedy}`;

/** All of it, as a sentence or two. */
export const dataWords = ({ file, place, problem, remedy }: DataFacts): string =>
  joined(file, placeWords(place), problemWords(problem), remedyWords(remedy));
