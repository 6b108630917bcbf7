import { nearest } from '../../model/neighbours';
import { project } from '../../model/pca';
import type { Side } from '../../vocabulary';
import type { AxesOf, HistoryEntry, ItemSummary, MapAxes, PersonSummary } from '../answers';
import type { Catalogue } from '../core/catalogue';
import { flatten, type MapProjection, NEIGHBOURS, projectionOf } from '../core/mapProjection';
import type { Moment } from '../core/moment';
import { itemSummary, personSummary } from '../core/summaries';
import type { Place } from '../simulatedLog';
import { question } from './question';

export interface MapRequest extends Place {
  readonly axes: AxesOf;
  readonly person: string;
  readonly item: string | null;
}

/** Points of one kind, one entry each in every column. */
export interface MapPoints {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Coordinates on the axes, in the units of the state. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly interactions: Int32Array;
  /** Mean overall rating; NaN without ratings. */
  readonly meanRating: Float32Array;
}

/** Where somebody stood just after one interaction. */
export interface PathStep
  extends Pick<HistoryEntry, 'key' | 'simulated' | 'edited' | 'item' | 'itemName' | 'rating' | 'share'> {
  readonly x: number;
  readonly y: number;
  /** ‖h' − h‖ in all dimensions: how far the interaction moved the state. */
  readonly moved: number;
}

/** One of the nearest in all dimensions. */
export interface MapNeighbour {
  readonly id: string;
  readonly name: string;
  /** Euclidean, in all dimensions of the state. */
  readonly distance: number;
  /** Whether it is among as many nearest on the map. */
  readonly nearOnMap: boolean;
}

/** People, items and one person's path on two fixed axes: the principal axes of all items, or of all people. */
export interface MapView {
  readonly axes: MapAxes;
  readonly items: MapPoints;
  readonly people: MapPoints;
  readonly person: {
    readonly summary: PersonSummary;
    readonly x: number;
    readonly y: number;
    /** u_0, where everybody begins. */
    readonly initial: { readonly x: number; readonly y: number };
    /** ‖u − u_0‖ in all dimensions. */
    readonly distance: number;
    /** Oldest first. */
    readonly path: readonly PathStep[];
    /** What comes after the moment, oldest first; nothing of it counts yet, so its `share` is 0. */
    readonly later: readonly PathStep[];
    readonly nearItems: readonly MapNeighbour[];
    readonly nearPeople: readonly MapNeighbour[];
  };
  /** Whom all others lie farthest from, of those who have a review; null where fewer than two have. */
  readonly farthest: {
    readonly id: string;
    readonly name: string;
    /** Root of the mean squared Euclidean distance to the others, in all dimensions. */
    readonly distance: number;
  } | null;
  readonly item: {
    readonly summary: ItemSummary;
    readonly x: number;
    readonly y: number;
    readonly nearItems: readonly MapNeighbour[];
  } | null;
  readonly milliseconds: number;
}

export const map = question<MapRequest, MapView>({
  latest: true,
  replayed: true,
  timed: true,
  async answer(ground, { axes, person, item: chosen, ...place }, { proceed }) {
    const item = chosen === null ? null : ground.item(chosen);
    const moment = await ground.at(place, proceed);
    const user = ground.person(moment, person);
    proceed();
    const projection = await projectionOf(ground, axes);
    proceed();
    return buildMap({ catalogue: ground.catalogue, projection, moment, user, id: person, item });
  },
});

interface MapParts {
  readonly catalogue: Catalogue;
  readonly projection: MapProjection;
  readonly moment: Moment;
  /** The chosen person's row, and the id for one who stands in no log yet. */
  readonly user: number;
  readonly id: string;
  /** The chosen item's row. */
  readonly item: number | null;
}

/** All states of a moment, in all dimensions and on the map. */
interface Cloud {
  readonly D: number;
  readonly states: Record<Side, Float32Array>;
  readonly flat: Record<Side, Float64Array>;
}

/** Puts together the map of a moment. */
function buildMap(parts: MapParts): Omit<MapView, 'milliseconds'> {
  const { catalogue, projection, moment, user, id, item } = parts;
  const { axes } = projection;
  const D = catalogue.config.stateSize;
  const states = { user: moment.states('user'), item: moment.states('item') };
  const cloud = {
    D,
    states,
    flat: { user: flatten(axes, states.user, D), item: flatten(axes, states.item, D) },
  };
  const state = moment.state('user', user);
  const initial = moment.world.initial.user;
  const near = (side: Side, point: Float32Array, skip = -1) => neighboursOf(parts, cloud, side, point, skip);
  return {
    axes: projection.report,
    items: pointsOf(parts, cloud, 'item'),
    people: pointsOf(parts, cloud, 'user'),
    person: {
      summary: personSummary(catalogue, moment.census(), user, id),
      ...place(projection, state),
      initial: place(projection, initial),
      distance: distance(initial, state),
      ...pathsOf(parts),
      nearItems: near('item', state),
      nearPeople: near('user', state, user),
    },
    farthest: farthestOf(parts, states.user, D),
    item:
      item === null
        ? null
        : {
            summary: itemSummary(catalogue, moment.census(), item),
            ...place(projection, moment.state('item', item)),
            nearItems: near('item', moment.state('item', item), item),
          },
  };
}

