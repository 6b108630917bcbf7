import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wrongWords } from '../views/shared/problemWords';
import { saidWords } from '../views/shared/saidWords';
import { datasetOf } from './address';
import { keptLogs, repairKept } from './keptLogs';
import type { LinkState } from './link';
import { readLogFile } from './readLogFile';
import { SavedStorage } from './savedStorage';
import { memoryStore } from './testing/logs';
import { NOTHING } from './testing/plainLinks';
import { decodeLink, encodeLink } from './testing/screens';

/**
 * Addresses, files and saved logs as pages of earlier days wrote them. They open for ever: what a new field is in them may
 * be added to what is expected here, nothing may be changed or taken out. But an address that says nothing of a place, which
 * is no link to anything, opens the start since there is one, and with it the teas.
 */
const FIXTURES = 'src/session/testing/fixtures';
const json = (name: string) => JSON.parse(readFileSync(`${FIXTURES}/${name}`, 'utf8'));

/** The fields of a link as it has them; not its log, which browsers deflate differently, nor what no page ever wrote. */
const plain = (hash: string) =>
  [...new URLSearchParams(hash)].filter(([name]) => name !== 'log' && name !== 'unknown').sort();

interface LinkFixture {
  readonly about: string;
  readonly address: string;
  readonly dataset: string;
  readonly state: Partial<LinkState>;
  readonly problem?: string | null;
  /** Whether pages of today write it in another way. */
  readonly older?: boolean;
}

describe('an address of earlier days', () => {
  it.each<LinkFixture>(json('links.json'))(
    'opens: $about',
    async ({ address, dataset, state, problem = null, older }) => {
      const { search, hash } = new URL(address, 'http://localhost');
      expect(datasetOf({ search, hash })).toBe(dataset);
      const read = await decodeLink(hash);
      expect(read).toEqual({ ...NOTHING, ...state, problems: read.problems });
      expect(saidWords(read.problems) || null).toBe(problem);
      // It would be written in the same way today, and no longer.
      if (problem === null && !older) expect(plain(await encodeLink(read))).toEqual(plain(hash.slice(1)));
    },
  );
});

interface FileFixture {
  readonly file: string;
  readonly expected: Record<string, unknown>;
  readonly broken?: boolean;
  readonly problems?: readonly (readonly [entry: number, field: string, what: string])[];
}

describe('a file of earlier days', () => {
  it.each<FileFixture>(json('files.json'))('opens: $file', async ({ file, expected, broken, problems }) => {
    const text = await new Blob([readFileSync(`${FIXTURES}/files/${file}`)]).text();
    const read = readLogFile(text);
    if ('refusal' in read) {
      const { refusal } = read;
      const said = { refusal: saidWords([refusal]), newer: refusal.is === 'newer-log' };
      return expect(said).toMatchObject(expected);
    }
    expect(read).toMatchObject(expected);
    expect(read.broken !== null).toBe(broken ?? false);
    const named = read.problems.map(({ entry, field, what }) => [entry + 1, field, wrongWords(what)]);
    expect(named).toEqual(problems ?? []);
  });
});

interface SavedFixture {
  readonly about: string;
  readonly dataset: string;
  readonly storage: Readonly<Record<string, string>>;
  readonly logs: readonly LinkState['log'][];
  readonly said?: string;
}

describe('what a browser kept in earlier days', () => {
  it.each<SavedFixture>(json('saved.json'))('is there: $about', ({ dataset, storage, logs, said = null }) => {
    const store = memoryStore();
    for (const [key, raw] of Object.entries(storage)) store.setItem(key, raw);
    const saved = new SavedStorage(store, dataset);
    expect(saidWords(repairKept(saved, dataset)) || null).toBe(said);
    expect(keptLogs(saved).map(({ log }) => log)).toEqual(logs);
  });
});
