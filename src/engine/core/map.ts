import type { Side } from '../../model/gru';
import { nearest } from '../../model/neighbours';
import { project } from '../../model/pca';
import type { MapNeighbour, MapPoints, MapView, PathStep } from '../api';
import type { Catalogue } from './catalogue';
import { flatten, type MapProjection, NEIGHBOURS } from './mapProjection';
import type { Moment } from './moment';
import { itemSummary, personId, personLabel, personSummary } from './summaries';

export interface MapParts {
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
export function buildMap(parts: MapParts): Omit<MapView, 'milliseconds'> {
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

function pointsOf({ catalogue, moment }: MapParts, { flat }: Cloud, side: Side): MapPoints {
  const points = flat[side];
  const n = points.length / 2;
  const rows = Array.from({ length: n }, (_, row) => row);
  const tallies = rows.map((row) => moment.census().tally(side, row));
  return {
    ids: rows.map((row) => idOf(catalogue, moment, side, row)),
    names: rows.map((row) => nameOf(catalogue, moment, side, row)),
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
  { catalogue, projection, moment }: MapParts,
  { D, states, flat }: Cloud,
  side: Side,
  point: Float32Array,
  skip: number,
): MapNeighbour[] {
  const { axes } = projection;
  const onMap = new Set(nearest(flat[side], 2, project(axes, point), NEIGHBOURS, skip).map((one) => one.row));
  return nearest(states[side], D, point, NEIGHBOURS, skip).map(({ row, distance: away }) => ({
    id: idOf(catalogue, moment, side, row),
    name: nameOf(catalogue, moment, side, row),
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

const idOf = (catalogue: Catalogue, { newPeople }: Moment, side: Side, row: number): string =>
  side === 'user' ? personId(catalogue, newPeople, row) : catalogue.bundle.items.id[row];

const nameOf = (catalogue: Catalogue, { newPeople }: Moment, side: Side, row: number): string =>
  side === 'user' ? personLabel(catalogue, newPeople, row) : catalogue.bundle.items.name[row];
