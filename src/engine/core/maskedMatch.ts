import { choiceItems, choiceUsers } from '../../model/choice';
import { UNKNOWN_ID } from '../../model/config';
import {
  type Entry,
  matchesOfOne,
  personWords,
  pickRows,
  renewedItemWords,
  type SparseRows,
  sparseRows,
  unitRows,
} from '../../model/keywordMatch';
import { encodeText, padTokens, toldRatings } from '../../model/text';
import { concat, mul, reshape, sum, type Tensor2D, tensor2d, tidy } from '../../model/tf';
import { tonesOf } from '../../model/tones';
import type { Side } from '../../vocabulary';
import type { Ground } from './ground';
import type { Moment } from './moment';
import { keywordsOf, type PreparedText } from './readText';
import { deviationsAt, ownLevelAt } from './sayings';
import type { Proceed } from './worlds';

/** What a person’s match with an item is the sum of, as the choice score has it. */
export interface Match {
  /** ⟨Q u, K i⟩/√D */
  readonly states: number;
  /** κ·⟨k_u, k_i⟩ */
  readonly words: number;
}

/** Sentences are read in lots of this size: a new number of rows makes a GPU compile anew. */
const LOT = 64;

/**
 * The match of a review's own pair just after it, for several versions of its text: of each, both terms of the choice score
 * that are the person's own. What the version says of each keyword is worked out anew, the tones of its sentences included.
 * @param after the moment just after the review
 * @param states of both sides just after each version, row-major [versions, D]
 */
export async function matchesAfter(
  ground: Ground,
  after: Moment,
  row: number,
  versions: readonly PreparedText[],
  states: Readonly<Record<Side, Float32Array>>,
  proceed: Proceed = () => {},
): Promise<Match[]> {
  const { catalogue, brain, scorer } = ground;
  const { config, weights } = brain;
  const { columns, scenario } = after.world;
  const [user, item] = [columns.user[row], columns.item[row]];
  const rated = scenario.givenRating(row);
  const told = await toldOf(
    ground,
    versions.flatMap(({ units, ids }) => (Number.isNaN(rated) ? [ids, ...units] : units)),
    versions[0].batch.length,
  );
  proceed();
  const said = versions.map((version): Entry[] =>
    keywordsOf(
      catalogue,
      version,
      tonesOf(
        version.units,
        version.units.map((ids) => told(ids)),
        config,
      ),
    ).map(({ word, weight, tone }) => [word, weight, tone]),
  );
  const [ofPerson, ofItem] = [saidBy(after, 'user', user, row, said), saidBy(after, 'item', item, row, said)];
  const rows = after.rowsOf('user', user);
  const level = ownLevelAt(catalogue, after, rows);
  const deviations = deviationsAt(catalogue, after, rows).filter((_, k) => rows[k] !== row);
  const size = config.vocabularySize;
  const { unit } = scorer.words(after);
  const words = versions.map(({ ids }, v) => {
    const deviation = (Number.isNaN(rated) ? told(ids) : rated) - level;
    const mine = ofPerson(v);
    const person = personWords(mine, zeros(mine), [...deviations, deviation], 1, size);
    const its = ofItem(v);
    const items = renewedItemWords(unit, [item], its, zeros(its), size);
    const [match] = matchesOfOne(person, 0, {
      unit: unitRows(its, zeros(its), 1, size),
      mean: items.mean,
      norms: items.norms.subarray(item, item + 1),
    });
    proceed();
    return match;
  });
  const n = versions.length;
  const statistics = { counts: new Float32Array(n), biases: new Float32Array(n) };
  const flat = tidy(() => {
    const tensor = (side: Side) => tensor2d(states[side], [n, config.stateSize]);
    // Of the item's side only K i is wanted, for which no statistics count.
    const { match } = choiceItems(weights, config, tensor('item'), statistics);
    const of = sum(mul(choiceUsers(weights, tensor('user')), match), 1);
    return concat([of, weights['choice/words']].map((part) => reshape(part, [part.size])));
  });
  const values = (await flat.data()) as Float32Array;
  flat.dispose();
  const kappa = values[n];
  return words.map((match, v) => ({ states: values[v], words: kappa * match }));
}

const zeros = ({ offsets }: SparseRows): Uint8Array => new Uint8Array(offsets.length - 1);

/** What all reviews of an entity say where one of them is read in a version: the others first. */
function saidBy(after: Moment, side: Side, entity: number, row: number, versions: readonly Entry[][]) {
  const others = after.rowsOf(side, entity).filter((one) => one !== row);
  const all = sparseRows([
    ...Array.from(others, (one) =>
      after.keywords(one).map(({ word, weight, tone }): Entry => [word, weight, tone]),
    ),
    ...versions,
  ]);
  const places = Int32Array.from({ length: others.length + 1 }, (_, k) => k);
  return (version: number): SparseRows => {
    places[others.length] = others.length + version;
    return pickRows(all, places);
  };
}

/** The rating that each of some texts alone tells, every text read once. */
async function toldOf(
  { brain: { weights, config } }: Ground,
  texts: readonly Int32Array[],
  length: number,
): Promise<(ids: Int32Array) => number> {
  const nameOf = (ids: Int32Array): string => ids.join();
  const unlike = new Map(texts.map((ids) => [nameOf(ids), ids]));
  const held = new Map<string, number>();
  const all = [...unlike];
  for (let from = 0; from < all.length; from += LOT) {
    const lot = all.slice(from, from + LOT);
    const padded = Array.from({ length: LOT }, (_, k) => lot[k]?.[1] ?? [UNKNOWN_ID]);
    const told = tidy(() =>
      toldRatings(weights, config, encodeText(weights, config, padTokens(padded, length)).vector as Tensor2D),
    );
    const values = (await told.data()) as Float32Array;
    told.dispose();
    for (const [k, [name]] of lot.entries()) held.set(name, values[k]);
  }
  return (ids) => held.get(nameOf(ids)) ?? Number.NaN;
}
