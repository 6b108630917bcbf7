import type { Evidence } from '../../src/data/evidence';
import type { RatedLog } from '../../src/model/bias';
import { hash32 } from '../random';
import { type BootstrapOptions, rmseInterval } from './bootstrap';

export type ColdRow = Evidence['coldStart'][number];
export type ColdSide = ColdRow['side'];

/** How many first interactions of an entity its predictions may rest on. */
export const KNOWN = [0, 1, 2, 5] as const;

export const FOLDS = 5;

/** Held-out interactions to predict, as pairs and as rows of the log; of the rows nothing but the pair may be used. */
export interface ColdPairs {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly rows: Int32Array;
}

/** Predicts pairs from the interactions in `history` (rows of the log, in replay order): DReX or any baseline. */
export type PredictFrom = (
  history: Int32Array,
  pairs: ColdPairs,
) => ArrayLike<number> | Promise<ArrayLike<number>>;

export interface ColdStartInput {
  /** The whole log, in replay order. */
  readonly log: RatedLog;
  /** Rows of the log that may be streamed, in replay order, and rows that are predicted. */
  readonly history: Int32Array;
  readonly test: Int32Array;
  /** Ids of the entities of either side in the source: folds are dealt by them. */
  readonly ids: { readonly user: readonly string[]; readonly item: readonly string[] };
}

/** The fold (0–4) of an entity: a hash of seed, side and id, so that it does not depend on who else is in the data. */
export const foldOf = (seed: number, side: ColdSide, id: string): number =>
  hash32(`${seed}:cold:${side}:${id}`) % FOLDS;

/** The rows of a history without all but the first `known` rows of each entity for which `cold` holds. */
export function firstKnown(
  history: Int32Array,
  entities: ArrayLike<number>,
  cold: (entity: number) => boolean,
  known: number,
): Int32Array {
  const kept = new Map<number, number>();
  return history.filter((row) => {
    const entity = entities[row];
    if (!cold(entity)) return true;
    const before = kept.get(entity) ?? 0;
    kept.set(entity, before + 1);
    return before < known;
  });
}

/**
 * Error where a person (or an item) has only its first `known` interactions. Entities are dealt into five folds. For each
 * fold and each `known`, those of the fold keep only their first interactions of the history (all of them, where they
 * have no more) while everybody else keeps everything, and the fold's rated test interactions are predicted. So every
 * test interaction is predicted once for each `known`, always the same ones. Intervals are drawn over the entities of the
 * cold side.
 */
export async function coldStart(
  model: string,
  side: ColdSide,
  { log, history, test, ids }: ColdStartInput,
  predict: PredictFrom,
  options: BootstrapOptions,
): Promise<ColdRow[]> {
  const entities = side === 'user' ? log.users : log.items;
  const folds = ids[side].map((id) => foldOf(options.seed, side, id));
  const rated = test.filter((row) => !Number.isNaN(log.ratings[row]));
  const rows: ColdRow[] = [];
  for (const known of KNOWN) {
    const predicted = new Map<number, number>();
    for (let fold = 0; fold < FOLDS; fold++) {
      const asked = rated.filter((row) => folds[entities[row]] === fold);
      if (asked.length === 0) continue;
      const kept = firstKnown(history, entities, (entity) => folds[entity] === fold, known);
      const pairs: ColdPairs = {
        users: asked.map((row) => log.users[row]),
        items: asked.map((row) => log.items[row]),
        rows: asked,
      };
      const answers = await predict(kept, pairs);
      asked.forEach((row, k) => {
        predicted.set(row, answers[k]);
      });
    }
    if (rated.length === 0) continue;
    const rmse = rmseInterval(
      {
        users: rated.map((row) => entities[row]),
        ratings: Float64Array.from(rated, (row) => log.ratings[row]),
      },
      Float64Array.from(rated, (row) => predicted.get(row)!),
      options,
    );
    rows.push({ side, known, model, rmse, n: rated.length });
  }
  return rows;
}
