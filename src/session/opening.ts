import { START } from './address';
import { followAddress } from './addressBar';
import { decodeLink } from './link';
import { mend, somebody } from './mending';
import { modelRemark } from './modelRemark';
import { fail, tell } from './notice';
import { onThisModel } from './otherModel';
import type { Verb } from './session';
import { undoable } from './undoable';
import { watchView } from './view';

/** Takes what a link says, loads bundle and backend, shows the shipped states, then replays the log and shows live ones. */
export const open =
  (hash: string): Verb<Promise<void>> =>
  async ({ engine, around, store, dispatch, act }) => {
    const { getState, setState } = store;
    const link = await decodeLink(hash, around.screens);
    dispatch({ type: 'opened', link });
    setState({ notice: link.problems });
    engine.onRestart(({ death, report }) => {
      setState({ start: report, replay: null });
      act(tell({ is: 'restarted', death }));
      act(goLive).catch((error: unknown) => act(fail('view', error)));
    });
    try {
      const { bundleUrl, backend } = around;
      const start = await engine.start({ bundleUrl, backend }, (progress) => setState({ progress }));
      setState({ start });
      const { dataset } = start;
      const { log, said } = onThisModel(link.log, link.model, dataset, link.numbers.length);
      if (log !== link.log || said.length > 0)
        dispatch({ type: 'replaced', by: { history: undoable(log, link.times), numbers: [] } });
      act(tell(...modelRemark(link.model, dataset, 'link'), ...said));
      await act(around.keeping.opened({ ...link, log }, dataset));
      // An address may name what this data set does not have.
      await act(mend);
      const nobody = !getState().person && !getState().item;
      if (!getState().person) {
        const { history, item } = getState();
        const person = dataset.person ?? (await act(somebody(history.present)));
        const first = dataset.person && !item ? { item: dataset.faces[0]?.id ?? null } : {};
        // Or somebody has been chosen meanwhile.
        if (!getState().person) dispatch({ type: 'replaced', by: { person, ...first } });
      }
      await act(watchView);
      if (nobody) act(lookAtFirst);
      act(followAddress);
      // What the replay needs is much: it must not hold up what the first list still waits for.
      await around.drawn();
      await act(goLive);
    } catch (error) {
      act(fail('start', error));
      // A way on that does not come is not worth another word.
      if (getState().start === null) await act(around.keeping.failed).catch(() => {});
    }
  };

/** Chooses the first of the list, where nothing else is chosen: a first look shows somebody beside something. The start has its own. */
const lookAtFirst: Verb = ({ store, dispatch }) => {
  const { screen, item, view } = store.getState();
  if (screen === START) return;
  const first = view?.recommendations[0]?.item.id;
  if (item === null && first) dispatch({ type: 'replaced', by: { item: first } });
};

const goLive: Verb<Promise<void>> = async ({ engine, store }) => {
  const replay = await engine.replay((progress) => store.setState({ progress }));
  const { start } = store.getState();
  // Some of what the backend is checked by comes after the start; one that fails then has been replaced.
  store.setState({ replay, progress: null, start: start && { ...start, backend: replay.backend } });
};
