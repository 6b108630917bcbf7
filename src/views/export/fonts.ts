export interface Font {
  readonly style: string;
  readonly weight: string;
  /** In pixels. */
  readonly size: number;
  readonly family: string;
}

let context: CanvasRenderingContext2D | null = null;

function measured(font: Font, text: string): TextMetrics | null {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return null;
  context.font = `${font.style} ${font.weight} ${font.size}px ${font.family}`;
  return context.measureText(text);
}

/** Width of a text in pixels; half an em a letter where the browser does not tell. */
export const widthOf = (font: Font, text: string): number =>
  measured(font, text)?.width ?? 0.5 * font.size * text.length;

/** Where, from the top of the box of a line to its bottom, the letters stand; a fraction. */
export function baselineOf(font: Font): number {
  const metrics = measured(font, 'x');
  const { fontBoundingBoxAscent: above = 0.8, fontBoundingBoxDescent: below = 0.2 } = metrics ?? {};
  return above / (above + below);
}
