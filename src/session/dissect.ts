import { create } from 'zustand';
import { isAlteration, isAltered, withoutAlterations } from '../engine/alterations';
import type { Comparison, Evaluation, SimulatedLog } from '../engine/api';
import { isSuperseded } from '../engine/engineError';
import { reasonOf } from './reason';
import { engine, LIST_LENGTH, useSession } from './store';

/** The model measured on the test part, as trained and as altered. */
export interface Measured {
  readonly log: SimulatedLog;
  readonly plain: Evaluation;
  readonly altered: Evaluation;
}

export interface DissectState {
  /** The same moment without the alterations (before) and with them (after); null where there are none. */
  readonly comparison: Comparison | null;
  readonly failure: string | null;
  readonly measured: Measured | null;
  /** Share of the measuring that is done; null when none runs. */
  readonly measuring: number | null;
  readonly measuringFailure: string | null;
}

/** What the alterations of the model do. */
export const useDissect = create<DissectState>(() => ({
  comparison: null,
  failure: null,
  measured: null,
  measuring: null,
  measuringFailure: null,
}));

const { getState: get, setState: set } = useDissect;

let turn = 0;

/** Asks what the alterations change for the person and the item that are chosen; the latest question wins. */
async function refreshDissect(): Promise<void> {
  const { person, item, history, at, screen } = useSession.getState();
  if (screen !== 'microscope' || !person) return;
  const mine = ++turn;
  const log = history.present;
  if (!isAltered(log)) return set({ comparison: null, failure: null });
  try {
    const before = { log: withoutAlterations(log), at };
    const request = { before, after: { log, at }, person, item, k: LIST_LENGTH };
    const comparison = await engine().compare(request);
    if (mine === turn) set({ comparison, failure: null });
  } catch (error) {
    if (mine === turn && !isSuperseded(error)) set({ failure: reasonOf(error) });
  }
}

/** Follows the session from now on. Returns a function that stops it. */
export function followSession(): () => void {
  void refreshDissect();
  return useSession.subscribe((now, before) => {
    // The view changes once all that it shows has been worked out, so the engine is free again.
    if (now.view !== before.view || now.screen !== before.screen) void refreshDissect();
  });
}

const WHOLE = { text: true, rating: true, aspects: true };

let measuringTurn = 0;

/** Measures the altered model on the test part, and the trained one beside it. */
export async function measureAltered(): Promise<void> {
  const mine = ++measuringTurn;
  const isMine = () => mine === measuringTurn;
  const log = useSession.getState().history.present;
  set({ measuring: 0, measuringFailure: null });
  const known = get().measured?.plain;
  try {
    const parts = known ? 1 : 2;
    const evaluate = (alterations: SimulatedLog, part: number) =>
      engine().evaluate({ ...WHOLE, alterations }, ({ done, total }) => {
        if (isMine()) set({ measuring: (part + (total > 0 ? done / total : 0)) / parts });
      });
    const plain = known ?? (await evaluate([], 0));
    if (!isMine()) return;
    const altered = await evaluate(log.filter(isAlteration), parts - 1);
    if (isMine()) set({ measured: { log, plain, altered } });
  } catch (error) {
    if (isMine() && !isSuperseded(error)) set({ measuringFailure: reasonOf(error) });
  } finally {
    if (isMine()) set({ measuring: null });
  }
}

/** Gives up the measuring. */
export function stopMeasuring(): void {
  measuringTurn++;
  set({ measuring: null });
  void engine().stopEvaluation();
}
