import { saveFile } from '../browser/files';
import { deletedIn, reviewsIn } from '../engine/edits';
import type { SimulatedLog } from '../engine/simulatedLog';
import type { DatasetInfo } from '../engine/start';
import { START } from './address';
import { leftOut } from './entries';
import { fitLog } from './fitLog';
import { Keeper } from './keeper';
import { type KeptLog, keptLogs, repairKept } from './keptLogs';
import { isOwnTab, leftHere } from './left';
import type { ReadLink } from './link';
import { modelRemark } from './modelRemark';
import { onThisModel } from './otherModel';
import type { Said } from './said';
import { type Remark, type Spot, say, useSaved } from './savedState';
import type { KeptText, Kind } from './savedStorage';
import { key, type Verb } from './session';
import { undoable } from './undoable';
import { resetLog, stepHistory } from './verbs';

/** There from the moment that the data set is known. */
const keeping = key<{ keeper: Keeper | null }>(() => ({ keeper: null }));

/** Called once the data set is known: brings back what is kept, or offers it when the address holds another log. */
export const keepLog =
  (link: ReadLink, dataset: DatasetInfo): Verb<Promise<void>> =>
  async (session) => {
    const { act, of } = session;
    const keeper = new Keeper(session, dataset.id, dataset.modelHash);
    of(keeping).keeper = keeper;
    const damage = repairKept(keeper.storage, dataset.id);
    if (damage.length > 0) act(say('remark', damage));
    // A damaged link is no empty one: what it lost may be what is kept, or something else.
    const empty = link.log.length === 0 && link.problems.length === 0;
    const [newest] = keptLogs(keeper.storage);
    const any = empty && newest && newest.log.length > 0;
    // What was written in another tab may be somebody else’s: whoever wrote it says so.
    if (any && isOwnTab()) await act(restore(newest, link, damage));
    keeper.look();
    const [other] = of(useSaved).getState().others;
    if (!empty && other && isNews(other)) act(offer(other, [...damage, { is: 'had-here', log: other.log }]));
    else if (any && !isOwnTab() && !asksItself(link) && isNews(newest))
      act(offer(newest, [...damage, { is: 'kept-here', log: newest.log, created: newest.created }]));
    keeper.listen();
  };

/** Says something of a kept log, and offers it: with it, whoever wrote last is looked at. */
const offer = (kept: KeptLog, said: readonly Said[]): Verb => {
  const take =
    (spot: Spot): Verb<Promise<void>> =>
    async ({ act, dispatch }) => {
      await act(bringBack(kept, spot));
      dispatch({ type: 'shown', key: lastOf(kept.log)?.key ?? null });
    };
  return say('remark', said, { to: 'bring-back', take });
};

/** The start asks whoever opens it. */
const asksItself = ({ screen }: ReadLink): boolean => screen === START && leftHere() !== null;

/** What is shown of a log that has just come: its last review that was not deleted. */
function lastOf(log: SimulatedLog) {
  const deleted = deletedIn(log);
  return reviewsIn(log).findLast(({ key }) => !deleted.has(key)) ?? null;
}

/** Starts with a kept log instead of the empty one of the address: at the top of the page, no difference opened. */
const restore =
  (kept: KeptLog, link: ReadLink, damage: readonly Said[]): Verb<Promise<void>> =>
  async ({ dispatch, act }) => {
    const { log, said } = await act(fitted(kept));
    if (log.length === 0) return act(say('remark', [...damage, { is: 'kept-unfit' }, ...said]));
    const last = lastOf(log);
    const whose = last && !link.person && { person: last.person, item: link.item ?? last.item };
    dispatch({ type: 'replaced', by: { history: undoable(log, link.times), ...whose } });
    const offer = { to: 'start-afresh', take: startAfresh } as const;
    act(say('remark', [...damage, { is: 'kept-back', log }, ...said], offer));
  };

/** The part of a kept log that the data set takes, and what to say of it. */
const fitted =
  (kept: KeptLog): Verb<Promise<{ readonly log: SimulatedLog; readonly said: readonly Said[] }>> =>
  async ({ store, act }) => {
    const dataset = store.getState().start?.dataset;
    const made = kept.log.length === 1 ? 'review' : 'reviews';
    const model = dataset ? modelRemark(kept.modelHash, dataset, made) : [];
    const here = dataset && onThisModel(kept.log, kept.modelHash, dataset);
    const { log, problems } = await act(fitLog(here?.log ?? kept.log, here?.places));
    return { log, said: [...leftOut(problems, kept.log.length), ...model, ...(here?.said ?? [])] };
  };

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

const UNDO: Remark['offer'] = { to: 'undo', take: () => stepHistory('undo') };

/** Makes a log the present one, as one step that can be undone; the one before stays kept. Says what came of it. */
export const replaceLog =
  (log: SimulatedLog, spot: Spot, said: readonly Said[]): Verb =>
  ({ of, dispatch, act }) => {
    of(keeping).keeper?.expect(log);
    dispatch({ type: 'log', log, shown: lastOf(log)?.key ?? null, at: null });
    act(sayUnlessRefused(spot, said));
  };

/** That nothing can be kept is told once, and must not be talked over. */
const sayUnlessRefused =
  (spot: Spot, said: readonly Said[]): Verb =>
  ({ of, act }) => {
    if (spot === 'report' || !of(useSaved).getState().remark) act(say(spot, said, UNDO));
  };

/** Makes a kept log the present one. */
export const bringBack =
  (kept: KeptLog, spot: Spot): Verb<Promise<void>> =>
  async ({ act }) => {
    const { log, said } = await act(fitted(kept));
    if (log.length === 0) return act(say(spot, [{ is: 'none-fits' }, { is: 'unchanged' }, ...said]));
    act(replaceLog(log, spot, [{ is: 'back', log }, ...said]));
  };

/** Puts the present log aside and begins an empty one. */
export const startAfresh =
  (spot: Spot): Verb =>
  ({ store, of, act }) => {
    const before = store.getState().history.present;
    if (before.length === 0) return;
    const { keeper } = of(keeping);
    keeper?.beginAnother(before);
    act(resetLog);
    const said: Said[] = keeper?.refused ? [] : [{ is: 'stays', log: before }];
    act(sayUnlessRefused(spot, [{ is: 'afresh' }, ...said]));
  };

/** Keeps a log beside the present one, as before some of its entries are left out. False where the browser refuses. */
export const putAside =
  (log: SimulatedLog): Verb<boolean> =>
  ({ of }) => {
    const { keeper } = of(keeping);
    keeper?.beginAnother(log);
    return keeper !== null && !keeper.refused;
  };

/** Deletes a kept log or a damaged text; until something else is done it can be had back. */
export const forget =
  (kind: Kind, place: KeptText): Verb =>
  ({ of, act }) => {
    const { keeper } = of(keeping);
    keeper?.storage.forget(kind, place.id);
    keeper?.look();
    const take =
      (): Verb =>
      ({ of }) => {
        keeper?.storage.put(kind, place);
        keeper?.look();
        of(useSaved).setState({ report: null });
      };
    act(say('report', [{ is: 'forgotten' }], { to: 'undo', take }));
  };

/** Gives a kept log to the person as a file, or a damaged text, to be mended by hand. */
export const download = (kind: Kind, { id, raw }: KeptText): void =>
  saveFile(`drex-${kind === 'log' ? 'kept' : kind}-${id.slice(0, 8)}.json`, raw);
