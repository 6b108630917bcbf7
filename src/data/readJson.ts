import type * as z from 'zod/mini';
import { BundleError } from './errors';
import type { Remedy } from './words';

/** `tables.users`, `files[3].path`: how a field is named in messages; empty for all of the file. */
const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part),
    '',
  );

/**
 * Parses a JSON file by its schema.
 * @throws DataError naming file and field.
 */
export function readJson<T>(file: string, bytes: Uint8Array, schema: z.ZodMiniType<T>, remedy: Remedy): T {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new BundleError({ file, place: null, problem: { is: 'not-json' }, remedy });
  }
  return checked(file, json, schema, remedy);
}

/**
 * What a file says, where it fits its schema.
 * @throws DataError naming file and field.
 */
export function checked<T>(file: string, json: unknown, schema: z.ZodMiniType<T>, remedy: Remedy): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const problem = { is: 'schema', issue: issue.message } as const;
  throw new BundleError({ file, place: { field: fieldName(issue.path) }, problem, remedy });
}
