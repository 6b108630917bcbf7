import { tag } from './markup';
import { plainColor } from './plainColor';

export type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Background and borders; no gradient stands in what the page draws. */
export function paintBox(element: Element, style: CSSStyleDeclaration, seen: DOMRect): string {
  const { box, transform } = beforeTurning(element, style, seen);
  if (box.width === 0 || box.height === 0) return '';
  const parts = [...fill(box, style), ...borders(style, box)];
  return transform && parts.length > 0 ? tag('g', { transform }, ...parts) : parts.join('');
}

/** A turned box before it is turned, and how it is; what is only moved is where it is seen. */
function beforeTurning(element: Element, style: CSSStyleDeclaration, seen: DOMRect) {
  const matrix = /^matrix\((.*)\)$/.exec(style.transform)?.[1].split(',').map(Number);
  if (!matrix || matrix[1] === 0 || !(element instanceof HTMLElement)) return { box: seen, transform: null };
  const { offsetWidth: width, offsetHeight: height } = element;
  const [x, y] = [seen.left + seen.width / 2, seen.top + seen.height / 2];
  const turn = `matrix(${matrix.slice(0, 4).join(' ')} 0 0)`;
  return {
    box: { left: -width / 2, top: -height / 2, width, height },
    transform: `translate(${x} ${y}) ${turn}`,
  };
}

/** Of the first corner, in pixels; the page has all four alike. */
function radiusOf({ borderTopLeftRadius: radius }: CSSStyleDeclaration, { width, height }: Box): number {
  const least = Math.min(width, height);
  const pixels = Number.parseFloat(radius) * (radius.endsWith('%') ? least / 100 : 1);
  return Math.min(pixels || 0, least / 2);
}

function fill({ left: x, top: y, width, height }: Box, style: CSSStyleDeclaration): string[] {
  const color = plainColor(style.backgroundColor);
  if (!color || color.alpha === 0) return [];
  const rx = radiusOf(style, { left: x, top: y, width, height }) || null;
  const opacity = color.alpha < 1 ? color.alpha : null;
  return [tag('rect', { x, y, width, height, rx, fill: color.color, 'fill-opacity': opacity })];
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

function borders(style: CSSStyleDeclaration, box: Box): string[] {
  const { left, top, width, height } = box;
  const sides = SIDES.map((side) => {
    const color = plainColor(style[`border${side}Color`]);
    const drawn = style[`border${side}Style`] !== 'none' && color && color.alpha > 0;
    return drawn
      ? { width: Number.parseFloat(style[`border${side}Width`]), ...color }
      : { width: 0, color: 'none', alpha: 1 };
  });
  const [first] = sides;
  const stroke = (side: (typeof sides)[number]) => ({
    stroke: side.color,
    'stroke-width': side.width,
    'stroke-opacity': side.alpha < 1 ? side.alpha : null,
    'stroke-dasharray': style.borderTopStyle === 'dashed' ? `${3 * side.width} ${2 * side.width}` : null,
  });
  if (sides.every((side) => side.width === first.width && side.color === first.color)) {
    if (first.width === 0) return [];
    const inset = first.width / 2;
    return [
      tag('rect', {
        x: left + inset,
        y: top + inset,
        width: Math.max(0, width - first.width),
        height: Math.max(0, height - first.width),
        rx: Math.max(0, radiusOf(style, box) - inset) || null,
        fill: 'none',
        ...stroke(first),
      }),
    ];
  }
  const ends = [
    [left, top, left + width, top],
    [left + width, top, left + width, top + height],
    [left, top + height, left + width, top + height],
    [left, top, left, top + height],
  ];
  return sides.flatMap((side, k) => {
    if (side.width === 0) return [];
    const [x1, y1, x2, y2] = ends[k];
    return [tag('line', { x1, y1, x2, y2, ...stroke(side) })];
  });
}
