import { dataWords } from '../data/words';
import { PartMissing } from './loadPart';
import type { Why } from './problem';

/** What every question of the engine rejects with, on either side of the worker's boundary: facts, for the page to say in words. */
export class EngineError<W extends Why = Why> extends Error {
  override readonly name = 'EngineError';

  constructor(readonly why: W) {
    super(technical(why));
  }
}

/** For consoles and commands. */
function technical(why: Why): string {
  if (why.kind === 'fault') return why.message;
  if (why.kind === 'data') return dataWords(why);
  if (why.kind !== 'request') return JSON.stringify(why);
  const { field, entry, problem } = why;
  const { is, ...facts } = problem;
  const place = entry === null ? field : `entry ${entry + 1}${field && `, ${field}`}`;
  return [
    `${place}: ${is}`,
    ...Object.entries(facts).map(([name, fact]) => `${name} ${JSON.stringify(fact)}`),
  ].join(' ');
}

type Kind = Why['kind'];
type Of<K extends Kind> = EngineError<Extract<Why, { readonly kind: K }>>;

export const isOfKind = <K extends Kind>(error: unknown, kind: K): error is Of<K> =>
  error instanceof EngineError && error.why.kind === kind;

export const isSuperseded = (error: unknown): error is Of<'superseded'> => isOfKind(error, 'superseded');

/** The error itself where it has a kind, else as a fault. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (error instanceof PartMissing) return new EngineError({ kind: 'part' });
  const fault = new EngineError({
    kind: 'fault',
    message: error instanceof Error ? error.message : String(error),
  });
  if (error instanceof Error && error.stack) fault.stack = error.stack;
  return fault;
}
