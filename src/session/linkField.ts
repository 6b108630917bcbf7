import type { Said } from './said';

/** What could be read of a field. */
export interface Read<T> {
  readonly value: T;
  /** What is damaged. */
  readonly problem?: Said | null;
}

type Names = readonly (readonly [name: string, text: string])[];

/** All that an address knows of one field of a state. */
export interface Field<T, State> {
  /** What stands in the address; nothing where it is as it is when the address does not name it. */
  readonly write: (value: T, state: State) => Names | Promise<Names>;
  /** Never throws: what is damaged is left out and said. */
  readonly read: (params: URLSearchParams) => Read<T> | Promise<Read<T>>;
}

interface Named<T> {
  /** What the address calls it. */
  readonly name: string;
  /** What it is where the address does not name it. */
  readonly missing: T;
  readonly write: (value: T) => readonly string[] | Promise<readonly string[]>;
  readonly read: (texts: readonly string[]) => Read<T> | Promise<Read<T>>;
}

/** A field that has a name of its own. */
export const named = <T>({ name, missing, write, read }: Named<T>): Field<T, unknown> => ({
  write: async (value) => (await write(value)).map((text) => [name, text]),
  read: (params) => (params.has(name) ? read(params.getAll(name)) : { value: missing }),
});

/** Any text; null when missing. */
export const word = (name: string, written = (text: string): string => text): Field<string | null, unknown> =>
  named<string | null>({
    name,
    missing: null,
    write: (text) => (text ? [written(text)] : []),
    read: ([text]) => ({ value: text }),
  });

/** One of a few names; the first when missing, or when it is none of them. */
export const oneOf = <T extends string>(
  name: string,
  allowed: readonly T[],
  is: 'no-view' | 'no-axes',
): Field<T, unknown> =>
  named<T>({
    name,
    missing: allowed[0],
    write: (one) => (one === allowed[0] ? [] : [one]),
    read([text]) {
      const value = allowed.find((one) => one === text);
      return value ? { value } : { value: allowed[0], problem: { is, name: text } };
    },
  });
