import type { Picture } from './picture';
import { ticksBetween, toMap, toScreen } from './viewport';

/** Round lines on both axes and their numbers, in the units of the state. */
export function drawGrid(context: CanvasRenderingContext2D, { size, fit, zoom, palette }: Picture): void {
  const { width, height } = size;
  const low = toMap(fit, zoom, { x: 0, y: height });
  const high = toMap(fit, zoom, { x: width, y: 0 });
  context.lineWidth = 1;
  context.strokeStyle = palette.line;
  context.fillStyle = palette.soft;
  context.font = palette.font;
  context.textBaseline = 'bottom';
  context.textAlign = 'left';
  const across = ticksBetween(low.x, high.x, width).map(({ value, text }) => {
    const x = Math.round(toScreen(fit, zoom, { x: value, y: 0 }).x) + 0.5;
    return { x, text };
  });
  const up = ticksBetween(low.y, high.y, height)
    .map(({ value, text }) => ({ y: Math.round(toScreen(fit, zoom, { x: 0, y: value }).y) + 0.5, text }))
    // A line among the numbers of the other axis would strike them out.
    .filter(({ y }) => y <= height - 18);
  // Lines before numbers: saved as SVG, a path ends where a text begins.
  context.beginPath();
  for (const { x } of across) {
    context.moveTo(x, 0);
    context.lineTo(x, height);
  }
  for (const { y } of up) {
    context.moveTo(0, y);
    context.lineTo(width, y);
  }
  context.stroke();
  for (const { x, text } of across) if (x > 30 && x < width - 30) context.fillText(text, x + 4, height - 3);
  for (const { y, text } of up) if (y > 30) context.fillText(text, 4, y - 2);
}
