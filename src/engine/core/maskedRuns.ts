import { UNKNOWN_ID } from '../../model/config';
import { outcomesAfter, versionCount, versionsOf } from '../../model/effects';
import { encodeText, padTokens } from '../../model/text';
import { concat, gather, reshape, type Tensor, type Tensor2D, tensor1d, tidy } from '../../model/tf';
import type { Ground } from './ground';
import type { PreparedText } from './readText';
import { reviewContext } from './wordEffects';
import type { World } from './world';

/** A review run in all versions that tell what its words do. */

const NEGATIONS = new Set(['not', 'no', 'never']);

/** Versions of a review in one batch, by their place in it. */
export interface MaskedVersions {
  readonly ids: readonly ArrayLike<number>[];
  /** Of each version the places of what is masked in it; null where no match is asked for: of words that are said alone. */
  readonly masked: readonly (readonly number[] | null)[];
  /** How many of {@link versionsOf} stand in front. */
  readonly plain: number;
  /** Places of the negations among the words. */
  readonly negations: readonly number[];
}

export const WHOLE = 0;
/** The version without word l. */
export const without = (l: number): number => 2 + l;

/** All versions that are needed: those of the word effects, then for each negation one without it and its word. */
export function maskedVersions({ ids, tokens }: PreparedText): MaskedVersions {
  const plain: Int32Array[] = versionsOf(ids);
  const negations = [...ids.keys()].filter(
    (l) =>
      l + 1 < ids.length &&
      NEGATIONS.has(tokens[l].word) &&
      ids[l] !== UNKNOWN_ID &&
      ids[l + 1] !== UNKNOWN_ID,
  );
  const both = negations.map((l) => {
    const version = Int32Array.from(ids);
    version.fill(UNKNOWN_ID, l, l + 2);
    return version;
  });
  const places = Array.from(ids.keys());
  return {
    ids: [...plain, ...both],
    masked: [
      [],
      null,
      ...places.map((l) => [l]),
      ...places.map(() => null),
      ...negations.map((l) => [l, l + 1]),
    ],
    plain: plain.length,
    negations,
  };
}

/** What the model makes of each version, read back at once. */
export interface MaskedRuns {
  readonly ratings: Float32Array;
  /** Rows: the versions, uniform attention last. */
  readonly x: Float32Array;
  readonly users: Float32Array;
  readonly items: Float32Array;
  readonly attention: Float32Array;
  /** h of the negated words: in the whole review, then in those without the negation. */
  readonly words: Float32Array;
}

/** Runs all versions, and the whole review once more with uniform attention. */
export async function runMasked(
  ground: Ground,
  world: World,
  row: number,
  { ids, negations }: MaskedVersions,
  length: number,
): Promise<MaskedRuns> {
  const { config, weights } = ground.brain;
  const { stateSize: D, embedSize: E } = config;
  // As many as the padded length has room for: a new number of rows makes a GPU compile anew.
  const rows = Math.max(versionCount(length), ids.length);
  const padded = Array.from({ length: rows }, (_, k) => ids[k] ?? []);
  const flat = tidy(() => {
    const context = reviewContext(ground.brain, ground.statistics(), world, row);
    const encoded = encodeText(weights, config, padTokens(padded, length));
    const even = encodeText(
      weights,
      config,
      padTokens([ids[WHOLE]], length),
      undefined,
      undefined,
      'uniform',
    );
    const vectors = concat([encoded.vector, even.vector], 0) as Tensor2D;
    const after = outcomesAfter(
      weights,
      config,
      context,
      vectors,
      new Int32Array(rows + 1),
      world.scenario.alteration,
    );
    const parts: Tensor[] = [after.ratings, after.x, after.users, after.items, encoded.attention];
    if (negations.length > 0) {
      const places = [
        ...negations.map((l) => WHOLE * length + l + 1),
        ...negations.map((l) => without(l) * length + l + 1),
      ];
      parts.push(gather(reshape(encoded.words, [rows * length, E]), tensor1d(places, 'int32')));
    }
    return concat(parts.map((part) => reshape(part, [part.size])));
  });
  const values = (await flat.data()) as Float32Array;
  flat.dispose();
  let from = 0;
  const next = (size: number): Float32Array => {
    from += size;
    return values.slice(from - size, from);
  };
  return {
    ratings: next(rows + 1),
    x: next((rows + 1) * D),
    users: next((rows + 1) * D),
    items: next((rows + 1) * D),
    attention: next(rows * length),
    words: next(2 * negations.length * E),
  };
}
