import { DataError } from '../src/data/errors';
import { pandas, quoted } from './text-file';

/** What is wrong, and what to do. */
export interface Reason {
  readonly what: string;
  readonly remedy: string;
}

export const ROW_SHAPE =
  'A line is {"user", "item", "rating", "aspects": {…}, "text", "time" or "seq"}; all but user and item are optional.';

/** A rewriting of the file, in one line. */
const jq = (file: string, filter: string): string => `jq -c '${filter}' ${quoted(file)} > lines.jsonl`;

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Throws where a file is something else than one JSON object a line. @throws DataError naming what it is. */
export function checkIsLines(file: string, lines: readonly string[]): void {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length === 0) throw new DataError(file, '', 'it holds no interactions', ROW_SHAPE);
  const reason = otherShape(file, filled);
  if (reason) throw new DataError(file, '', reason.what, reason.remedy);
}

function otherShape(file: string, [first, second = '']: readonly string[]): Reason | null {
  const start = first.trim();
  if (start.startsWith('['))
    return {
      what: 'it is one JSON list, not one object a line',
      remedy: `Write each object on a line of its own: ${jq(file, '.[]')}, or in pandas to_json(…, orient='records', lines=True)`,
    };
  if (start.startsWith('<'))
    return { what: 'it is a web page, not review data', remedy: 'Fetch the file itself.' };
  if (/\}\s*\r\s*\{/.test(start))
    return {
      what: 'its lines end in a carriage return alone, as on old Macs',
      remedy: `Write ordinary line ends: tr '\\r' '\\n' < ${quoted(file)} > lines.jsonl`,
    };
  const value = parsed(first);
  if (isObject(value)) {
    const fields = Object.entries(value as object);
    const columns = fields.some(([field, one]) => (field === 'user' || field === 'item') && isObject(one));
    const rows = fields.some(([, one]) => Array.isArray(one) && one.some(isObject));
    if (second !== '' || !(columns || rows)) return null;
    return {
      what: 'it is one JSON object for all rows, not one object a line',
      remedy: "Write each row on a line of its own, in pandas with to_json(…, orient='records', lines=True)",
    };
  }
  if (value === undefined && start.startsWith('{') && second !== '' && !second.trim().startsWith('{'))
    return {
      what: 'an object is spread over several lines, where each must stand on one',
      remedy: `Write each on a line of its own: ${jq(file, '.')}`,
    };
  if (!start.startsWith('{') && /[,;\t|]|::/.test(start) && !second.trim().startsWith('{'))
    return {
      what: 'it is a table that is not separated by commas, semicolons or tabs, or whose columns have no names',
      remedy: `Write it as CSV with a first row of names (user, item, …), or as JSON lines, for instance: ${pandas(file, 'read_csv', ", sep='::', names=['user', 'item', 'rating', 'time']")}`,
    };
  return null;
}

/** Why a line is no JSON, by the slips that are often met. */
export function whyNoJson(line: string, last: boolean): Reason & { readonly kind: string } {
  const text = line.trim();
  // What stands between quotation marks is nobody's slip.
  const bare = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gs, '""');
  const because = (kind: string, why: string, remedy: string) => ({
    kind,
    what: `it is not valid JSON: ${why}`,
    remedy,
  });
  const word = /[:[,]\s*(-?Infinity|-?inf|NaN|nan|None|True|False|undefined)\b/.exec(bare)?.[1];
  if (/^\{\s*'/.test(text))
    return because(
      'quotes',
      'names stand in single quotation marks, as Python prints them',
      'Write it with json.dumps, which uses double ones.',
    );
  if (word)
    return because(
      `word ${word}`,
      `JSON has no word ${word}`,
      /True|False/.test(word) ? 'Write true or false.' : 'Write null where nothing is known.',
    );
  if (/\},$/.test(bare))
    return because('comma after', 'a comma follows the object', 'Take the comma at the end away.');
  if (/,\s*[}\]]/.test(bare))
    return because('comma', 'a comma stands before a closing bracket', 'Take the last comma away.');
  if (/\}\s*,?\s*\{/.test(bare) && (bare.match(/\{/g)?.length ?? 0) === (bare.match(/\}/g)?.length ?? 0))
    return because('two', 'several objects stand on one line', 'Write each on a line of its own.');
  if (last && text.startsWith('{') && !bare.endsWith('}'))
    return because(
      'cut off',
      'the last line stops in the middle, as if the file were cut off',
      'Fetch the file again, or take the line away.',
    );
  return { kind: 'no JSON', what: 'it is not valid JSON', remedy: ROW_SHAPE };
}
