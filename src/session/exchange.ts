import { type PlacedFile, pickFile, readText, saveFile, UnreadDrop } from '../browser/files';
import { leftOut } from './entries';
import { fitLog } from './fitLog';
import { logFileName, writeLogFile } from './logFile';
import { modelRemark } from './modelRemark';
import { tell } from './notice';
import { onThisModel } from './otherModel';
import { openOwnSet, refuseOwnSet } from './ownSet';
import { openTable } from './ownTable';
import { isClosed } from './play';
import { readLogFile } from './readLogFile';
import { reasonOf } from './reason';
import type { Said } from './said';
import { replaceLog } from './saved';
import { sameLog } from './savedRules';
import { type Remark, say } from './savedState';
import type { Verb } from './session';
import { isTable } from './tableFile';
import { setGallery, setPanel, setScreen } from './verbs';

/** More than any log made by hand. */
const MOST_BYTES = 20_000_000;

/** Of a table: all of it goes to the engine with every choice, and its reviews into the address. */
const MOST_TABLE_BYTES = 2_000_000;

const UNCHANGED: Said = { is: 'unchanged' };

/** Saves the present log as a file. */
export const saveLogFile: Verb = ({ store, act }) => {
  const { start, history } = store.getState();
  if (!start) return;
  const { id: dataset, modelHash } = start.dataset;
  const created = new Date().toISOString();
  const name = logFileName({ dataset, created });
  saveFile(name, writeLogFile(history.present, { dataset, modelHash, created }));
  act(say('report', [{ is: 'saved-file', log: history.present, name }]));
};

/** What may be opened here. */
const OPENED = 'application/json,.json,.jsonl,.ndjson,text/csv,.csv,.tsv,.tab,.txt,.zip';

/** Lets somebody choose a file and opens it. */
export const openLogFile: Verb<Promise<void>> = async ({ act }) => {
  const file = await pickFile(OPENED);
  if (file) await act(openFiles([{ path: file.name, file }]));
};

/** Opens what somebody hands over: a trained data set, as a folder or a zip of it; else the first file. */
export const openFiles =
  (files: readonly PlacedFile[]): Verb<Promise<void>> =>
  async ({ act }) => {
    const [first] = files;
    if (!first) return;
    const isSet = files.some(({ path }) => path.includes('/') || /(?:^manifest\.json|\.zip)$/i.test(path));
    await act(isSet ? openOwnSet(files) : openFile(first.file));
  };

/** Opens what is dropped on the page, once the browser has walked through it; says where it could not, or found nothing. */
export const openDropped =
  (dropped: Promise<readonly PlacedFile[]>): Verb<Promise<void>> =>
  async ({ act }) => {
    try {
      const files = await dropped;
      if (files.length > 0) return await act(openFiles(files));
      act(refuseOwnSet({ file: 'manifest.json', problem: { is: 'missing' }, remedy: 'folder' }));
    } catch (error) {
      if (!(error instanceof UnreadDrop)) throw error;
      const problem = { is: 'unread', reason: error.reason } as const;
      act(refuseOwnSet({ file: error.path, problem, remedy: 'access' }));
    }
  };

/** What opens a file; where a link hides it, files may be dropped all the same. */
const OPEN_LOG = { id: 'open-log' };

/** Says what came of a file beside what opens one; above the screen where that is hidden. */
const report =
  (said: readonly Said[], offer?: Remark['offer']): Verb =>
  ({ act }) =>
    act(act(isClosed(OPEN_LOG)) ? tell(...said) : say('report', said, offer));

/** Makes the log of a file the present one; of a table of reviews, asks how it is meant. */
const openFile =
  (file: File): Verb<Promise<void>> =>
  async ({ act }) => {
    const { name, size } = file;
    const refuse = (said: Said) => {
      if (!act(isClosed(OPEN_LOG))) {
        act(setScreen('explore'));
        act(setPanel('review'));
      }
      act(report([said, UNCHANGED]));
    };
    if (size > MOST_BYTES) return refuse({ is: 'too-large', name });
    try {
      const { text, encoding } = await readText(file);
      if (!isTable(name, text)) {
        act(setPanel('review'));
        // As it was, since a log is kept as UTF-8.
        await act(takeLog(await file.text(), name));
      } else if (size > MOST_TABLE_BYTES) refuse({ is: 'table-too-large', name, most: MOST_TABLE_BYTES });
      else act(openTable({ name, text, encoding }));
    } catch (error) {
      refuse({ is: 'failed-file', name, why: reasonOf(error) });
    }
  };

/** Makes the log of a file the present one, as far as it is sound and fits the data set, and says what did not. */
const takeLog =
  (text: string, name: string): Verb<Promise<void>> =>
  async ({ store, act }) => {
    const { start } = store.getState();
    if (!start) return;
    const { dataset } = start;
    const read = readLogFile(text);
    if ('refusal' in read) return act(report([{ is: 'refused-file', name }, read.refusal, UNCHANGED]));
    if (read.dataset !== null && read.dataset !== dataset.id)
      return act(
        report([{ is: 'other-dataset', name, dataset: read.dataset }, UNCHANGED], {
          to: 'datasets',
          take: () => setGallery(true),
        }),
      );
    const here = onThisModel(read.log, read.modelHash, dataset);
    const places = here.places.map((place) => read.places[place]);
    const { log, problems } = await act(fitLog(here.log, places));
    const wrong = [...read.problems, ...problems].sort((a, b) => a.entry - b.entry);
    const total = read.log.length + read.problems.length;
    const said: Said[] = [...leftOut(wrong, total)];
    if (read.broken !== null) said.unshift({ is: 'broken-file', why: read.broken });
    if (read.dataset === null) said.push({ is: 'no-dataset' });
    if (read.modelHash === null) said.push({ is: 'no-model' });
    else said.push(...modelRemark(read.modelHash, dataset, 'file'), ...here.said);
    if (log.length === 0) return act(report([{ is: 'no-reviews', name }, UNCHANGED, ...said]));
    if (sameLog(log, store.getState().history.present))
      return act(report([{ is: 'same-reviews', name }, ...said]));
    act(replaceLog(log, 'report', [{ is: 'opened-file', log, name }, ...said]));
  };
