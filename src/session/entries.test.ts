import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdit } from '../engine/edits';
import { type LogEntry, REVIEW_FIELDS, type SimulatedLog } from '../engine/simulatedLog';
import { wrongWords } from '../views/shared/problemWords';
import { saidWords } from '../views/shared/saidWords';
import { keptLogs, repairKept } from './keptLogs';

import { checksum, deflate, toBase64Url } from './linkBytes';
import { writeLogFile } from './logFile';
import { readLogFile } from './readLogFile';
import type { Said } from './said';
import { SavedStorage } from './savedStorage';
import { anyLog, memoryStore } from './testing/logs';
import { plainLinks } from './testing/plainLinks';
import { decodeLink, encodeLink } from './testing/screens';

const ORIGIN = { dataset: 'beers', modelHash: 'abc', created: '2026-01-02T03:04:05.000Z' };

const inWords = (said: readonly Said[]): string | null => saidWords(said) || null;

/** What a log has become, and what is said of it. */
interface Came {
  readonly log: SimulatedLog;
  readonly said: string | null;
}

/** The three forms of a log: how it is written, how a text of it is read, and how rows of a page that is yet to come stand in it. */
interface Form {
  readonly write: (log: SimulatedLog) => Promise<string>;
  readonly read: (text: string) => Promise<Came>;
  readonly rows: (rows: readonly object[]) => Promise<string>;
}

const inStorage = (raw: string) => {
  const store = memoryStore();
  store.setItem('drex-lab/log/beers/a', raw);
  return new SavedStorage(store, 'beers');
};

/** Reviews as a link has them: without the names of their fields, those that nobody knows last. */
function positional(row: object): unknown {
  if ('edit' in row) return row;
  const { ...others } = row as Record<string, unknown>;
  for (const name of REVIEW_FIELDS) delete others[name];
  return [...REVIEW_FIELDS.map((name) => (row as Record<string, unknown>)[name]), ...Object.values(others)];
}

const FORMS: Record<string, Form> = {
  link: {
    write: async (log) => encodeLink({ ...(await plainLinks.decodeLink('{}')), log }),
    async read(text) {
      const { log, problems } = await decodeLink(`#${text}`);
      return { log, said: inWords(problems) };
    },
    async rows(rows) {
      const lines = [rows.length, ...rows.map(positional)].map((row) => JSON.stringify(row));
      return `log=${toBase64Url(await deflate(lines.map((json) => `${checksum(json)} ${json}`).join('\n')))}`;
    },
  },
  file: {
    write: async (log) => writeLogFile(log, ORIGIN),
    async read(text) {
      const read = readLogFile(text);
      if ('refusal' in read) return { log: [], said: inWords([read.refusal]) };
      return {
        log: read.log,
        said: read.broken ?? (read.problems[0] ? wrongWords(read.problems[0].what) : null),
      };
    },
    rows: async (rows) => JSON.stringify({ schema: 1, ...ORIGIN, log: rows }),
  },
  'saved log': {
    write: async (log) => writeLogFile(log, ORIGIN),
    async read(text) {
      const saved = inStorage(text);
      const said = inWords(repairKept(saved, 'beers'));
      return { log: keptLogs(saved)[0]?.log ?? [], said };
    },
    rows: async (rows) => JSON.stringify({ schema: 1, ...ORIGIN, log: rows }),
  },
};

describe.each(Object.entries(FORMS))('a log in a %s', (_, { write, read, rows }) => {
  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async (log) => {
        expect(await read(await write(log))).toEqual({ log, said: null });
      }),
    );
  });

  it('opens without the fields that only a later page knows', async () => {
    const extra = fc.dictionary(fc.constantFrom('mood', 'since', 'reasons'), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(anyLog, extra, async (log, more) => {
        expect(await read(await rows(log.map((entry) => ({ ...entry, ...more }))))).toEqual({
          log,
          said: null,
        });
      }),
    );
  });

  it('is told to be damaged wherever it is cut off, and keeps what came before', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(), async (log, where) => {
        fc.pre(log.length > 0);
        const whole = await write(log);
        // At least a letter of the log stays, as without one there is none; a line break at the end says nothing.
        const least = whole.indexOf('log=') + 'log='.length + 1;
        const came = await read(whole.slice(0, least + (where % (whole.trimEnd().length - least))));
        expect(came.said).not.toBeNull();
        expect(came.log).toEqual(log.slice(0, came.log.length));
      }),
    );
  });

  it('says of entries that cannot be that they are left out, and never throws', async () => {
    const junk = fc.dictionary(fc.constantFrom('edit', 'key', 'rating', 'to'), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(anyLog, junk, async (log, row) => {
        const before = log.map((one): LogEntry => (isEdit(one) ? one : { ...one, key: `own ${one.key}` }));
        const came = await read(await rows([...before, row]));
        expect(came.log.slice(0, log.length)).toEqual(before);
        if (came.log.length === log.length) expect(came.said).not.toBeNull();
      }),
    );
  });
});
