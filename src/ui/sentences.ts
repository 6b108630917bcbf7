/** Where a sentence of a text begins and ends, with what stands between it and the next, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a full stop shortens before a name: it ends no sentence there. A lone capital is an initial. */
const BEFORE_NAMES = [
  ...['Mr', 'Mrs', 'Ms', 'Messrs', 'MM', 'Mme', 'Mmes', 'Mlle', 'Dr', 'Drs', 'Prof', 'Profs', 'Rev', 'Hon'],
  ...[
    'St',
    'Ste',
    'SS',
    'Sts',
    'Fr',
    'Gov',
    'Sen',
    'Rep',
    'Pres',
    'Supt',
    'Capt',
    'Col',
    'Gen',
    'Lieut',
    'Lt',
  ],
  ...[
    'Maj',
    'Sgt',
    'Sergt',
    'Mt',
    'Ft',
    'Ad',
    'Alex',
    'Chas',
    'Edw',
    'Geo',
    'Jas',
    'Jos',
    'Robt',
    'Thos',
    'Wm',
  ],
];
/** As said of a volume or an example, before whatever comes. */
const BEFORE_ANYTHING = ['[Vv]ols?', '[Cc]f', '[Vv]iz', 'vs', 'e\\. ?g', 'i\\. ?e'];
/** Before a number only: “He said no.” is a sentence, “no. 5” is not, nor is “c. 1800”. */
const BEFORE_NUMBERS = [
  ...[
    '[Nn]os?',
    '[Pp]p?',
    '[Cc]h',
    '[Cc]hap',
    '[Cc]a?',
    '[Ff]igs?',
    '[Bb]k',
    '[Ss]ecs?',
    '[Aa]rt',
    'ff?',
    'ed',
  ],
  ...['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept?', 'Oct', 'Nov', 'Dec'],
];

const endsIn = (all: readonly string[]): RegExp =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${all.join('|')})\\.\\s*$`, 'u');

const NO_END = endsIn(['\\p{Lu}', ...BEFORE_NAMES, ...BEFORE_ANYTHING]);
const NO_END_BEFORE_NUMBERS = endsIn(BEFORE_NUMBERS);
/** What somebody left out of the middle of a sentence, with a space before it. */
const LEFT_OUT = /\s(?:\.{3}|…)\s*$/u;

/** Whether what the browser holds for two sentences is one. */
const isOne = (first: string, then: string): boolean =>
  NO_END.test(first) || LEFT_OUT.test(first) || (NO_END_BEFORE_NUMBERS.test(first) && /^\p{N}/u.test(then));

/**
 * The sentences of an English text, which together are all of it. The browser tells them apart, and takes the full stop of
 * “Mr. Thurston” for an end; one sentence too few is better than half a one, so what may be one stays one. All of the text
 * where the browser cannot tell sentences apart.
 */
export function sentencesOf(text: string): Span[] {
  if (!('Segmenter' in Intl)) return text === '' ? [] : [{ start: 0, end: text.length }];
  const spans: Span[] = [];
  // The language is that of the texts, whichever the browser speaks.
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.length;
    const last = spans.at(-1);
    if (last && isOne(text.slice(last.start, last.end), segment))
      spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start: index, end });
  }
  return spans;
}

/** The first sentences of a text that have no more than some letters together; of one that is longer alone, whole words of it. */
export function beginningOf(text: string, most: number): string {
  const ends = sentencesOf(text).map(({ end }) => text.slice(0, end).trimEnd());
  const fitting = ends.findLast(({ length }) => length <= most);
  if (fitting) return fitting;
  // A word that is longer still is cut where it is.
  const words = text.slice(0, most + 1).match(/^.*\S(?=\s)/su)?.[0];
  return text.length <= most ? text : (words ?? text.slice(0, most));
}
