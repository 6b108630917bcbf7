import { isName } from './personName';
import type { Problem } from './problem';

/**
 * What values may be, as data: a schema is a table of fields, from which types, reading and checking follow. Plain, as the
 * page loads it first and needs only flat entries: the small build of zod alone would be as large as all else that reads logs.
 */

/** What is wrong with a value. */
export interface Wrong {
  /** Where in it; empty when the whole of it is meant. */
  readonly field: string;
  readonly what: Problem;
}

/** A kind of value. */
export interface Kind<T> {
  /** Null where a value is of this kind. */
  readonly wrong: (value: unknown) => Wrong | null;
  /** Of a field that came later: what it is in whatever was written before there was such a field. */
  readonly missing?: T;
}

/** The fields of something, by name. */
export type Fields = Readonly<Record<string, Kind<unknown>>>;

/** What has these fields. */
export type ValuesOf<F extends Fields> = {
  readonly [name in keyof F]: F[name] extends Kind<infer T> ? T : never;
};

/** What has the fields of one of several kinds, and its name as a tag. */
export type Tagged<Tag extends string, Kinds extends Readonly<Record<string, Fields>>> = {
  [K in keyof Kinds]: { readonly [tag in Tag]: K } & ValuesOf<Kinds[K]>;
}[keyof Kinds];

export type Reading<T> = { readonly value: T } | { readonly wrong: Wrong };

const kind = <T>(is: (value: unknown) => boolean, what: Problem): Kind<T> => ({
  wrong: (value) => (is(value) ? null : { field: '', what }),
});

export const text = kind<string>((value) => typeof value === 'string', { is: 'not', a: 'text' });
export const yesOrNo = kind<boolean>((value) => typeof value === 'boolean', { is: 'not', a: 'boolean' });
export const number = kind<number>(Number.isFinite, { is: 'not', a: 'number' });
export const numberOrNull = kind<number | null>((value) => value === null || Number.isFinite(value), {
  is: 'not',
  a: 'number-or-null',
});

/** A place counted from 0, below 10⁹. */
export const index = kind<number>(
  (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1e9,
  { is: 'not', a: 'index' },
);

/** Text that names something. */
export const name: Kind<string> = {
  wrong: (value) => (value === '' ? { field: '', what: { is: 'empty' } } : text.wrong(value)),
};

/** What a new person is called; empty where they have no name. */
export const personName = kind<string>(isName, { is: 'no-name' });

/** One of a few values. */
export function oneOf<const T extends string | number | null>(...allowed: readonly T[]): Kind<T> {
  return kind((value) => allowed.includes(value as T), { is: 'not-among', allowed });
}

export const orNull = <T>({ wrong }: Kind<T>): Kind<T | null> => ({
  wrong: (value) => (value === null ? null : wrong(value)),
});

export const listOf = <T>({ wrong }: Kind<T>): Kind<readonly T[]> => ({
  wrong(value) {
    if (!Array.isArray(value)) return { field: '', what: { is: 'not', a: 'list' } };
    for (const [k, one] of value.entries()) {
      const found = wrong(one);
      if (found) return { field: `[${k}]${found.field}`, what: found.what };
    }
    return null;
  },
});

/** A field that came later, see {@link Kind.missing}. */
export const since = <T>(of: Kind<T>, missing: T): Kind<T> => ({ ...of, missing });

/** Reads what has these fields; what else it has is of a page that is yet to come, and left out. */
export function readFields<F extends Fields>(fields: F, row: object): Reading<ValuesOf<F>> {
  const given = row as Readonly<Record<string, unknown>>;
  const read: Record<string, unknown> = {};
  for (const [field, of] of Object.entries(fields)) {
    const value = given[field] === undefined ? of.missing : given[field];
    if (value === undefined) return { wrong: { field, what: { is: 'missing' } } };
    const wrong = of.wrong(value);
    if (wrong) return { wrong: { ...wrong, field: `${field}${wrong.field}` } };
    read[field] = value;
  }
  return { value: read as ValuesOf<F> };
}
