import type { Encoding } from '../browser/files';
import type { OwnTable, OwnTableRequest } from '../engine/ownTable';
import { choose, slice } from './part';
import { replaceLog } from './saved';
import type { Verb } from './session';
import { setPanel, setScreen } from './verbs';

/** A table that somebody opened, to say how it is meant. */
export interface TableFile {
  readonly name: string;
  readonly text: string;
  readonly encoding: Encoding;
}

/** The file, and how often one was opened: another one begins anew. */
export const useTableFile = slice<{ readonly file: TableFile | null; readonly opened: number }>({
  file: null,
  opened: 0,
});

export const openTable =
  (file: TableFile): Verb =>
  ({ of }) =>
    of(useTableFile).setState(({ opened }) => ({ file, opened: opened + 1 }));

export const closeTable: Verb = choose(useTableFile, { file: null });

export const askTable =
  (request: OwnTableRequest): Verb<Promise<OwnTable>> =>
  ({ engine }) =>
    engine.ownTable(request);

/** Adds the reviews of a table to the log as one step that can be undone, and shows whom the last is of. */
export const addTable =
  ({ entries, reviews, people, total }: OwnTable): Verb =>
  ({ store, of, act, dispatch }) => {
    const name = of(useTableFile).getState().file?.name ?? '';
    act(closeTable);
    if (reviews === 0) return;
    const log = [...store.getState().history.present, ...entries];
    act(setScreen('explore'));
    // On a phone it is the list that has changed.
    act(setPanel('recommended'));
    act(replaceLog(log, 'remark', [{ is: 'added-table', name, reviews, people: people.length, total }]));
    dispatch({ type: 'shown', key: store.getState().shown });
  };
