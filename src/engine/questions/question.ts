import type { Ground } from '../core/ground';
import { once } from '../core/once';
import type { Proceed } from '../core/worlds';
import { loadPart } from '../loadPart';

/** What the server gives to an answer on its way. */
export interface Asked<P> {
  /** To be called between steps: throws once the answer is no longer wanted. */
  readonly proceed: Proceed;
  readonly tell: (progress: P) => void;
}

/** An answer as its question makes it; how long that took, the server adds. */
type Untimed<A> = A extends { readonly milliseconds: number } ? Omit<A, 'milliseconds'> : A;

/** The question of an answer that carries its time says so, and no other does. */
type Timing<A> = A extends { readonly milliseconds: number }
  ? { readonly timed: true }
  : { readonly timed?: never };

/**
 * What the page may ask, and the answer to it, which is a function of the request alone.
 * @template R request
 * @template A answer, plain data
 * @template P what is told meanwhile; never for nothing
 */
export interface Question<R, A, P = never, G = Ground> {
  /** A newer one takes over from it: one of its own name, or of all that share the name given. */
  readonly latest?: Latest;
  /** Waits for the replay. */
  readonly replayed?: true;
  readonly timed?: true;
  /** @throws EngineError naming the field of the request that is wrong */
  answer(ground: G, request: R, asked: Asked<P>): Promise<Untimed<A>> | Untimed<A>;
}

export type Latest = true | string;

/** A question whose code is loaded when it is first asked. */
export interface Lazy<Q> {
  readonly latest?: Latest;
  readonly load: () => Promise<Q>;
}

/** Gives up what is under way of a name. */
export interface Stop {
  readonly stops: string;
}

type Given<R, P> = [R] extends [undefined]
  ? []
  : [P] extends [never]
    ? [request: R]
    : [request: R, onProgress: (progress: P) => void];

/** What a question is to those who ask it. */
export type Ask<Q> =
  Q extends Question<infer R, infer A, infer P, never>
    ? (...given: Given<R, P>) => Promise<A>
    : Q extends Lazy<infer Loaded>
      ? Ask<Loaded>
      : () => Promise<void>;

export type Asks<Table> = { readonly [Name in keyof Table]: Ask<Table[Name]> };

export const question = <R, A, P = never, G = Ground>(
  one: Question<R, A, P, G> & Timing<A>,
): Question<R, A, P, G> => one;

/**
 * A question that another file exports by a name.
 * @param latest as in {@link Question}: to be known before that file is there
 */
export function lazily<M, Name extends keyof M>(
  load: () => Promise<M>,
  name: Name,
  latest?: Latest,
): Lazy<M[Name]> {
  const kept = new Map<Name, Promise<M[Name]>>();
  return {
    ...(latest && { latest }),
    load: () => once(kept, name, async () => (await loadPart(load))[name]),
  };
}

export const stop = (stops: string): Stop => ({ stops });
