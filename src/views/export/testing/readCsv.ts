/**
 * The text that was meant: an apostrophe in front of what a spreadsheet would compute is taken off. Other than the writer
 * it looks for the first sign that counts.
 */
export function meant(field: string): string {
  if (!field.startsWith("'")) return field;
  const rest = [...field.slice(1)];
  if (/[\t\r\n]/.test(rest.find((sign) => sign !== "'") ?? '')) return field.slice(1);
  const first = rest.find((sign) => !/['\s\p{Cc}\p{Cf}]/u.test(sign));
  return first !== undefined && '=+-@＝＋－＠'.includes(first) ? field.slice(1) : field;
}

/** A small reader of RFC 4180, comments and the mark of UTF-8 left out; fields as they are written. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const body = text.replace(/^\ufeff/, '').replace(/^(?:#[^\r\n]*\r\n)*/, '');
  for (let k = 0; k < body.length; k++) {
    const sign = body[k];
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (body[k + 1] === '"') field += body[k++];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',' || (sign === '\r' && body[k + 1] === '\n')) {
      rows[rows.length - 1].push(field);
      field = '';
      if (sign === '\r') {
        rows.push([]);
        k++;
      }
    } else field += sign;
  }
  return rows.slice(0, -1);
}
