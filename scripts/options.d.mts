/** Of an option whose value is a T. */
export interface Option<T> {
  readonly about: string;
  read?(value: string, fail: (must: string, but?: string | null) => never): T;
}

interface Rules<T> {
  readonly default?: T;
  readonly required?: true;
  /** Said in the help in place of the default, where that depends on other things. */
  readonly otherwise?: string;
}
interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
}
type Given<T> = Rules<T> & ({ readonly default: T } | { readonly required: true });

/** An option with a default or a must has a value; of several values there is a list; else it may be undefined. */
interface Kind<T, R = object> {
  (placeholder: string, about: string, rules: R & Given<T>): Option<T>;
  (placeholder: string, about: string, rules: R & { readonly several: true }): Option<readonly T[]>;
  (placeholder: string, about: string, rules?: R & Rules<T>): Option<T | undefined>;
}

export const number: Kind<number, Range>;
export const whole: Kind<number, Range>;
export const text: Kind<string>;
export const file: Kind<string>;
export const folder: Kind<string>;
export function names<const N extends string>(
  placeholder: string,
  about: string,
  rules: { readonly of: readonly N[]; readonly none?: boolean; readonly default: readonly N[] },
): Option<readonly N[]>;
export function choice<const N extends string>(
  placeholder: string,
  about: string,
  rules: { readonly of: readonly N[]; readonly otherwise?: string },
): Option<N | undefined>;
export function flag(about: string): Option<boolean>;

export interface Command<O extends Readonly<Record<string, Option<unknown>>>> {
  /** As it is typed, up to its options: "npm run pretrain --". */
  readonly run: string;
  readonly about: string;
  readonly usage?: string;
  readonly options: O;
  /** Words beside the options: any where it is not said of which. */
  readonly words?: { readonly of?: readonly string[]; readonly noun: string };
  readonly notes?: string;
}
export type AnyCommand = Command<Readonly<Record<string, Option<unknown>>>>;
type Values<O> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** Somebody asked for what a command cannot do; the message is one plain line. */
export class UsageError extends Error {}

/** @throws UsageError; null where the help was asked for and printed. */
export function readOptions<const O extends Readonly<Record<string, Option<unknown>>>>(
  command: Command<O>,
  args?: readonly string[],
  print?: (text: string) => void,
): (Values<O> & { readonly words: readonly string[] }) | null;
export function helpOf(command: AnyCommand): string;
/** Runs a command: a plain error ends it with one line, a fault of the code with its stack. */
export function command(work: () => unknown): Promise<void>;
