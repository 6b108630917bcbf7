import { nextTask } from '../core/nextTask';
import { withTypedErrors } from '../core/typedErrors';
import { EngineError } from '../engineError';
import type { Asked, Asks, Latest, Lazy, Stop } from './question';

/** A question as far as serving it goes. */
interface Served<G> {
  readonly latest?: Latest;
  readonly replayed?: true;
  readonly timed?: true;
  answer(ground: G, request: never, asked: Asked<never>): unknown;
}

/** Questions by their names. */
type Table<G> = { readonly [name: string]: Served<G> | Lazy<Served<G>> | Stop };

type Answer = (request: never, onProgress?: (progress: never) => void) => Promise<unknown>;

/**
 * Answers the questions of a table. All of them get the same: a newer one of a kind takes over from those before it, as
 * do a stop and the end of all; they wait for the replay where they need it; they are timed, and fail with an
 * {@link EngineError} only.
 * @param current what is asked about now; throws where there is nothing yet
 */
export function serve<G extends { replayed(): Promise<unknown> }, T extends Table<G>>(
  table: T,
  current: () => G,
): { readonly answers: Asks<T>; readonly endAll: () => void } {
  const turns = new Map<string, number>();
  let ends = 0;
  const turnOf = (kind: string) => turns.get(kind) ?? 0;
  const take = (kind: string): number => {
    turns.set(kind, turnOf(kind) + 1);
    return turnOf(kind);
  };

  const serveOne = (name: string, entry: Served<G> | Lazy<Served<G>>): Answer => {
    const kind = entry.latest === true ? name : entry.latest;
    return async (request, tell = () => {}) => {
      const begun = ends;
      const turn = kind && take(kind);
      const proceed = () => {
        if (begun !== ends || (kind && turn !== turnOf(kind))) throw new EngineError({ kind: 'superseded' });
      };
      try {
        if (kind) {
          // Newer requests may wait in the queue already: look before any work is done.
          await nextTask();
          proceed();
        }
        const ground = current();
        const { answer, replayed, timed } = 'load' in entry ? await entry.load() : entry;
        proceed();
        if (replayed) await ground.replayed();
        proceed();
        const started = performance.now();
        const found = await answer(ground, request, { proceed, tell });
        return timed ? { ...(found as object), milliseconds: performance.now() - started } : found;
      } catch (error) {
        // A new start frees the weights under a running question: that it is stale says more.
        proceed();
        throw error;
      }
    };
  };

  const answers = Object.entries(table).map(([name, entry]): [string, Answer] => [
    name,
    'stops' in entry ? async () => void take(entry.stops) : serveOne(name, entry),
  ]);
  return {
    answers: withTypedErrors(Object.fromEntries(answers) as unknown as Asks<T>),
    endAll: () => {
      ends++;
    },
  };
}
