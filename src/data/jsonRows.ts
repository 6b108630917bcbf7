import type { RowProblem, TextTable } from './separated';

/** Whether a text is JSON, one object a line or one list of them, rather than a table. */
export const isJsonRows = (text: string): boolean => /^\ufeff?\s*[[{]/.test(text);

/**
 * Reads JSON, one object a line or one list of objects, as a table: a column for each field, `aspects.taste` for what lies
 * within another. What is wrong with a row is told, and the row left out.
 */
export function readJsonRows(source: string): TextTable {
  const text = source.replace(/^\ufeff/, '');
  const rows: { row: number; line: number; fields: ReadonlyMap<string, string> }[] = [];
  const problems: TextTable['problems'][number][] = [];
  const take = (value: unknown, place: { row: number; line: number }) => {
    const read = fieldsOf(value);
    if (read instanceof Map) rows.push({ ...place, fields: read });
    else problems.push({ ...place, what: read });
  };
  const list = text.trimStart().startsWith('[') ? parsed(text) : undefined;
  const lines = Array.isArray(list) ? null : text.split(/\r\n|\r|\n/);
  for (const [k, value] of (lines ?? (list as unknown[])).entries()) {
    const place = { row: k + 1, line: k + 1 };
    if (lines === null) take(value, place);
    else if (lines[k].trim() !== '') take(parsed(lines[k]), place);
  }
  const columns = [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))];
  return {
    columns,
    rows: rows.map(({ fields, ...place }) => ({
      ...place,
      cells: columns.map((name) => fields.get(name) ?? ''),
    })),
    problems,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsOf(value: unknown): Map<string, string> | RowProblem {
  if (value === undefined) return { is: 'not-json' };
  if (!isObject(value)) return { is: 'no-object' };
  const fields = new Map<string, string>();
  const add = (of: object, before: string) => {
    for (const [name, one] of Object.entries(of)) {
      if (isObject(one) && before === '') add(one, `${name}.`);
      else fields.set(`${before}${name}`, cellOf(one));
    }
  };
  add(value, '');
  return fields;
}

/** Lists and what lies deeper are no cells. */
const cellOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
