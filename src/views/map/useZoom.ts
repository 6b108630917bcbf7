import { useReducedMotion } from '@mantine/hooks';
import { type Selection, select } from 'd3-selection';
import type { Transition } from 'd3-transition';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3-zoom';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { MOST_ZOOM, type Size } from './viewport';

const MOTION_MS = 180;

type Behavior = ZoomBehavior<HTMLCanvasElement, unknown>;
type Target =
  | Selection<HTMLCanvasElement, unknown, null, undefined>
  | Transition<HTMLCanvasElement, unknown, null, undefined>;

export interface Zoom {
  readonly current: () => ZoomTransform;
  readonly by: (factor: number) => void;
  /** Moves what is seen by so many pixels. */
  readonly pan: (x: number, y: number) => void;
  readonly reset: () => void;
  /** Enlarges so many times, with a place (in pixels before any zoom) in the middle. */
  readonly to: (place: { readonly k: number; readonly x: number; readonly y: number }) => void;
}

/** Zoom and pan of a canvas by wheel, drag and pinch. Tells of every change. */
export function useZoom(
  canvas: RefObject<HTMLCanvasElement | null>,
  { width, height }: Size,
  onChange: () => void,
): Zoom {
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const behavior = useRef<Behavior | null>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const selection = select(element);
    behavior.current = zoom<HTMLCanvasElement, unknown>().scaleExtent([1, MOST_ZOOM]).on('zoom', onChange);
    // A double click is two choices.
    selection.call(behavior.current).on('dblclick.zoom', null);
    return () => {
      selection.interrupt().on('.zoom', null);
    };
  }, [canvas, onChange]);
  useEffect(() => {
    const whole: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    behavior.current?.extent(whole).translateExtent(whole);
  }, [width, height]);

  return useMemo(() => {
    const act = (change: (made: Behavior, target: Target) => void) => {
      const element = canvas.current;
      if (!element || !behavior.current) return;
      const selection = select(element);
      change(behavior.current, still ? selection : selection.transition().duration(MOTION_MS));
    };
    const current = () => (canvas.current ? zoomTransform(canvas.current) : zoomIdentity);
    return {
      current,
      by: (factor) => act((made, target) => made.scaleBy(target, factor)),
      pan: (x, y) => act((made, target) => made.translateBy(target, x / current().k, y / current().k)),
      reset: () => act((made, target) => made.transform(target, zoomIdentity)),
      to: ({ k, x, y }) =>
        act((made, target) =>
          made.transform(
            target,
            zoomIdentity
              .translate(width / 2, height / 2)
              .scale(k)
              .translate(-x, -y),
          ),
        ),
    };
  }, [canvas, still, width, height]);
}
