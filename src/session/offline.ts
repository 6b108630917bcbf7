import { createStore } from 'zustand';
import { type KeptFile, keepSet, keptFiles, letGoOfSet } from '../browser/keptFiles';
import { OWN_SET, setOfFile } from '../browser/keptNames';
import { keepsPages, registerWorker } from '../browser/registerWorker';
import { part } from './part';
import type { Verb } from './session';

export interface OfflineState {
  /** Whether the page works without a network: not over plain http, nor in every browser; `off` is a page under development. */
  readonly standing: 'unknown' | 'insecure' | 'no' | 'off' | 'preparing' | 'ready' | 'failed';
  readonly online: boolean;
  /** Takes a new version of the page, where one waits. */
  readonly newer: (() => void) | null;
  /** Whether somebody said that it shall wait. */
  readonly putOff: boolean;
  /** All that is kept; null until somebody looked. */
  readonly kept: readonly KeptFile[] | null;
  /** The data set that is being kept, and the share that has come. */
  readonly keeping: { readonly id: string; readonly share: number } | null;
  /** The data set that could not be kept. */
  readonly refused: string | null;
}

/** What works without a network, and what is told of it. */
export const useOffline = part(() =>
  createStore<OfflineState>(() => ({
    standing: 'unknown',
    online: navigator.onLine,
    newer: null,
    putOff: false,
    kept: null,
    keeping: null,
    refused: null,
  })),
);

/** Has the page kept for a time without a network; once, when the first list is there or somebody asks. */
export const keepPage: Verb = (session) => {
  const { getState, setState } = session.of(useOffline);
  if (getState().standing !== 'unknown') return;
  for (const type of ['online', 'offline'])
    addEventListener(type, () => setState({ online: navigator.onLine }));
  const can = keepsPages();
  if (can !== 'yes' || !import.meta.env.PROD) {
    setState({ standing: can === 'yes' ? 'off' : can });
    return;
  }
  setState({ standing: 'preparing' });
  registerWorker({
    ready: () => {
      setState({ standing: 'ready' });
      void session.act(lookAtKept);
    },
    newer: (load) => setState({ newer: load }),
    failed: () => setState({ standing: 'failed' }),
  });
};

/** Counts what is kept. */
export const lookAtKept: Verb<Promise<void>> = async ({ of }) => {
  const { getState, setState } = of(useOffline);
  if (getState().standing === 'ready') setState({ kept: await keptFiles() });
};

/** Keeps a data set for a time without a network: whole, or not at all. */
export const keepDataset =
  (id: string): Verb<Promise<void>> =>
  async ({ of, act }) => {
    const { getState, setState } = of(useOffline);
    if (getState().keeping) return;
    setState({ keeping: { id, share: 0 }, refused: null });
    try {
      await keepSet(id, (done, total) => setState({ keeping: { id, share: total > 0 ? done / total : 0 } }));
    } catch {
      setState({ refused: id });
    }
    setState({ keeping: null });
    await act(lookAtKept);
  };

export const letGoOf =
  (id: string): Verb<Promise<void>> =>
  async ({ act }) => {
    await letGoOfSet(id);
    await act(lookAtKept);
  };

/** Takes the new version: the page is loaded again. */
export const takeNewer: Verb = ({ of }) => of(useOffline).getState().newer?.();

/** Stays with this version until somebody asks, or comes again. */
export const putOffNewer: Verb = ({ of }) => of(useOffline).setState({ putOff: true });

interface Kept {
  /** Scripts, styles and what they compute with. */
  readonly page: number;
  readonly lessons: number;
  /** Ids of the lessons that are kept. */
  readonly lessonIds: readonly string[];
  /** Bytes of each data set that is kept whole. */
  readonly sets: Readonly<Record<string, number>>;
  readonly all: number;
}

/** What is kept, by what it is for. */
export function sortKept(files: readonly KeptFile[]): Kept {
  const sum = (fits: (path: string) => boolean): number =>
    files.reduce((total, { path, bytes }) => total + (fits(path) ? bytes : 0), 0);
  const setOf = (path: string) => setOfFile('', path);
  const isLesson = (path: string): boolean => path.startsWith('lessons/');
  // The manifest is put in last.
  const whole = files.flatMap(({ path }) => (path.endsWith('/manifest.json') ? (setOf(path) ?? []) : []));
  return {
    page: sum((path) => !isLesson(path) && !setOf(path)),
    lessons: sum(isLesson),
    lessonIds: files.flatMap(({ path }) => /^lessons\/(.+)\.json$/.exec(path)?.[1] ?? []),
    sets: Object.fromEntries(whole.map((id) => [id, sum((path) => setOf(path) === id)])),
    all: sum(() => true),
  };
}

/** Whether a data set comes with the page, and need not be asked for. */
export const comesAlong = (id: string): boolean => id === OWN_SET;
