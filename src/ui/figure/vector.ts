/** Draws a picture of a canvas once more, onto another surface of the same size. */
type Draw = (to: CanvasRenderingContext2D) => void;

const drawn = new WeakMap<HTMLCanvasElement, Draw>();

/** Remembers how a canvas was drawn, so that it can be saved as lines instead of pixels. */
export const rememberDrawing = (canvas: HTMLCanvasElement, draw: Draw): void => {
  drawn.set(canvas, draw);
};

export const drawingOf = (canvas: HTMLCanvasElement): Draw | undefined => drawn.get(canvas);
