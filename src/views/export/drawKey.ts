import type { Key, Tone } from '../../ui/figure/key';
import type { Box } from './box';
import type { Look } from './compose';
import { type Font, widthOf } from './fonts';
import { colorOf } from './look';
import { escapeXml, tag } from './markup';
import { wrap } from './textLines';

/** All in pixels. */
const SIZE = 12;
const LINE = 19;
const SAMPLE = 16;
const GAP = 6;
const BETWEEN = 18;

/** A bar in a colour of the page; a hollow one is its outline, inside its own ends. */
export function bar({ color = 'none', shape }: Tone, { left: x, top: y, width, height }: Box): string {
  const paint = colorOf(color);
  if (shape !== 'hollow') return tag('rect', { x, y, width, height, fill: paint });
  const edge = 0.75;
  return tag('rect', {
    x: x + edge,
    y: y + edge,
    width: Math.max(0.5, width - 2 * edge),
    height: height - 2 * edge,
    fill: 'none',
    stroke: paint,
    'stroke-width': 2 * edge,
  });
}

/** A shape around a place; a diamond has a rim of paper, so that it is seen over a bar. */
export function sign(tone: Tone, x: number, y: number, { paper }: Pick<Look, 'paper'>): string {
  const { color = 'none', shape = 'bar' } = tone;
  const fill = colorOf(color);
  if (shape === 'disc' || shape === 'dot')
    return tag('circle', { cx: x, cy: y, r: shape === 'disc' ? 5 : 3.5, fill });
  if (shape === 'ring')
    return tag('circle', { cx: x, cy: y, r: 4, fill: paper, stroke: fill, 'stroke-width': 2 });
  if (shape === 'square') return tag('rect', { x: x - 5, y: y - 5, width: 10, height: 10, fill });
  if (shape === 'diamond')
    return tag('path', {
      d: `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`,
      fill,
      stroke: paper,
      'stroke-width': 1.5,
    });
  if (shape === 'dashed')
    return tag('line', {
      x1: x - SAMPLE / 2,
      y1: y,
      x2: x + SAMPLE / 2,
      y2: y,
      stroke: fill,
      'stroke-width': 1.5,
      'stroke-dasharray': '5 3',
    });
  return bar(tone, { left: x - SAMPLE / 2, top: y - 5, width: SAMPLE, height: 10 });
}

/** Samples with what they say, from a height downwards, in as many lines as they need. */
export function drawKey(key: Key, look: Look, width: number, top: number, left = 0) {
  const font: Font = { style: 'normal', weight: '400', size: SIZE, family: look.family };
  const measure = (text: string) => widthOf(font, text);
  let [x, y] = [0, top];
  const write = (words: string, at: number) =>
    tag(
      'text',
      { x: left + at, y, fill: look.ink, 'font-family': font.family, 'font-size': font.size },
      escapeXml(words),
    );
  const markup = key.map((tone) => {
    const before = tone.color ? SAMPLE + GAP : 0;
    const lines = wrap(tone.name, Math.max(width - before, 1), measure);
    const room = before + Math.max(...lines.map(measure));
    if (y === top || (x > 0 && x + room > width)) [x, y] = [0, y + LINE];
    const at = x;
    x += room + BETWEEN;
    return [
      tone.color ? sign(tone, left + at + SAMPLE / 2, y - 4, look) : '',
      ...lines.map((line, k) => {
        if (k > 0) y += LINE;
        return write(line, at + before);
      }),
    ].join('');
  });
  return { markup: markup.join(''), bottom: key.length > 0 ? y + GAP : top };
}
