import type { Picture } from './draw';
import { type Point, toScreen } from './viewport';

/** A shorter arrow has no head: it would hide the path. */
const SHORTEST_ARROW = 12;
const HEAD = 6;

/** The person's way from the initial state: an arrow for each interaction, faded by what remains of it. */
export function drawPath(context: CanvasRenderingContext2D, { scene, fit, zoom, palette }: Picture): void {
  const { steps, initial } = scene;
  const most = Math.max(...steps.map(({ step }) => step.share), 1e-9);
  let from = toScreen(fit, zoom, initial);
  drawStart(context, from, palette.person);
  context.strokeStyle = palette.person;
  context.lineWidth = 1.8;
  for (const mark of steps) {
    const { simulated, edited, share } = mark.step;
    const made = simulated || edited;
    const to = toScreen(fit, zoom, mark);
    context.globalAlpha = 0.25 + (0.75 * share) / most;
    context.setLineDash(made ? [5, 3] : []);
    arrow(context, from, to);
    context.setLineDash([]);
    context.beginPath();
    context.arc(to.x, to.y, made ? 4 : 2.4, 0, 2 * Math.PI);
    context.fillStyle = made ? palette.paper : palette.person;
    context.fill();
    if (made) context.stroke();
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
