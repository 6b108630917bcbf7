import { axisOf } from '../../ui/curves/scale';
import type { Bar, BarFigure, BarRow } from '../../ui/figure/bars';
import type { Tone } from '../../ui/figure/key';
import { fixed } from '../../ui/format';
import type { Look } from './compose';
import { bar, drawKey, sign } from './drawKey';
import { type Font, widthOf } from './fonts';
import { colorOf } from './look';
import { escapeXml, tag } from './markup';
import type { Drawing } from './paint';
import { wrap } from './textLines';

/** All in pixels. */
const MOST_NAME = 280;
const PLOT = 380;
const GAP = 14;
const SIZE = 13;
const NOTE = 12;
const LINE = 17;
const THICK = 13;
const PADDING = 5;

const MARK: Tone = { name: '', color: 'var(--ink)', shape: 'diamond' };

/** Bars as a figure for paper: whole names, the axis with its ticks and its unit, values, and a key of the colours. */
export function drawBars(figure: BarFigure, look: Look): Drawing {
  const { rows, reference } = figure;
  const font: Font = { style: 'normal', weight: '400', size: SIZE, family: look.family };
  const strong = { ...font, weight: '650' };
  const width = (text: string) => widthOf(font, text);
  const named = rows.map((row) => ({ row, lines: wrap(row.name, MOST_NAME, width) }));
  const nameWidth = Math.max(...named.flatMap(({ lines }) => lines.map(width)));
  const valueWidth = Math.max(...rows.map(({ text }) => widthOf(strong, text)));
  const axis = axisOf([
    0,
    ...(reference ? [reference.at] : []),
    ...rows.flatMap(({ bars, mark = 0 }) => [mark, ...bars.flatMap(({ from, to }) => [from, to])]),
  ]);
  const left = nameWidth + GAP;
  const x = (value: number): number => left + (PLOT * (value - axis.low)) / (axis.high - axis.low);
  const right = left + PLOT + GAP + valueWidth;
  const text = (at: { x: number; y: number; anchor?: string }, words: string, of: Font, color = look.ink) =>
    tag(
      'text',
      {
        x: at.x,
        y: at.y,
        fill: color,
        'font-family': of.family,
        'font-size': of.size,
        'font-weight': of.weight === '400' ? null : of.weight,
        'text-anchor': at.anchor ?? null,
      },
      escapeXml(words),
    );

  let y = 0;
  const drawn = named.map(({ row, lines }) => {
    const height = lines.length * LINE + 2 * PADDING;
    const [top, middle] = [y, y + height / 2];
    y += height;
    const of = row.total ? strong : font;
    const baseline = middle + 0.35 * SIZE;
    const first = baseline - ((lines.length - 1) * LINE) / 2;
    return [
      row.total ? tag('line', { x1: 0, y1: top, x2: right, y2: top, stroke: look.soft }) : '',
      ...lines.map((line, k) => text({ x: 0, y: first + k * LINE }, line, of)),
      ...barsOf(row, figure.tones, x, middle),
      row.mark === undefined ? '' : sign(MARK, x(row.mark), middle, look),
      text({ x: right, y: baseline, anchor: 'end' }, row.text, of),
    ].join('');
  });
  const bottom = y;
  const line = colorOf('var(--line)');
  const grid = axis.ticks.map((tick) =>
    tag('line', {
      x1: x(tick),
      y1: 0,
      x2: x(tick),
      y2: bottom,
      stroke: tick === 0 ? look.soft : line,
      'stroke-width': 1,
    }),
  );
  const note = { ...font, size: NOTE };
  const written = figure.tick ?? ((value: number) => fixed(value, value === 0 ? 0 : axis.digits));
  const scale = [
    tag('line', { x1: x(axis.low), y1: bottom, x2: x(axis.high), y2: bottom, stroke: look.soft }),
    ...axis.ticks.flatMap((tick) => [
      tag('line', { x1: x(tick), y1: bottom, x2: x(tick), y2: bottom + 4, stroke: look.soft }),
      text({ x: x(tick), y: bottom + 4 + NOTE + 2, anchor: 'middle' }, written(tick), note, look.soft),
    ]),
    text({ x: left + PLOT / 2, y: bottom + 2 * LINE + 4, anchor: 'middle' }, figure.axis, note),
  ];
  const dashed = reference
    ? [
        tag('line', {
          x1: x(reference.at),
          y1: 0,
          x2: x(reference.at),
          y2: bottom,
          stroke: look.ink,
          'stroke-width': 1.5,
          'stroke-dasharray': '5 3',
        }),
      ]
    : [];
  const used = figure.tones.filter(
    (_, k) => figure.scale || rows.some(({ bars }) => bars.some(({ tone }) => tone === k)),
  );
  const key = drawKey(
    [
      ...(figure.keyHead ? [{ name: figure.keyHead }] : []),
      ...used,
      ...(figure.markName ? [{ ...MARK, name: figure.markName }] : []),
      ...(reference ? [{ name: reference.name, color: 'var(--ink)', shape: 'dashed' as const }] : []),
    ],
    look,
    right,
    bottom + 2 * LINE + 8,
  );
  return {
    markup: [...grid, ...drawn, ...dashed, ...scale, key.markup].join(''),
    left: 0,
    top: 0,
    width: right,
    height: key.bottom,
  };
}

const barsOf = (
  { bars }: BarRow,
  tones: readonly Tone[],
  x: (value: number) => number,
  middle: number,
): string[] =>
  bars.map(({ from, to, tone, color }: Bar) => {
    const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
    const of = { ...tones[tone], ...(color && { color }) };
    return bar(of, { left: start, top: middle - THICK / 2, width: Math.max(1, end - start), height: THICK });
  });
