import { describe, expect, it } from 'vitest';
import { inlineStyles, type SvgNode } from './inlineStyles';

/** An element with attributes and a computed style; both hold only what is named. */
class Fake implements SvgNode {
  readonly held: Map<string, string>;
  parent: Fake | null = null;

  constructor(
    attributes: Record<string, string>,
    readonly computed: Record<string, string> = {},
    readonly children: Fake[] = [],
  ) {
    this.held = new Map(Object.entries(attributes));
    for (const child of children) child.parent = this;
  }

  get attributes() {
    return [...this.held.keys()].map((name) => ({ name }));
  }
  hasAttribute = (name: string) => this.held.has(name);
  setAttribute = (name: string, value: string) => void this.held.set(name, value);
  removeAttribute = (name: string) => void this.held.delete(name);
  remove() {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
  }
  copy(): Fake {
    return new Fake(
      Object.fromEntries(this.held),
      {},
      this.children.map((child) => child.copy()),
    );
  }
}

const inlined = (from: Fake): Fake => {
  const to = from.copy();
  inlineStyles(from, to, (node) => ({ getPropertyValue: (name) => node.computed[name] ?? '' }));
  return to;
};
const held = (fake: Fake) => Object.fromEntries(fake.held);

describe('styles written into the copy of a drawing', () => {
  it('resolves variables and takes out what is of the page', () => {
    const rect = new Fake(
      {
        fill: 'var(--person)',
        class: 'bar',
        'data-value': '1',
        'aria-hidden': 'true',
        x: '4',
        style: '--a:1',
      },
      { fill: 'oklab(0.627955 0.224863 0.125846 / 0.5)', opacity: '0.4' },
    );
    expect(held(inlined(rect))).toEqual({ x: '4', fill: '#ff0000', 'fill-opacity': '0.5', opacity: '0.4' });
  });

  it('says only what differs from above, and says it again where a child takes it back', () => {
    const inner = {
      fill: 'rgb(0, 0, 0)',
      'fill-opacity': '1',
      stroke: 'rgb(0, 0, 255)',
      'stroke-width': '2px',
    };
    const root = new Fake(
      {},
      { fill: 'rgba(0, 0, 0, 0.5)', stroke: 'rgb(0, 0, 255)', 'stroke-width': '2px' },
      [new Fake({}, inner, [new Fake({ stroke: 'var(--line)' }, { ...inner, stroke: 'none' })])],
    );
    const copy = inlined(root);
    expect(held(copy)).toEqual({ stroke: '#0000ff', 'stroke-width': '2px', 'fill-opacity': '0.5' });
    expect(held(copy.children[0])).toEqual({ 'fill-opacity': '1' });
    expect(held(copy.children[0].children[0])).toEqual({ stroke: 'none' });
  });

  it('takes out what is not drawn and keeps the others in their places', () => {
    const root = new Fake({}, {}, [
      new Fake({ id: 'a' }, { display: 'none' }),
      new Fake({ id: 'b' }, { fill: 'rgb(255, 0, 0)' }),
    ]);
    expect(inlined(root).children.map(held)).toEqual([{ id: 'b', fill: '#ff0000' }]);
  });

  it('keeps a marker and a pattern by their ids', () => {
    const path = new Fake({}, { fill: 'url("#dots")', 'marker-end': 'url("#arrow")' });
    expect(held(inlined(path))).toEqual({ fill: 'url(#dots)', 'marker-end': 'url(#arrow)' });
  });
});
