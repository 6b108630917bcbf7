import type * as z from 'zod/mini';
import { DataError } from './errors';
import { fieldName } from './readManifest';

/**
 * Parses a JSON file by its schema.
 * @throws DataError naming file and field.
 */
export function readJson<T>(file: string, bytes: Uint8Array, schema: z.ZodMiniType<T>, remedy: string): T {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new DataError(file, '', 'is not valid JSON', remedy);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DataError(file, `field ${fieldName(issue.path) || '(root)'}`, issue.message, remedy);
}
