import { Context } from 'svgcanvas/dist/svgcanvas.esm.js';
import { drawingOf } from '../../ui/figure/vector';
import { type Box, paintBox } from './box';
import { baselineOf, type Font, widthOf } from './fonts';
import { inlineStyles } from './inlineStyles';
import { escapeXml, tag } from './markup';
import { plainColor } from './plainColor';
import { posed } from './posed';
import { linesOf } from './textLines';

/** Something of the page as markup of SVG. */
export interface Drawing {
  readonly markup: string;
  /** The corner up to the left, and the size, in pixels of the page. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What has been drawn so far reaches from here to there. */
interface Sheet {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const NOTHING: Readonly<Sheet> = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/**
 * Draws a part of the page as it is seen: inline SVG as it is, HTML as boxes and lines of text, which is all that bars,
 * dots and strips are made of, a canvas as the page draws it.
 */
export function paint(root: Element): Drawing {
  const sheet = { ...NOTHING };
  const markup = posed(root, () => paintElement(root, sheet));
  if (markup === '') reach(sheet, root.getBoundingClientRect());
  return {
    markup,
    left: sheet.left,
    top: sheet.top,
    width: sheet.right - sheet.left,
    height: sheet.bottom - sheet.top,
  };
}

/**
 * What is no part of a figure: the caption of a table, which is its title; and controls, which mean nothing on paper. Buttons
 * that are parts of the drawing, as a word of a profile, are painted.
 */
const NEVER = [
  '.visually-hidden, caption, input, select, textarea, [data-save="never"], .text-button',
  '.mantine-Button-root, .mantine-Switch-root, .mantine-SegmentedControl-root, .mantine-ActionIcon-root',
].join(', ');

function paintElement(element: Element, sheet: Sheet): string {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches(NEVER)) return '';
  const rect = element.getBoundingClientRect();
  if (element instanceof SVGSVGElement) return paintSvg(element, rect, sheet);
  if (element instanceof HTMLCanvasElement) return paintCanvas(element, rect, sheet);
  const clips = hides(style, rect);
  // What is hidden takes no room either.
  const within = clips ? { ...NOTHING } : sheet;
  const inside = Array.from(element.childNodes, (child) => {
    if (child instanceof Element) return paintElement(child, within);
    return child instanceof Text ? paintText(child, style, within) : '';
  }).join('');
  if (clips && inside !== '') reach(sheet, rect);
  const box = paintBox(element, style, rect);
  if (box !== '') reach(sheet, rect);
  const markup = box + (clips ? clipped(inside, rect) : inside);
  return style.opacity === '1' || markup === '' ? markup : tag('g', { opacity: style.opacity }, markup);
}

/** What a box hides beyond its edges is hidden where it is saved too. */
const hides = ({ overflowX, overflowY }: CSSStyleDeclaration, { width, height }: DOMRect): boolean =>
  overflowX === 'hidden' && overflowY === 'hidden' && width > 0 && height > 0;

function clipped(markup: string, { left: x, top: y, width, height }: DOMRect): string {
  if (markup === '') return '';
  return tag(
    'svg',
    { x, y, width, height, viewBox: `${x} ${y} ${width} ${height}`, overflow: 'hidden' },
    markup,
  );
}

function reach(sheet: Sheet, { left, top, width, height }: Box): void {
  sheet.left = Math.min(sheet.left, left);
  sheet.top = Math.min(sheet.top, top);
  sheet.right = Math.max(sheet.right, left + width);
  sheet.bottom = Math.max(sheet.bottom, top + height);
}

function paintSvg(element: SVGSVGElement, rect: DOMRect, sheet: Sheet): string {
  const copy = element.cloneNode(true) as SVGSVGElement;
  writeWhole(element, copy, sheet);
  inlineStyles<Element>(element, copy, getComputedStyle);
  const { left: x, top: y, width, height } = rect;
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, String(value));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  reach(sheet, rect);
  return new XMLSerializer().serializeToString(copy);
}

/** Names that are cut for want of room are whole where they are saved; there is room beside the drawing. */
function writeWhole(element: SVGSVGElement, copy: SVGSVGElement, sheet: Sheet): void {
  const cut = [...element.querySelectorAll<SVGTextElement>('text[data-saved]')];
  if (cut.length === 0) return;
  const copies = copy.querySelectorAll('text[data-saved]');
  for (const [k, text] of cut.entries()) {
    const whole = text.dataset.saved ?? '';
    copies[k].textContent = whole;
    const { left, top, height } = text.getBoundingClientRect();
    reach(sheet, { left, top, width: widthOf(fontOf(getComputedStyle(text)), whole), height });
  }
  copy.setAttribute('overflow', 'visible');
}

const fontOf = (style: CSSStyleDeclaration): Font => ({
  style: style.fontStyle,
  weight: style.fontWeight,
  size: Number.parseFloat(style.fontSize),
  family: style.fontFamily,
});

/** Once more, in lines instead of pixels; nothing of one that does not tell how it is drawn. */
function paintCanvas(element: HTMLCanvasElement, rect: DOMRect, sheet: Sheet): string {
  const draw = drawingOf(element);
  if (!draw) return '';
  const { left: x, top: y, width, height } = rect;
  reach(sheet, rect);
  const context = new Context({ width, height });
  draw(context);
  const svg = context.getSvg();
  for (const [name, value] of Object.entries({ x, y, overflow: 'hidden' }))
    svg.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(svg);
}

function paintText(node: Text, style: CSSStyleDeclaration, sheet: Sheet): string {
  const color = plainColor(style.color);
  if (!color || color.alpha === 0) return '';
  const font = fontOf(style);
  const baseline = baselineOf(font);
  return linesOf(node)
    .map(({ text, left, right, top, height }) => {
      const width = right - left;
      reach(sheet, { left, top, width, height });
      // Where another font is used, the text still ends where it ended.
      const atEnd = /^(right|end)$/.test(style.textAlign);
      return tag(
        'text',
        {
          x: atEnd ? left + width : left,
          y: top + baseline * height,
          fill: color.color,
          'fill-opacity': color.alpha < 1 ? color.alpha : null,
          'font-family': font.family,
          'font-size': font.size,
          'font-style': font.style === 'normal' ? null : font.style,
          'font-weight': font.weight === '400' ? null : font.weight,
          'text-anchor': atEnd ? 'end' : null,
        },
        escapeXml(text),
      );
    })
    .join('');
}
