import { plainColor } from './plainColor';

/** What is read and written of an SVG element. */
export interface SvgNode {
  readonly children: ArrayLike<SvgNode>;
  readonly attributes: ArrayLike<{ readonly name: string }>;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
}

export type StyleOf<Node> = (node: Node) => { getPropertyValue(name: string): string };

/** Properties that a child has from its parent, with their initial values. */
const INHERITED: Record<string, string> = {
  fill: '#000000',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'marker-end': 'none',
  'font-family': '',
  'font-size': '',
  'font-style': 'normal',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  visibility: 'visible',
};

/** What only means something on the page. */
const OF_THE_PAGE = /^(class|style|tabindex|role|focusable|aria-.*|data-.*|on.*)$/;

/**
 * Writes the computed look of a drawing into the attributes of its copy, so that it looks the same without the page's
 * style sheets and variables; takes out what is not drawn and what only means something on the page.
 */
export function inlineStyles<Node extends SvgNode>(
  from: Node,
  to: SvgNode,
  styleOf: StyleOf<Node>,
  inherited: Readonly<Record<string, string>> = INHERITED,
): void {
  const style = styleOf(from);
  if (style.getPropertyValue('display') === 'none') {
    to.remove();
    return;
  }
  for (const { name } of Array.from(to.attributes)) if (OF_THE_PAGE.test(name)) to.removeAttribute(name);
  const own = valuesOf(style, inherited);
  for (const [name, value] of Object.entries(own))
    if (value !== inherited[name] || to.hasAttribute(name)) to.setAttribute(name, value);
  const opacity = style.getPropertyValue('opacity');
  if (opacity !== '' && (opacity !== '1' || to.hasAttribute('opacity'))) to.setAttribute('opacity', opacity);
  // A copy that is taken out must not shift those after it.
  const copies = Array.from(to.children);
  Array.from(from.children).forEach((child, k) => {
    inlineStyles(child as Node, copies[k], styleOf, own);
  });
}

/** The values of one element in plain terms, the opacity of a colour apart from it. */
function valuesOf(
  style: { getPropertyValue(name: string): string },
  inherited: Readonly<Record<string, string>>,
): Record<string, string> {
  const values = Object.fromEntries(
    Object.entries(inherited).map(([name, above]) => [
      name,
      // Without quotes around the target of a marker, nothing has to be escaped.
      (style.getPropertyValue(name) || above).replace(/url\("(#[^"]*)"\)/, 'url($1)'),
    ]),
  );
  for (const paint of ['fill', 'stroke']) {
    const plain = plainColor(values[paint]);
    if (!plain) continue;
    values[paint] = plain.color;
    values[`${paint}-opacity`] = String(plain.alpha * Number(values[`${paint}-opacity`]));
  }
  return values;
}
