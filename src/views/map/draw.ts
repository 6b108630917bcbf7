import type { ZoomTransform } from 'd3-zoom';
import { drawGrid } from './drawGrid';
import { drawPath } from './drawPath';
import type { Picture } from './picture';
import { type Entity, keyOf, type Mark } from './scene';
import { toScreen } from './viewport';

/** Names written beside what a search found, at most. */
const MOST_NAMES = 6;

/** Opacity of all points, and of those that a search did not find. People lie closer. */
const CLOUD = { item: 0.45, person: 0.3 };
const ASIDE = { item: 0.12, person: 0.12 };

/**
 * Draws the whole map. Each point is a path of its own: without a GPU, thousands of small ones are filled within a frame
 * where one long path takes several.
 */
export function drawMap(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, size, zoom, palette, found, focus } = picture;
  context.clearRect(0, 0, size.width, size.height);
  drawGrid(context, picture);
  const alpha = found ? ASIDE : CLOUD;
  fill(context, picture, scene.items, palette.item, alpha.item);
  fill(context, picture, scene.people, palette.person, alpha.person);
  const names: Named[] = [];
  if (found) {
    const matching = (marks: readonly Entity[]) => marks.filter((mark) => found.has(keyOf(mark)));
    const [items, people] = [matching(scene.items), matching(scene.people)];
    fill(context, picture, items, palette.item, 0.9);
    fill(context, picture, people, palette.person, 0.9);
    const known = [...items, ...people].sort((a, b) => b.interactions - a.interactions);
    for (const mark of known.slice(0, MOST_NAMES))
      names.push({ mark, weight: 400, above: radiusOf(mark, zoom) + 4 });
  }
  drawSpokes(context, picture);
  drawPath(context, picture);
  if (scene.item) drawChosen(context, picture, scene.item, palette.item);
  drawChosen(context, picture, scene.person, palette.person);
  if (focus) drawFocus(context, picture, focus);
  const chosen = [scene.person, ...(scene.item ? [scene.item] : [])];
  const first = chosen.map((mark) => ({ mark, weight: 600, above: chosenRadius(mark, zoom) + 6 }));
  writeNames(context, picture, [...first, ...names]);
}

/** A name to be written so many pixels above its mark. */
interface Named {
  readonly mark: Entity;
  readonly weight: number;
  readonly above: number;
}

/** Longest name that is written; the whole one stands in the list and in the hint. */
const LONGEST = 34;
/** Height of a line in pixels. */
const LINE = 14;

/** Radius in pixels: the more reviews the larger, and a little larger from near. */
const radiusOf = ({ interactions }: Entity, zoom: ZoomTransform): number =>
  Math.min(1.6 + 0.28 * Math.sqrt(interactions), 5) * Math.min(zoom.k ** 0.3, 2.2);

const chosenRadius = (mark: Entity, zoom: ZoomTransform): number => Math.max(radiusOf(mark, zoom), 6);

function fill(
  context: CanvasRenderingContext2D,
  { fit, zoom, size }: Picture,
  marks: readonly Entity[],
  color: string,
  alpha: number,
): void {
  context.globalAlpha = alpha;
  context.fillStyle = color;
  for (const mark of marks) {
    const { x, y } = toScreen(fit, zoom, mark);
    if (x < -10 || y < -10 || x > size.width + 10 || y > size.height + 10) continue;
    context.beginPath();
    shape(context, mark.kind, x, y, radiusOf(mark, zoom));
    context.fill();
  }
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

/** What is chosen: larger, on a ring of paper. */
function drawChosen(
  context: CanvasRenderingContext2D,
  { fit, zoom, palette }: Picture,
  mark: Entity,
  color: string,
): void {
  const { x, y } = toScreen(fit, zoom, mark);
  const r = chosenRadius(mark, zoom);
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
}

function drawFocus(context: CanvasRenderingContext2D, { fit, zoom, palette }: Picture, mark: Mark): void {
  const { x, y } = toScreen(fit, zoom, mark);
  context.beginPath();
  context.arc(x, y, 11, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = palette.ink;
  context.stroke();
}

/** Writes names from the first to the last, leaving out what would lie over another. */
function writeNames(context: CanvasRenderingContext2D, picture: Picture, marks: readonly Named[]): void {
  const { fit, zoom, palette, size, whole } = picture;
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  for (const { mark, weight, above } of marks) {
    const { x, y: center } = toScreen(fit, zoom, mark);
    const text = !whole && mark.name.length > LONGEST ? `${mark.name.slice(0, LONGEST - 1)}…` : mark.name;
    context.font = `${weight} ${palette.font}`;
    const half = context.measureText(text).width / 2 + 4;
    if (x < 0 || center < 0 || x > size.width || center > size.height) continue;
    const inside = Math.min(Math.max(x, half), size.width - half);
    const y = Math.max(center - above, LINE);
    const [left, right] = [inside - half, inside + half];
    if (taken.some((one) => left < one.right && right > one.left && Math.abs(y - one.y) < LINE)) continue;
    taken.push({ left, right, y });
    // A rim of paper, so that the name can be read over points.
    context.strokeStyle = palette.paper;
    context.strokeText(text, inside, y);
    context.fillStyle = palette.ink;
    context.fillText(text, inside, y);
  }
}
