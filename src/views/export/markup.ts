const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that no XML 1.0 document may hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it may stand in XML, within an element or an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

type Value = string | number | null;

/** At most two decimals: a hundredth of a pixel is not seen. */
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value);

/** An element as XML; attributes that are null are left out. `inside` is markup already. */
export function tag(name: string, attributes: Record<string, Value>, ...inside: string[]): string {
  const pairs = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${written(value)}"`))
    .join('');
  return inside.length > 0 ? `<${name}${pairs}>${inside.join('')}</${name}>` : `<${name}${pairs}/>`;
}
