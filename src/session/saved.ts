import { download } from '../browser/files';
import { deletedIn, reviewsIn } from '../engine/edits';
import type { SimulatedLog } from '../engine/simulatedLog';
import type { DatasetInfo } from '../engine/start';
import { leftOut } from './entries';
import { fitLog } from './fitLog';
import { commit, historyOf } from './history';
import { Keeper } from './keeper';
import { type KeptLog, keptLogs, repairKept } from './keptLogs';
import type { ReadLink } from './link';
import { contentsOf } from './logFile';
import { modelRemark } from './modelRemark';
import { type Remark, type Spot, say, useSaved } from './savedState';
import type { KeptText } from './savedStorage';
import { refresh, resetLog, stepHistory, useSession } from './store';

/** There from the moment that the data set is known. */
let keeper: Keeper | null = null;

/** Called once the data set is known: brings back what is kept, or offers it when the address holds another log. */
export async function keepLog(link: ReadLink, dataset: DatasetInfo): Promise<void> {
  keeper = new Keeper(dataset.id, dataset.modelHash);
  const damage = repairKept(keeper.storage, dataset.id);
  if (damage) say('remark', damage);
  // A damaged link is no empty one: what it lost may be what is kept, or something else.
  const empty = link.log.length === 0 && link.problem === null;
  const [newest] = keptLogs(keeper.storage);
  if (empty && newest && newest.log.length > 0) await restore(newest, link, damage);
  keeper.look();
  const [other] = useSaved.getState().others;
  if (!empty && other && isNews(other)) {
    const here = `You had ${contentsOf(other.log)} here; this link shows others.`;
    const take = (spot: Spot) => void bringBack(other, spot);
    say('remark', join(damage, here), { label: 'Bring them back', take });
  }
  keeper.listen();
}

const join = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' ');

const isOne = (log: SimulatedLog): boolean => log.length === 1;

/** What is shown of a log that has just come: its last review that was not deleted. */
function lastOf(log: SimulatedLog) {
  const deleted = deletedIn(log);
  return reviewsIn(log).findLast(({ key }) => !deleted.has(key)) ?? null;
}

/** Starts with a kept log instead of the empty one of the address: at the top of the page, no difference opened. */
async function restore(kept: KeptLog, link: ReadLink, damage: string | null): Promise<void> {
  const { log, said } = await fitted(kept);
  if (log.length === 0) return say('remark', join(damage, 'Kept reviews do not fit this data set.', said));
  const last = lastOf(log);
  useSession.setState({
    history: historyOf(log),
    ...(last && !link.person && { person: last.person, item: link.item ?? last.item }),
  });
  const back = `Your ${contentsOf(log)} ${isOne(log) ? 'was' : 'were'} kept in this browser and ${isOne(log) ? 'is' : 'are'} back.`;
  say('remark', join(damage, back, said), { label: 'Start afresh', take: startAfresh });
}

/** The part of a kept log that the data set takes, and what to say of it. */
async function fitted(kept: KeptLog): Promise<{ readonly log: SimulatedLog; readonly said: string }> {
  const { log, problems } = await fitLog(kept.log);
  const dataset = useSession.getState().start?.dataset;
  const written = kept.log.length === 1 ? 'It was written' : 'They were written';
  const model = dataset ? modelRemark(kept.modelHash, dataset, written) : null;
  return { log, said: join(leftOut(problems, kept.log.length), model) };
}

const OFFERED = 'drex-lab/offered';

/** Each tab offers a kept log once, not with every reload. */
function isNews({ id, created }: KeptLog): boolean {
  const mark = `${id} ${created}`;
  try {
    if (sessionStorage.getItem(OFFERED) === mark) return false;
    sessionStorage.setItem(OFFERED, mark);
  } catch {
    // Where nothing can be noted, it is offered again.
  }
  return true;
}

const UNDO: Remark['offer'] = { label: 'Undo', take: () => stepHistory('undo') };

/** Makes a log the present one, as one step that can be undone; the one before stays kept. Says what came of it. */
export function replaceLog(log: SimulatedLog, spot: Spot, said: string): void {
  const { history } = useSession.getState();
  keeper?.expect(log);
  useSession.setState({ history: commit(history, log), shown: lastOf(log)?.key ?? null, at: null });
  sayUnlessRefused(spot, said);
  void refresh();
}

/** That nothing can be kept is told once, and must not be talked over. */
function sayUnlessRefused(spot: Spot, text: string): void {
  if (spot === 'report' || !useSaved.getState().remark) say(spot, text, UNDO);
}

/** Makes a kept log the present one. */
export async function bringBack(kept: KeptLog, spot: Spot): Promise<void> {
  const { log, said } = await fitted(kept);
  if (log.length === 0) return say(spot, join('None of it fits this data set. Nothing was changed.', said));
  replaceLog(log, spot, join(`Your ${contentsOf(log)} ${isOne(log) ? 'is' : 'are'} back.`, said));
}

/** Puts the present log aside and begins an empty one. */
export function startAfresh(spot: Spot): void {
  const before = useSession.getState().history.present;
  if (before.length === 0) return;
  keeper?.beginAnother(before);
  resetLog();
  const stays = `Your ${contentsOf(before)} ${isOne(before) ? 'stays' : 'stay'} in this browser.`;
  sayUnlessRefused(spot, join('Started afresh.', keeper?.refused ? null : stays));
}

/** Keeps a log beside the present one, as before some of its entries are left out. False where the browser refuses. */
export function putAside(log: SimulatedLog): boolean {
  keeper?.beginAnother(log);
  return keeper !== null && !keeper.refused;
}

/** Deletes a kept log or a damaged text; until something else is done it can be had back. */
export function forget(kind: 'log' | 'damaged', place: KeptText): void {
  keeper?.storage.forget(kind, place.id);
  keeper?.look();
  const take = () => {
    keeper?.storage.put(kind, place);
    keeper?.look();
    useSaved.setState({ report: null });
  };
  say('report', 'Forgotten.', { label: 'Undo', take });
}

/** Gives a kept log to the person as a file. */
export const downloadKept = ({ id, raw }: KeptText): void =>
  download(`drex-kept-${id.slice(0, 8)}.json`, raw);

/** Gives a damaged text to the person as a file, to be mended by hand. */
export const downloadDamaged = ({ id, raw }: KeptText): void =>
  download(`drex-damaged-${id.slice(0, 8)}.json`, raw);
