import type { ZoomTransform } from 'd3-zoom';
import type { MapAxes } from '../../engine/answers';
import { fixed } from '../../ui/format';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From map to screen before any zoom, in CSS pixels: one scale for both axes, so that distances look as they are. */
export interface Fit {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Room around the outermost points, in pixels. */
const MARGIN = 28;

/** Puts the whole frame in the middle. */
export function fitOf({ left, right, bottom, top }: MapAxes['frame'], { width, height }: Size): Fit {
  const scale = Math.min(
    Math.max(width - 2 * MARGIN, 1) / Math.max(right - left, 1e-6),
    Math.max(height - 2 * MARGIN, 1) / Math.max(top - bottom, 1e-6),
  );
  return {
    scale,
    x: width / 2 - (scale * (left + right)) / 2,
    y: height / 2 + (scale * (bottom + top)) / 2,
  };
}

/** Where a place on the map stands on the screen. */
export const toScreen = (fit: Fit, zoom: ZoomTransform, { x, y }: Point): Point => ({
  x: zoom.applyX(fit.x + x * fit.scale),
  y: zoom.applyY(fit.y - y * fit.scale),
});

/** Which place on the map stands there on the screen. */
export const toMap = (fit: Fit, zoom: ZoomTransform, { x, y }: Point): Point => ({
  x: (zoom.invertX(x) - fit.x) / fit.scale,
  y: (fit.y - zoom.invertY(y)) / fit.scale,
});

/** How far one may zoom in. */
export const MOST_ZOOM = 60;

/** The zoom that shows some places as large as fits, and the middle of them in pixels before any zoom. */
export function zoomOn(fit: Fit, { width, height }: Size, places: readonly Point[], most = MOST_ZOOM) {
  const xs = places.map(({ x }) => fit.x + x * fit.scale);
  const ys = places.map(({ y }) => fit.y - y * fit.scale);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const k = Math.min(
    (width - 4 * MARGIN) / Math.max(right - left, 1e-6),
    (height - 4 * MARGIN) / Math.max(bottom - top, 1e-6),
  );
  return { k: Math.min(Math.max(k, 1), most), x: (left + right) / 2, y: (top + bottom) / 2 };
}

const STEPS = [1, 2, 5, 10];

/** Round ticks on an axis from one value to another, about one in so many pixels. */
export function ticksBetween(from: number, to: number, pixels: number, spacing = 110) {
  const rough = ((to - from) * spacing) / Math.max(pixels, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough * 0.999) ?? 10) * power;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, k) => {
    const value = (first + k) * step;
    // −0 would be told as "-0.0".
    return { value, text: fixed(first + k === 0 ? 0 : value, digits) };
  });
}