/**
 * Who lies farthest from everybody: by mean squared distance that is who lies farthest from the mean, since
 * Σ_j ‖h − h_j‖² = n ‖h − mean‖² + Σ_j ‖h_j − mean‖².
 */
function farthestOf({ moment }: MapParts, states: Float32Array, D: number): MapView['farthest'] {
  const rows = Array.from({ length: states.length / D }, (_, row) => row).filter(
    (row) => moment.rowsOf('user', row).length > 0,
  );
  const n = rows.length;
  if (n < 2) return null;
  const mean = new Float64Array(D);
  for (const row of rows) for (let d = 0; d < D; d++) mean[d] += states[row * D + d] / n;
  const squares = rows.map((row) => {
    let square = 0;
    for (let d = 0; d < D; d++) square += (states[row * D + d] - mean[d]) ** 2;
    return square;
  });
  const all = squares.reduce((sum, one) => sum + one, 0);
  const k = squares.indexOf(squares.reduce((a, b) => Math.max(a, b)));
  const row = rows[k];
  return {
    id: moment.idOf('user', row),
    name: moment.nameOf('user', row),
    distance: Math.sqrt((n * squares[k] + all) / (n - 1)),
  };
}

function pointsOf({ moment }: MapParts, { flat }: Cloud, side: Side): MapPoints {
  const points = flat[side];
  const n = points.length / 2;
  const rows = Array.from({ length: n }, (_, row) => row);
  const tallies = rows.map((row) => moment.census().tally(side, row));
  return {
    ids: rows.map((row) => moment.idOf(side, row)),
    names: rows.map((row) => moment.nameOf(side, row)),
    x: Float32Array.from(rows, (row) => points[row * 2]),
    y: Float32Array.from(rows, (row) => points[row * 2 + 1]),
    interactions: Int32Array.from(tallies, (one) => one.interactions),
    meanRating: Float32Array.from(tallies, (one) => one.meanRating ?? Number.NaN),
  };
}

/** The person's state after each interaction, up to the moment and beyond it. */
function pathsOf({ catalogue, projection, moment, user }: MapParts): Record<'path' | 'later', PathStep[]> {
  const { items } = catalogue.bundle;
  const { scenario } = moment.world;
  const rows = moment.world.rowsOf('user', user);
  const happened = moment.rowsOf('user', user);
  const states = moment.world.statesAlong('user', rows);
  const remaining = moment.remaining('user', happened);
  const sum = remaining.reduce((total, one) => total + one, 0);
  const steps = Array.from(rows, (row, k): PathStep => {
    const { key, simulated, edited, item } = scenario.interaction(row);
    return {
      key,
      simulated,
      edited,
      item: items.id[item],
      itemName: items.name[item],
      rating: scenario.given(row).rating,
      ...place(projection, states[k + 1]),
      moved: distance(states[k], states[k + 1]),
      share: k < happened.length && sum > 0 ? remaining[k] / sum : 0,
    };
  });
  return { path: steps.slice(0, happened.length), later: steps.slice(happened.length) };
}

/** The nearest of one side to a state, in all dimensions; marked where the map shows them near as well. */
function neighboursOf(
  { projection, moment }: MapParts,
  { D, states, flat }: Cloud,
  side: Side,
  point: Float32Array,
  skip: number,
): MapNeighbour[] {
  const { axes } = projection;
  const onMap = new Set(nearest(flat[side], 2, project(axes, point), NEIGHBOURS, skip).map((one) => one.row));
  return nearest(states[side], D, point, NEIGHBOURS, skip).map(({ row, distance: away }) => ({
    id: moment.idOf(side, row),
    name: moment.nameOf(side, row),
    distance: away,
    nearOnMap: onMap.has(row),
  }));
}

function place({ axes }: MapProjection, state: ArrayLike<number>): { x: number; y: number } {
  const [x, y] = project(axes, state);
  return { x, y };
}

const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.sqrt(Array.from(a).reduce((sum, value, d) => sum + (value - b[d]) ** 2, 0));
