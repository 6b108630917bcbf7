import { keptNeighbours } from '../../model/neighbours';
import { type PrincipalAxes, principalAxes, project } from '../../model/pca';
import type { Side } from '../../vocabulary';
import type { AxesOf, MapAxes } from '../answers';
import type { Catalogue } from './catalogue';
import type { Ground } from './ground';
import { slicer } from './nextTask';
import { once } from './once';
import { perGround } from './perGround';
import type { World } from './world';

/** Nearest neighbours that are listed, and compared between all dimensions and two. */
export const NEIGHBOURS = 10;

export interface MapProjection {
  readonly axes: PrincipalAxes;
  readonly report: MapAxes;
}

const projections = perGround(() => new Map<AxesOf, Promise<MapProjection>>());

/** The axes of the map: of the bundle's own log, so that no edit moves them. Not given up half-way: all maps need them. */
export const projectionOf = (ground: Ground, of: AxesOf): Promise<MapProjection> =>
  once(projections(ground), of, async () => makeProjection(ground.catalogue, await ground.world([]), of));

/** The two principal axes of the states of one side of a world, and what they keep of the neighbourhoods. */
async function makeProjection(catalogue: Catalogue, world: World, of: AxesOf): Promise<MapProjection> {
  const D = catalogue.config.stateSize;
  const { states } = world;
  const side = of === 'items' ? 'item' : 'user';
  const total = world.counts[side];
  const axes = principalAxes(states[side], D, 2);
  const flat = { user: flatten(axes, states.user, D), item: flatten(axes, states.item, D) };
  const count = Math.min(NEIGHBOURS, total - 1);
  const pause = slicer();
  let kept = 0;
  for (let row = 0; row < total; row++) {
    kept += keptNeighbours({ rows: states[side], D }, { rows: flat[side], D: 2 }, row, count);
    await pause();
  }
  return {
    axes,
    report: {
      of,
      dimensions: D,
      itemShares: sharesAlong(axes, states.item, D),
      personShares: sharesAlong(axes, states.user, D),
      neighbours: count,
      kept: kept / total,
      chance: count / Math.max(total - 1, 1),
      frame: frameOf(flat),
    },
  };
}

/** Row-major coordinates [n, 2] of row-major states [n, D]. */
export function flatten(axes: PrincipalAxes, states: ArrayLike<number>, D: number): Float64Array {
  const n = states.length / D;
  const points = new Float64Array(n * 2);
  for (let row = 0; row < n; row++) points.set(project(axes, states, row * D), row * 2);
  return points;
}

/** Shares of the variance of some states along axes that may have been made from others. */
function sharesAlong(axes: PrincipalAxes, states: Float32Array, D: number): [number, number] {
  const n = Math.max(states.length / D, 1);
  const mean = new Float64Array(D);
  states.forEach((value, k) => {
    mean[k % D] += value / n;
  });
  let total = 0;
  states.forEach((value, k) => {
    total += (value - mean[k % D]) ** 2;
  });
  const center = project(axes, mean);
  const along: [number, number] = [0, 0];
  flatten(axes, states, D).forEach((value, k) => {
    along[k % 2] += (value - center[k % 2]) ** 2;
  });
  return total > 0 ? [along[0] / total, along[1] / total] : [0, 0];
}

function frameOf(flat: Record<Side, Float64Array>): MapAxes['frame'] {
  const frame = { left: 0, right: 0, bottom: 0, top: 0 };
  for (const points of [flat.user, flat.item])
    for (let k = 0; k < points.length; k += 2) {
      frame.left = Math.min(frame.left, points[k]);
      frame.right = Math.max(frame.right, points[k]);
      frame.bottom = Math.min(frame.bottom, points[k + 1]);
      frame.top = Math.max(frame.top, points[k + 1]);
    }
  return frame;
}
