import { isAlteration, isAltered, withoutAlterations } from '../engine/alterations';
import type { Evaluation } from '../engine/questions/evaluate';
import type { SimulatedLog } from '../engine/simulatedLog';
import { type Question, question } from './ask';
import { resource } from './resource';
import { engine, LIST_LENGTH, useSession } from './store';

/** What the alterations change: the same moment without them (before) and with them (after); null where there are none. */
export const useConsequences = resource({
  of({ person, item, history, at }) {
    const log = history.present;
    if (person === null || !isAltered(log)) return null;
    const before = { log: withoutAlterations(log), at };
    return { before, after: { log, at }, person, item, k: LIST_LENGTH };
  },
  ask: (request) => engine().compare(request),
});

const WHOLE = { text: true, rating: true, aspects: true };

/** The model measured on the test part, as trained and as altered. */
export interface Measured {
  readonly plain: Evaluation;
  readonly altered: Evaluation;
}

/** Measures a log; progress is the share that is done. */
export const useMeasured: Question<SimulatedLog, Measured, number> = question({
  async ask(log, tell, signal) {
    const known = useMeasured.getState().answer?.plain;
    const parts = known ? 1 : 2;
    const evaluate = (alterations: SimulatedLog, part: number) =>
      engine().evaluate({ ...WHOLE, alterations }, ({ done, total }) =>
        tell((part + (total > 0 ? done / total : 0)) / parts),
      );
    const plain = known ?? (await evaluate([], 0));
    signal.throwIfAborted();
    return { plain, altered: await evaluate(log.filter(isAlteration), parts - 1) };
  },
  outlives: true,
  stop: () => void engine().stopEvaluation(),
});

/** Measures the altered model on the test part, and the trained one beside it. */
export const measureAltered = (): Promise<void> => useMeasured.ask(useSession.getState().history.present);
