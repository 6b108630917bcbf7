import type { Bundle } from '../../data/bundle';
import type { WordWeight } from '../../model/attribution';
import type { ModelConfig } from '../../model/config';
import type { TokeniserRevision } from '../../model/revision';
import { toVocabulary, type Vocabulary } from '../../model/tokens';
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
  /** Keywords of log row r stand at [start[r], start[r + 1]) of the keyword table. */
  readonly keywordStart: Int32Array;
}

export function makeCatalogue(bundle: Bundle): Catalogue {
  const { interactions, manifest, keywords } = bundle;
  const weight = (name: string) => bundle.weights.get(name) ?? new Float32Array(manifest.model.stateSize);
  const keywordStart = new Int32Array(manifest.counts.interactions + 1);
  for (const row of keywords.interaction) keywordStart[row + 1]++;
  for (let row = 0; row < manifest.counts.interactions; row++) keywordStart[row + 1] += keywordStart[row];
  return {
    bundle,
    config: manifest.model,
    vocabulary: toVocabulary(bundle.vocabulary.word),
    tokeniser: bundle.tokeniser,
    user: indexEntities(bundle.users.id, interactions.user),
    item: indexEntities(bundle.items.id, interactions.item),
    initial: { user: weight('user/initial'), item: weight('item/initial') },
    keywordStart,
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

/** Keywords of one log row, heaviest first. */
export function keywordsOfRow(catalogue: Catalogue, row: number): WordWeight[] {
  const { keywords } = catalogue.bundle;
  const words: WordWeight[] = [];
  for (let k = catalogue.keywordStart[row]; k < catalogue.keywordStart[row + 1]; k++)
    words.push({ word: keywords.word[k], weight: keywords.weight[k] });
  return words;
}

/** A number of a table, null where it is absent. */
export const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
