const TABLE_NAME = /\.(?:csv|tsv|tab|jsonl|ndjson)$/i;
const DELIMITERS = /[,;\t|]/;

/** Whether a file is a table of reviews rather than a log of this page: by its name, else by how it begins. */
export function isTable(name: string, text: string): boolean {
  const body = text.replace(/^\ufeff/, '').trimStart();
  if (body.startsWith('[')) return true;
  if (body.startsWith('{')) return isJsonLines(body);
  if (TABLE_NAME.test(name)) return true;
  const [first = '', second = ''] = body.split(/\r\n|\r|\n/);
  return DELIMITERS.test(first) && DELIMITERS.test(second) && !body.startsWith('<');
}

/** A log has its entries on lines of their own, but its first line is no object; one object a line may be anything but a log. */
function isJsonLines(body: string): boolean {
  const [first] = body.split(/\r\n|\r|\n/);
  try {
    const value: unknown = JSON.parse(first);
    return typeof value === 'object' && value !== null && !('schema' in value) && !('log' in value);
  } catch {
    return false;
  }
}
