import { pickFile, saveFile } from '../browser/files';
import { leftOut } from './entries';
import { fitLog } from './fitLog';
import { contentsOf, logFileName, writeLogFile } from './logFile';
import { modelRemark } from './modelRemark';
import { readLogFile } from './readLogFile';
import { reasonOf } from './reason';
import { replaceLog } from './saved';
import { sameLog } from './savedRules';
import { type Remark, say } from './savedState';
import type { Verb } from './session';
import { setGallery, setPanel } from './verbs';

/** More than any log made by hand. */
const MOST_BYTES = 20_000_000;

/** Saves the present log as a file. */
export const saveLogFile: Verb = ({ store, act }) => {
  const { start, history } = store.getState();
  if (!start) return;
  const { id: dataset, modelHash } = start.dataset;
  const created = new Date().toISOString();
  const name = logFileName({ dataset, created });
  saveFile(name, writeLogFile(history.present, { dataset, modelHash, created }));
  act(say('report', `Saved ${contentsOf(history.present)} as ${name}.`));
};

/** Lets somebody choose a file and makes its log the present one. */
export const openLogFile: Verb<Promise<void>> = async ({ act }) => {
  const file = await pickFile('application/json,.json');
  if (!file) return;
  act(setPanel('review'));
  if (file.size > MOST_BYTES)
    return act(say('report', `“${file.name}” is too large to be a log. Nothing was changed.`));
  try {
    await act(takeLog(await file.text(), file.name));
  } catch (error) {
    const why = reasonOf(error);
    act(say('report', `“${file.name}” could not be opened: ${why}. Nothing was changed.`));
  }
};

/** Makes the log of a file the present one, as far as it is sound and fits the data set, and says what did not. */
const takeLog =
  (text: string, name: string): Verb<Promise<void>> =>
  async ({ store, act }) => {
    const report = (said: string, offer?: Remark['offer']) => act(say('report', said, offer));
    const { start } = store.getState();
    if (!start) return;
    const { dataset } = start;
    const read = readLogFile(text);
    if ('refusal' in read) return report(`“${name}” was not opened. ${read.refusal} Nothing was changed.`);
    if (read.dataset !== null && read.dataset !== dataset.id)
      return report(
        `“${name}” belongs to the data set “${read.dataset}”. Open that data set first, then the file. Nothing was changed.`,
        { label: 'Data sets', take: () => setGallery(true) },
      );
    const { log, problems } = await act(fitLog(read.log, read.places));
    const wrong = [...read.problems, ...problems].sort((a, b) => a.entry - b.entry);
    const total = read.log.length + read.problems.length;
    const remarks = [
      read.broken && `The file is damaged (${read.broken}); what could be read of it was kept.`,
      leftOut(wrong, total),
      read.dataset === null && 'It does not say which data set it belongs to.',
      read.modelHash === null
        ? 'It does not say which model it was made with.'
        : modelRemark(read.modelHash, dataset, 'It was made'),
    ].filter(Boolean);
    const said = remarks.length > 0 ? ` ${remarks.join(' ')}` : '';
    if (log.length === 0)
      return report(`“${name}” holds no reviews for this page. Nothing was changed.${said}`);
    if (sameLog(log, store.getState().history.present))
      return report(`“${name}” holds just what is here already.${said}`);
    act(replaceLog(log, 'report', `Opened ${contentsOf(log)} from “${name}”.${said}`));
  };
