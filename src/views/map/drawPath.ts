import type { Picture } from './picture';
import { type Point, toScreen } from './viewport';

/** A shorter arrow has no head: it would hide the path. */
const SHORTEST_ARROW = 12;
const HEAD = 6;

/** Opacity of what comes after the moment that is shown. */
const LATER = 0.28;

/** The person's way from the initial state: an arrow for each interaction, faded by what remains of it. */
export function drawPath(context: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, fit, zoom, palette } = picture;
  const { steps, initial } = scene;
  drawLater(context, picture);
  const most = Math.max(...steps.map(({ step }) => step.share), 1e-9);
  const places = [initial, ...steps].map((place) => toScreen(fit, zoom, place));
  // A rim of paper lifts the path out of the crowd.
  context.beginPath();
  places.forEach(({ x, y }) => {
    context.lineTo(x, y);
  });
  context.lineJoin = 'round';
  context.lineWidth = 5;
  context.globalAlpha = 0.75;
  context.strokeStyle = palette.paper;
  context.stroke();
  context.globalAlpha = 1;
  drawStart(context, places[0], palette.person);
  context.strokeStyle = palette.person;
  context.lineWidth = 1.8;
  steps.forEach(({ step: { simulated, edited, share } }, k) => {
    const [from, to] = [places[k], places[k + 1]];
    const made = simulated || edited;
    context.globalAlpha = 0.4 + (0.6 * share) / most;
    context.setLineDash(made ? [5, 3] : []);
    arrow(context, from, to);
    context.setLineDash([]);
    context.beginPath();
    context.arc(to.x, to.y, made ? 4 : 2.4, 0, 2 * Math.PI);
    context.fillStyle = made ? palette.paper : palette.person;
    context.fill();
    if (made) context.stroke();
  });
  context.globalAlpha = 1;
}

/** The way on from the moment that is shown, faint: it has not happened yet. */
function drawLater(context: CanvasRenderingContext2D, { scene, fit, zoom, palette }: Picture): void {
  const { steps, later, initial } = scene;
  let from = toScreen(fit, zoom, steps.at(-1) ?? initial);
  context.globalAlpha = LATER;
  context.strokeStyle = palette.person;
  context.fillStyle = palette.person;
  context.lineWidth = 1.4;
  for (const step of later) {
    const to = toScreen(fit, zoom, step);
    arrow(context, from, to);
    context.beginPath();
    context.arc(to.x, to.y, 2.2, 0, 2 * Math.PI);
    context.fill();
    from = to;
  }
  context.globalAlpha = 1;
}

/** Where everybody begins: a cross. */
function drawStart(context: CanvasRenderingContext2D, { x, y }: Point, color: string): void {
  context.beginPath();
  context.moveTo(x - 5, y - 5);
  context.lineTo(x + 5, y + 5);
  context.moveTo(x + 5, y - 5);
  context.lineTo(x - 5, y + 5);
  context.lineWidth = 2.2;
  context.strokeStyle = color;
  context.stroke();
}

function arrow(context: CanvasRenderingContext2D, from: Point, to: Point): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  if (length < SHORTEST_ARROW) return;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  // Half-way, where no point hides it.
  const tip = { x: (from.x + to.x) / 2 + (ux * HEAD) / 2, y: (from.y + to.y) / 2 + (uy * HEAD) / 2 };
  const back = { x: tip.x - ux * HEAD, y: tip.y - uy * HEAD };
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(back.x - (uy * HEAD) / 2, back.y + (ux * HEAD) / 2);
  context.lineTo(back.x + (uy * HEAD) / 2, back.y - (ux * HEAD) / 2);
  context.closePath();
  context.fillStyle = context.strokeStyle;
  context.fill();
}
