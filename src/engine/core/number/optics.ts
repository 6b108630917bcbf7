import { evaluatedOn } from '../evaluationRows';
import type { Ground } from '../ground';
import { Lru } from '../lru';
import { projectionOf } from '../mapProjection';
import type { Moment } from '../moment';
import { once } from '../once';
import { perGround } from '../perGround';
import { textOf } from '../textOf';
import { type TracedRow, traceRow } from '../updateTrace';
import { ratingsOfVersions } from '../wordEffects';
import type { World } from '../world';
import { Lens, type Optics, type WordRuns } from './lens';

/** Updates whose intermediates are kept: an opened number asks for the same one again and again. */
const TRACES_KEPT = 16;

const traces = perGround(() => new Lru<string, Promise<TracedRow>>(TRACES_KEPT));
const runs = perGround(() => new Lru<string, Promise<WordRuns>>(TRACES_KEPT));

export const tracedAt = (ground: Ground, { world }: Moment, row: number): Promise<TracedRow> =>
  once(traces(ground), nameOf(world, row), () => traceRow(ground, world, row));

async function runsAt(ground: Ground, { world }: Moment, row: number): Promise<WordRuns | null> {
  const { prepared: text } = textOf(ground.catalogue, world, row);
  if (!text) return null;
  return once(runs(ground), nameOf(world, row), async () => ({
    words: text.tokens.slice(0, text.ids.length).map(({ word }) => word),
    ratings: await ratingsOfVersions(ground.brain, ground.statistics(), world, row, text),
  }));
}

/** Names what came of a row: one that nothing has changed keeps its outcome in all worlds. */
const nameOf = (world: World, row: number): string =>
  `${row}:${world.outcomes[row]}:${[...world.scenario.muted].sort()}`;

const opticsOf = perGround(
  (ground): Optics => ({
    catalogue: ground.catalogue,
    scores: (moment, user) => ground.scores(moment, user),
    halves: (moment, user, item) => ground.scorer.halves(moment, user, item),
    profile: (moment, side, entity) => ground.profile(moment, side, entity),
    words: (moment) => ground.scorer.words(moment),
    projection: (of) => projectionOf(ground, of),
    evaluated: (history) => evaluatedOn(ground).get(history),
    trace: async (moment, row) => (await tracedAt(ground, moment, row)).trace,
    runs: (moment, row) => runsAt(ground, moment, row),
  }),
);

export const lensOn = (ground: Ground, moment: Moment): Lens => new Lens(opticsOf(ground), moment);
