import { type Caption, captionLines, factsOf } from './caption';
import { type Font, widthOf } from './fonts';
import { escapeXml, tag } from './markup';
import type { Drawing } from './paint';
import type { Provenance } from './provenance';
import { wrap } from './textLines';

/** Colours and font of the page. */
export interface Look {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly family: string;
}

/** In pixels. */
const MARGIN = 24;
/** A caption has room even below a narrow figure. */
const LEAST_WIDTH = 460;
const LINE = 1.4;

interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly weight: string;
  readonly color: string;
  readonly href?: string;
}

/** The drawing alone, as a document of its own. */
export const documentOf = (drawing: Drawing, { paper }: Look): string =>
  page(drawing.width, drawing.height, paper, placed(drawing, 0));

/** The drawing with its caption below, as a document that looks the same anywhere; the caption is in its metadata too. */
export function compose(drawing: Drawing, caption: Caption, from: Provenance, look: Look): string {
  const inner = Math.max(drawing.width, LEAST_WIDTH);
  let y = MARGIN + drawing.height + MARGIN / 2;
  const lines = paragraphs(caption, from, look).flatMap(({ text, size, weight, color, href }) => {
    const font: Font = { style: 'normal', weight, size, family: look.family };
    const markup = wrap(text, inner, (part) => widthOf(font, part)).map((line) => {
      y += size * LINE;
      return tag(
        'text',
        { x: MARGIN, y, fill: color, 'font-family': look.family, 'font-size': size, 'font-weight': weight },
        escapeXml(line),
      );
    });
    return href ? tag('a', { href }, ...markup) : markup;
  });
  const { title, summary } = caption;
  return page(
    inner + 2 * MARGIN,
    y + MARGIN,
    look.paper,
    tag('title', {}, escapeXml(title)),
    tag('desc', {}, escapeXml(captionLines(caption, from).join('\n'))),
    tag('metadata', {}, escapeXml(JSON.stringify({ title, summary, ...from }))),
    placed(drawing, MARGIN),
    ...lines,
  );
}

function paragraphs({ title, summary }: Caption, from: Provenance, { ink, soft }: Look): Paragraph[] {
  const small = { size: 11, weight: '400', color: soft };
  return [
    { text: title, size: 15, weight: '650', color: ink },
    ...(summary ? [{ text: summary, size: 12.5, weight: '400', color: ink }] : []),
    ...(from.remarks.length > 0
      ? [{ text: from.remarks.join(' '), size: 12.5, weight: '650', color: ink }]
      : []),
    { text: factsOf(from), ...small },
    { text: from.link, ...small, href: from.link },
  ];
}

/** With its corner at a place along both axes. */
const placed = ({ markup, left, top }: Drawing, at: number): string =>
  tag('g', { transform: `translate(${at - left} ${at - top})` }, markup);

const page = (width: number, height: number, paper: string, ...inside: string[]): string =>
  tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    // A reader of the title looks at the first child.
    ...inside.filter((one) => one.startsWith('<title')),
    tag('rect', { width, height, fill: paper }),
    ...inside.filter((one) => !one.startsWith('<title')),
  );
