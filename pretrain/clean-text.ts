import { Parser } from 'htmlparser2';

/** Elements that run on inside a word or a sentence; the others stand apart from what is around them. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
const APART = new Set(
  (
    'address article aside audio blockquote body br button caption center col colgroup dd details dir div dl dt embed ' +
    'fieldset figcaption figure footer form frame h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend ' +
    'li link main map meta nav noscript object ol optgroup option p param picture pre script section select source ' +
    'style summary svg table tbody td textarea tfoot th thead title tr track ul video wbr'
  ).split(' '),
);
/** Elements whose contents nobody reads. */
const SILENT = new Set(['script', 'style']);

/** `<3`, `a < b`, `<sighs>`, `<i` without an end: what somebody wrote, not mark-up. */
const NO_TAG = new RegExp(`<(?!/?(?:${[...INLINE, ...APART].join('|')})(?=[\\s/>\\\\])[^<>]*>|!--)`, 'gi');
/** `AT&T`, `fruit &notes`: only what ends like an entity is one; HTML itself would read `&not` here. */
const NO_ENTITY = /&(?!(?:#\d+|#x[\da-f]+|[a-z]\w*);|(?:amp|gt|lt|nbsp|quot)\b)/gi;

function parsed(html: string): string {
  let text = '';
  let silent = 0;
  const apart = (name: string) => {
    if (!INLINE.has(name) && !/\s$/.test(text)) text += ' ';
  };
  const parser = new Parser({
    onopentag: (name) => {
      if (SILENT.has(name)) silent++;
      apart(name);
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent--;
      apart(name);
    },
    ontext: (part) => {
      if (silent === 0) text += part;
    },
  });
  parser.end(html.replace(NO_ENTITY, '&amp;').replace(NO_TAG, '&lt;'));
  return text.replaceAll('\u00a0', ' ');
}

/**
 * The words of a review without the mark-up that it was scraped with: entities decoded, tags dropped, `<br>` and the like
 * a blank. Text that was encoded twice, as `&amp;quot;`, is decoded twice. A text without mark-up stays as it is.
 */
export function cleanText(text: string): string {
  let clean = text;
  while (/[&<]/.test(clean)) {
    const next = parsed(clean);
    if (next === clean) break;
    clean = next;
  }
  return clean;
}
