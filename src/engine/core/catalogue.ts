import type { Bundle } from '../../data/bundle';
import type { ModelConfig } from '../../model/config';
import type { SparseRows } from '../../model/keywordMatch';
import type { TokeniserRevision } from '../../model/revision';
import { saidRows } from '../../model/said';
import { toVocabulary, type Vocabulary } from '../../model/tokens';
import { toldIn } from '../../model/told';
import type { WeightValues } from '../../model/weights';
import type { Side } from '../../vocabulary';

/** What the log says of the entities of one side. */
export interface EntityIndex {
  readonly count: number;
  readonly byId: ReadonlyMap<string, number>;
  /** Log rows of each entity, oldest first. */
  readonly rows: readonly Int32Array[];
}

/** A bundle with the look-up tables that queries need; made once, never changed. */
export interface Catalogue {
  readonly bundle: Bundle;
  readonly config: ModelConfig;
  readonly vocabulary: Vocabulary;
  readonly tokeniser: TokeniserRevision;
  readonly user: EntityIndex;
  readonly item: EntityIndex;
  /** Learned initial states u_0 and i_0 [D]. */
  readonly initial: Record<Side, Float32Array>;
  /** m_τ of each row of the bundle's own log. */
  readonly said: SparseRows;
  /** Rating that the text of a row tells alone; NaN without text and, until the text vectors are there, where it is rated. */
  told(row: number): number;
}

export function makeCatalogue(bundle: Bundle): Catalogue {
  const { interactions, manifest, keywords } = bundle;
  const weight = (name: string) => bundle.weights.get(name) ?? new Float32Array(manifest.model.stateSize);
  return {
    bundle,
    config: manifest.model,
    vocabulary: toVocabulary(bundle.vocabulary.word),
    tokeniser: bundle.tokeniser,
    user: indexEntities(bundle.users.id, interactions.user),
    item: indexEntities(bundle.items.id, interactions.item),
    initial: { user: weight('user/initial'), item: weight('item/initial') },
    said: saidRows(manifest.counts.interactions, keywords, bundle.vocabulary.idf),
    told: toldInLog(bundle),
  };
}

function indexEntities(ids: readonly string[], column: Int32Array): EntityIndex {
  const lengths = new Int32Array(ids.length);
  for (const entity of column) lengths[entity]++;
  const rows = Array.from(lengths, (length) => new Int32Array(length));
  const filled = new Int32Array(ids.length);
  column.forEach((entity, row) => {
    rows[entity][filled[entity]++] = row;
  });
  return { count: ids.length, byId: new Map(ids.map((id, k) => [id, k])), rows };
}

/** In plain numbers: before there is a backend. */
function toldInLog({ interactions, manifest, textVectors, weights }: Bundle): Catalogue['told'] {
  const values = Object.fromEntries(weights) as WeightValues;
  let told: Float64Array | null = null;
  return (row) => {
    const vectors = textVectors.now;
    if (!vectors) return interactions.told?.[row] ?? Number.NaN;
    told ??= toldIn(manifest.model, values, vectors, (one) => interactions.hasText[one] === 1);
    return told[row];
  };
}

/** A number of a table, null where it is absent. */
export const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
