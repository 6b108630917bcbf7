import type { ZoomTransform } from 'd3-zoom';
import { drawGrid } from './drawGrid';
import { drawPath } from './drawPath';
import type { Palette } from './palette';
import { type Entity, keyOf, type Mark, type Scene } from './scene';
import { type Fit, type Point, type Size, toScreen } from './viewport';

/** All that a picture is made from. */
export interface Picture {
  readonly scene: Scene;
  readonly size: Size;
  readonly fit: Fit;
  readonly zoom: ZoomTransform;
  readonly palette: Palette;
  /** Keys of what a search found; null without a search. */
  readonly found: ReadonlySet<string> | null;
  /** What the pointer or the keyboard is at. */
  readonly focus: Mark | null;
  /** Whose true neighbours are shown, and which they are. */
  readonly spokes: { readonly from: Mark; readonly to: readonly Entity[] } | null;
}

/** Names written beside what a search found, at most. */
const MOST_NAMES = 6;

const CLOUD = 0.5;
const ASIDE = 0.12;

/** Draws the whole map. Thousands of points are two paths, filled once each. */
export function drawMap(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, size, palette, found, focus } = picture;
  context.clearRect(0, 0, size.width, size.height);
  drawGrid(context, picture);
  const alpha = found ? ASIDE : CLOUD;
  fill(context, picture, scene.items, palette.item, alpha);
  fill(context, picture, scene.people, palette.person, alpha);
  if (found) {
    const matching = (marks: readonly Entity[]) => marks.filter((mark) => found.has(keyOf(mark)));
    const [items, people] = [matching(scene.items), matching(scene.people)];
    fill(context, picture, items, palette.item, 0.9);
    fill(context, picture, people, palette.person, 0.9);
    for (const mark of [...items, ...people].slice(0, MOST_NAMES)) nameMark(context, picture, mark);
  }
  drawSpokes(context, picture);
  drawPath(context, picture);
  if (scene.item) drawChosen(context, picture, scene.item, palette.item);
  drawChosen(context, picture, scene.person, palette.person);
  if (focus) drawFocus(context, picture, focus);
}

/** Radius in pixels: the more reviews the larger, and a little larger from near. */
export const radiusOf = ({ interactions }: Entity, zoom: ZoomTransform): number =>
  Math.min(1.6 + 0.28 * Math.sqrt(interactions), 5) * Math.min(zoom.k ** 0.3, 2.2);

function fill(
  context: CanvasRenderingContext2D,
  { fit, zoom, size }: Picture,
  marks: readonly Entity[],
  color: string,
  alpha: number,
): void {
  context.beginPath();
  for (const mark of marks) {
    const { x, y } = toScreen(fit, zoom, mark);
    if (x < -10 || y < -10 || x > size.width + 10 || y > size.height + 10) continue;
    shape(context, mark.kind, x, y, radiusOf(mark, zoom));
  }
  context.globalAlpha = alpha;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
}

/** Items are discs and people diamonds, so that they are told apart without colour. */
function shape(context: CanvasRenderingContext2D, kind: Mark['kind'], x: number, y: number, r: number): void {
  if (kind !== 'person') {
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  const d = r * 1.2;
  context.moveTo(x, y - d);
  context.lineTo(x + d, y);
  context.lineTo(x, y + d);
  context.lineTo(x - d, y);
  context.closePath();
}

function drawSpokes(context: CanvasRenderingContext2D, picture: Picture): void {
  const { spokes, fit, zoom, palette } = picture;
  if (!spokes) return;
  const from = toScreen(fit, zoom, spokes.from);
  context.beginPath();
  for (const mark of spokes.to) {
    const { x, y } = toScreen(fit, zoom, mark);
    context.moveTo(from.x, from.y);
    context.lineTo(x, y);
  }
  context.strokeStyle = palette.soft;
  context.globalAlpha = 0.55;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
  const color = spokes.to[0]?.kind === 'person' ? palette.person : palette.item;
  fill(context, picture, spokes.to, color, 1);
}

/** What is chosen: larger, on a ring of paper, with its name. */
function drawChosen(context: CanvasRenderingContext2D, picture: Picture, mark: Entity, color: string): void {
  const { fit, zoom, palette } = picture;
  const { x, y } = toScreen(fit, zoom, mark);
  const r = Math.max(radiusOf(mark, zoom), 6);
  context.beginPath();
  shape(context, mark.kind, x, y, r + 2.5);
  context.fillStyle = palette.paper;
  context.fill();
  context.beginPath();
  shape(context, mark.kind, x, y, r);
  context.fillStyle = color;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = palette.ink;
  context.stroke();
  writeName(context, picture, { x, y: y - r - 6 }, mark.name, 600);
}

function drawFocus(context: CanvasRenderingContext2D, { fit, zoom, palette }: Picture, mark: Mark): void {
  const { x, y } = toScreen(fit, zoom, mark);
  context.beginPath();
  context.arc(x, y, 11, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = palette.ink;
  context.stroke();
}

function nameMark(context: CanvasRenderingContext2D, picture: Picture, mark: Entity): void {
  const { x, y } = toScreen(picture.fit, picture.zoom, mark);
  writeName(context, picture, { x, y: y - radiusOf(mark, picture.zoom) - 4 }, mark.name, 400);
}

/** Longest name that is written; the whole one stands in the list and in the hint. */
const LONGEST = 34;

/** A name above a place, with a rim of paper so that it can be read over points. */
export function writeName(
  context: CanvasRenderingContext2D,
  { palette, size }: Picture,
  { x, y }: Point,
  name: string,
  weight: number,
): void {
  const text = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
  context.font = `${weight} 12px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const half = context.measureText(text).width / 2 + 4;
  const inside = Math.min(Math.max(x, half), size.width - half);
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = palette.paper;
  context.strokeText(text, inside, y);
  context.fillStyle = palette.ink;
  context.fillText(text, inside, y);
}
