import { isAlteration, isAltered, withoutAlterations } from '../engine/alterations';
import type { Evaluation } from '../engine/questions/evaluate';
import type { SimulatedLog } from '../engine/simulatedLog';
import type { Inquiry } from './ask';
import { asked, type Part, resource } from './part';
import type { Verb } from './session';
import { LIST_LENGTH } from './view';

/** What the alterations change: the same moment without them (before) and with them (after); null where there are none. */
export const useConsequences = resource(({ engine }) => ({
  of({ person, item, history, at }) {
    const { present: log, times } = history;
    if (person === null || !isAltered(log)) return null;
    const before = { log: withoutAlterations(log), at };
    return { before, after: { log, at }, person, item, times, k: LIST_LENGTH };
  },
  ask: (request) => engine.compare(request),
}));

const WHOLE = { text: true, rating: true, aspects: true };

/** The model measured on the test part, as trained and as altered. */
export interface Measured {
  readonly plain: Evaluation;
  readonly altered: Evaluation;
}

/** Measures a log; progress is the share that is done. */
export const useMeasured: Part<Inquiry<SimulatedLog, Measured, number>> = asked<
  SimulatedLog,
  Measured,
  number
>(({ engine, of }) => ({
  async ask(log, tell, signal) {
    const known = of(useMeasured).getState().answer?.plain;
    const parts = known ? 1 : 2;
    const evaluate = (alterations: SimulatedLog, part: number) =>
      engine.evaluate({ ...WHOLE, alterations }, ({ done, total }) =>
        tell((part + (total > 0 ? done / total : 0)) / parts),
      );
    const plain = known ?? (await evaluate([], 0));
    signal.throwIfAborted();
    return { plain, altered: await evaluate(log.filter(isAlteration), parts - 1) };
  },
  outlives: true,
  stop: () => void engine.stopEvaluation(),
}));

/** Measures the altered model on the test part, and the trained one beside it. */
export const measureAltered: Verb = ({ of, store }) =>
  void of(useMeasured).ask(store.getState().history.present);
