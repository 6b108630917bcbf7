import { type Quadtree, quadtree } from 'd3-quadtree';
import type { MapPoints, MapView, PathStep } from '../../engine/questions/map';
import type { Point } from './viewport';

/** Anything that one can point at. */
export type Mark = Point & {
  readonly id: string;
  readonly name: string;
} & (
    | {
        readonly kind: 'item' | 'person';
        readonly interactions: number;
        /** Null without ratings. */
        readonly meanRating: number | null;
      }
    | { readonly kind: 'step'; readonly number: number; readonly step: PathStep; readonly happened: boolean }
  );

export type Step = Extract<Mark, { kind: 'step' }>;
export type Entity = Exclude<Mark, Step>;

/** All marks of a map, with an index of where they are. */
export interface Scene {
  readonly items: readonly Entity[];
  readonly people: readonly Entity[];
  readonly steps: readonly Step[];
  /** Steps after the moment that is shown. */
  readonly later: readonly Step[];
  readonly initial: Point;
  readonly person: Entity;
  readonly item: Entity | null;
  readonly tree: Quadtree<Mark>;
}

export function sceneOf(map: MapView): Scene {
  const items = entities(map.items, 'item');
  const people = entities(map.people, 'person');
  const { path, later: after } = map.person;
  const stepOf = (step: PathStep, number: number): Step => ({
    kind: 'step',
    id: step.key,
    name: step.itemName,
    x: step.x,
    y: step.y,
    number,
    step,
    happened: number <= path.length,
  });
  const steps = path.map((step, k) => stepOf(step, k + 1));
  const later = after.map((step, k) => stepOf(step, path.length + k + 1));
  const { summary, x, y, initial } = map.person;
  const { id, label, interactions, meanRating } = summary;
  const person: Entity = { kind: 'person', id, name: label, x, y, interactions, meanRating };
  // Somebody who has done nothing yet stands in no list.
  const others = people.some((one) => one.id === id) ? people : [...people, person];
  return {
    items,
    people: others,
    steps,
    later,
    initial,
    person,
    item: items.find((one) => one.id === map.item?.summary.id) ?? null,
    tree: quadtree<Mark>()
      .x((mark) => mark.x)
      .y((mark) => mark.y)
      .addAll([...items, ...others, ...stopsOf({ steps, later })]),
  };
}

/** Steps that one can point at: where the last one before the moment led, the person stands. */
const stopsOf = ({ steps, later }: Pick<Scene, 'steps' | 'later'>): Step[] => [
  ...steps.slice(0, -1),
  ...later,
];

const entities = (points: MapPoints, kind: 'item' | 'person'): Entity[] =>
  points.ids.map((id, k) => ({
    kind,
    id,
    name: points.names[k],
    x: points.x[k],
    y: points.y[k],
    interactions: points.interactions[k],
    meanRating: Number.isNaN(points.meanRating[k]) ? null : points.meanRating[k],
  }));

/** Names a mark among all kinds. */
export const keyOf = ({ kind, id }: Pick<Mark, 'kind' | 'id'>): string => `${kind} ${id}`;

/** The next mark in a direction, e.g. (1, 0) for the right: near, and rather straight ahead than aside. */
export function nextMark(scene: Scene, from: Mark, direction: Point): Mark {
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const marks of [scene.items, scene.people, stopsOf(scene)])
    for (const mark of marks) {
      const [dx, dy] = [mark.x - from.x, mark.y - from.y];
      const ahead = dx * direction.x + dy * direction.y;
      const aside = Math.abs(dx * direction.y - dy * direction.x);
      if (ahead <= 0 || aside > ahead) continue;
      const cost = ahead + 2 * aside;
      if (cost < least) [best, least] = [mark, cost];
    }
  return best;
}
