/** An object without objects in it, its strings respected: what every entry of a log is. */
const FLAT = /\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}/gs;

const headField = (text: string, field: string): string | undefined =>
  new RegExp(`"${field}"\\s*:\\s*"([^"\\\\]*)"`).exec(text)?.[1];

/** What can still be read of a log in text that is no JSON any more; null when there is no log to be seen. */
export function salvage(text: string): Record<string, unknown> | null {
  const start = /"log"\s*:\s*\[/.exec(text);
  if (!start) return null;
  const head = text.slice(0, start.index);
  const schema = /"schema"\s*:\s*(\d+)/.exec(head)?.[1];
  const rows = text.slice(start.index + start[0].length).match(FLAT) ?? [];
  return {
    schema: schema === undefined ? undefined : Number(schema),
    dataset: headField(head, 'dataset'),
    modelHash: headField(head, 'modelHash'),
    created: headField(head, 'created'),
    log: rows.flatMap(parsed),
  };
}

function parsed(row: string): unknown[] {
  try {
    return [JSON.parse(row)];
  } catch {
    return [];
  }
}
