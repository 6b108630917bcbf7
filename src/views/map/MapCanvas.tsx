import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import {
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { MapAxes } from '../../engine/answers';
import { rememberDrawing } from '../../ui/figure/vector';
import { drawMap } from './draw';
import { Hint } from './Hint';
import classes from './Map.module.css';
import { paletteOf } from './palette';
import type { Picture } from './picture';
import { type Mark, nextMark, type Scene } from './scene';
import { spokenOf } from './sentences';
import { useGlide } from './useGlide';
import { useZoom } from './useZoom';
import { fitOf, type Point, toMap, toScreen, zoomOn } from './viewport';

/** What the buttons around the map do to it. */
export interface MapHandle {
  readonly zoomBy: (factor: number) => void;
  readonly reset: () => void;
  /** Shows some places as large as fits, but no larger than `most` times. */
  readonly show: (places: readonly Point[], most?: number) => void;
}

interface Props extends Pick<Picture, 'scene' | 'found' | 'spokes'> {
  readonly frame: MapAxes['frame'];
  readonly summary: string;
  readonly itemNoun: string;
  readonly who: string;
  readonly handle: Ref<MapHandle>;
  readonly onChoose: (mark: Mark) => void;
}

/** How near, in pixels, the pointer must come. */
const REACH = 14;
const ZOOM_STEP = 1.6;
const PAN_STEP = 60;

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/**
 * The map itself: one canvas that answers to pointer and keyboard. Drawn by hand: Recharts would make an element of each
 * of thousands of points, and does not zoom.
 */
export function MapCanvas({ scene, found, spokes, frame, summary, itemNoun, who, handle, onChoose }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hint = useRef<HTMLDivElement>(null);
  const { ref: box, width, height } = useElementSize<HTMLDivElement>();
  const size = useMemo(() => ({ width, height }), [width, height]);
  const fit = useMemo(() => fitOf(frame, size), [frame, size]);
  const [focusKey, setFocus] = useState<Mark | null>(null);
  const [spoken, setSpoken] = useState('');
  const focus = useMemo(() => (focusKey ? sameMark(scene, focusKey) : null), [scene, focusKey]);
  const scheme = useComputedColorScheme('light');
  const helpId = useId();

  const frameAsked = useRef(0);
  const paint = useRef(() => {});
  const request = useCallback(() => {
    if (frameAsked.current) return;
    frameAsked.current = requestAnimationFrame(() => {
      frameAsked.current = 0;
      paint.current();
    });
  }, []);
  const zoom = useZoom(canvas, size, request);
  const glide = useGlide(scene);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another colour scheme is another picture
  useEffect(() => {
    paint.current = () => {
      const context = canvas.current?.getContext('2d');
      if (!context || width === 0) return;
      const started = performance.now();
      sharpen(context, width, height);
      const picture = { scene, size, fit, zoom: zoom.current(), found, focus, spokes };
      const { marks, moving } = glide(picture);
      const draw = (to: CanvasRenderingContext2D, saved: Partial<Picture> = {}) =>
        drawMap(to, { ...picture, ...marks, palette: paletteOf(context.canvas), ...saved });
      draw(context);
      rememberDrawing(context.canvas, (to) => draw(to, { whole: true, focus: null }));
      if (moving > 0) request();
      const { dataset } = context.canvas;
      dataset.moving = String(moving);
      // How many moved at the last change: told, since the eye sees it and a test cannot.
      dataset.glided = String(moving || (dataset.glided ?? 0));
      context.canvas.dataset.zoom = String(zoom.current().k);
      context.canvas.dataset.milliseconds = String(performance.now() - started);
      if (hint.current && focus) putBeside(hint.current, toScreen(fit, zoom.current(), focus), width);
    };
    request();
  }, [scene, size, fit, zoom, found, focus, spokes, width, height, scheme, request, glide]);
  useEffect(() => () => cancelAnimationFrame(frameAsked.current), []);

  useImperativeHandle(
    handle,
    () => ({
      zoomBy: zoom.by,
      reset: zoom.reset,
      show: (places, most) => zoom.to(zoomOn(fit, size, places, most)),
    }),
    [zoom, fit, size],
  );

  const at = (event: React.MouseEvent): Mark | null => {
    const edge = event.currentTarget.getBoundingClientRect();
    const transform = zoom.current();
    const place = toMap(fit, transform, { x: event.clientX - edge.left, y: event.clientY - edge.top });
    return scene.tree.find(place.x, place.y, REACH / (fit.scale * transform.k)) ?? null;
  };
  const goTo = (mark: Mark) => {
    setFocus(mark);
    setSpoken(spokenOf(mark, itemNoun, who));
    const { x, y } = toScreen(fit, zoom.current(), mark);
    const [dx, dy] = [outside(x, width), outside(y, height)];
    if (dx !== 0 || dy !== 0) zoom.pan(-dx, -dy);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) zoom.pan(-arrow.x * PAN_STEP, arrow.y * PAN_STEP);
    else if (arrow) goTo(focus ? nextMark(scene, focus, arrow) : scene.person);
    else if (event.key === '+' || event.key === '=') zoom.by(ZOOM_STEP);
    else if (event.key === '-' || event.key === '−') zoom.by(1 / ZOOM_STEP);
    else if (event.key === '0') zoom.reset();
    else if (event.key === 'Enter' && focus) onChoose(focus);
    else if (event.key === 'Escape' && focus) setFocus(null);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={box} className={classes.box}>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a canvas takes part by its keys, which the text below tells */}
      <canvas
        ref={canvas}
        className={classes.canvas}
        role="application"
        tabIndex={0}
        aria-label={summary}
        aria-describedby={helpId}
        data-points={scene.items.length + scene.people.length}
        onMouseMove={(event) => setFocus(event.buttons === 0 ? at(event) : null)}
        onMouseLeave={() => setFocus(null)}
        onClick={(event) => {
          const mark = at(event);
          if (mark) onChoose(mark);
        }}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible') && !focus) goTo(scene.person);
        }}
        onBlur={() => setFocus(null)}
        onKeyDown={onKeyDown}
        data-testid="map-canvas"
      />
      <p id={helpId} className="visually-hidden">
        Arrow keys go from point to point, Enter chooses one, plus and minus zoom, 0 shows everything, Shift
        with an arrow moves the map. The lists beside the map and the table below say the same.
      </p>
      <p role="status" className="visually-hidden" data-testid="map-spoken">
        {spoken}
      </p>
      {focus && <Hint ref={hint} mark={focus} itemNoun={itemNoun} who={who} />}
    </div>
  );
}

/** The same mark in a newer scene; null where it is gone. */
function sameMark(scene: Scene, { kind, id }: Mark): Mark | null {
  const marks: readonly Mark[] = {
    item: scene.items,
    person: scene.people,
    step: [...scene.steps, ...scene.later],
  }[kind];
  return marks.find((mark) => mark.id === id) ?? null;
}

/** One canvas pixel for each pixel of the screen. */
function sharpen(context: CanvasRenderingContext2D, width: number, height: number): void {
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  const { canvas } = context;
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

/** Beside a place and inside the map. */
function putBeside(hint: HTMLElement, { x, y }: Point, width: number): void {
  const left = x + 16 + hint.offsetWidth > width ? Math.max(x - 16 - hint.offsetWidth, 0) : x + 16;
  hint.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(y - 14, 4))}px)`;
}

/** How far a place lies beyond the seen part, with some room. */
function outside(value: number, length: number, room = 40): number {
  if (value < room) return value - room;
  return value > length - room ? value - (length - room) : 0;
}
