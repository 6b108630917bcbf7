import { type Explained, explainedBy, meanOf, pearson, varianceOf } from '../../model/correlation';
import type { Side } from '../../vocabulary';
import { alterationKey } from '../alterations';
import type { Tally } from '../answers';
import type { Catalogue } from '../core/catalogue';
import { Lru } from '../core/lru';
import type { Moment } from '../core/moment';
import { once } from '../core/once';
import { perGround } from '../core/perGround';
import { makeProbes, type Probes } from '../core/probes';
import { RequestError } from '../core/requestError';
import type { Place } from '../simulatedLog';
import { question } from './question';

/** What does one dimension of the states of people, or of items, go with? */
export interface DimensionRequest extends Place {
  readonly side: Side;
  /** From 0. */
  readonly d: number;
}

/** Somebody, or something, at one end of a dimension. */
export interface DimensionEnd extends Tally {
  readonly id: string;
  readonly name: string;
  /** Of the state in this dimension. */
  readonly value: number;
}

/** How far a review of a single word moves the dimension, from the state in which everybody (everything) begins. */
export interface WordMove {
  readonly word: string;
  readonly change: number;
}

/** How far a review of a single rating moves it, one standard deviation above and below the mean. */
export interface RatingMove {
  readonly label: string;
  readonly above: number;
  readonly below: number;
}

/** Pearson's correlation; null with too few, or where nothing varies. */
export interface Correlation {
  readonly r: number | null;
  readonly n: number;
}

/** How much of the variance a fact about the items explains. */
export interface FactLink extends Explained {
  readonly label: string;
}

export interface DimensionReport {
  readonly side: Side;
  readonly d: number;
  /** Variance of every dimension [D] over those with at least one interaction, and how many they are. */
  readonly variances: readonly number[];
  readonly n: number;
  /** Of this dimension over the same. */
  readonly mean: number;
  /** Lowest first, and highest first; at most five each, nobody twice. */
  readonly low: readonly DimensionEnd[];
  readonly high: readonly DimensionEnd[];
  readonly words: {
    /** Largest first, and smallest first. */
    readonly up: readonly WordMove[];
    readonly down: readonly WordMove[];
    /** What a word that the model does not know does. */
    readonly unknown: number;
    /** The most frequent keywords, each tried alone. */
    readonly tried: number;
  };
  /** The overall rating first, then the aspects. */
  readonly ratings: readonly RatingMove[];
  readonly meanRating: Correlation;
  /** With ln(1 + interactions). */
  readonly popularity: Correlation;
  /** The fact that explains most beyond chance; null of people, and where no fact has two groups. */
  readonly fact: FactLink | null;
  /** Groups of a fact that are smaller are left out. */
  readonly smallestGroup: number;
  readonly milliseconds: number;
}

export const dimension = question<DimensionRequest, DimensionReport>({
  replayed: true,
  timed: true,
  async answer(ground, { side, d, ...place }) {
    const { brain, catalogue } = ground;
    const D = catalogue.config.stateSize;
    if (!Number.isInteger(d) || d < 0 || d >= D)
      throw new RequestError('d', { is: 'no-place', of: 'dimension', index: d, size: D });
    if (side !== 'user' && side !== 'item')
      throw new RequestError('side', { is: 'not-among', allowed: ['user', 'item'], value: side });
    const moment = await ground.at(place);
    const { alteration } = moment.world.scenario;
    const made = once(probes(ground), alterationKey(alteration), () =>
      makeProbes(brain, catalogue, alteration),
    );
    return describeDimension(catalogue, moment, await made, side, d);
  },
});

/** Altered models whose dimensions are looked at in turn. */
const PROBES_KEPT = 4;
/** What single words and ratings do; it rests on the weights alone, and on how they are altered. */
const probes = perGround(() => new Lru<string, Promise<Probes>>(PROBES_KEPT));

/** Shown at either end. */
const ENDS = 5;
/** Fewer tell nothing of a correlation. */
const FEWEST = 10;
const SMALLEST_GROUP = 5;

/** One with at least one interaction, and its state in the dimension. */
interface Member {
  readonly entity: number;
  readonly value: number;
  readonly tally: Tally;
}

/** Puts together what a dimension of the states of one side goes with, at a moment. */
function describeDimension(
  catalogue: Catalogue,
  moment: Moment,
  probes: Probes,
  side: Side,
  d: number,
): Omit<DimensionReport, 'milliseconds'> {
  const D = catalogue.config.stateSize;
  const states = moment.states(side);
  const census = moment.census();
  const members: Member[] = [];
  for (let entity = 0; entity < states.length / D; entity++) {
    const tally = census.tally(side, entity);
    if (tally.interactions > 0) members.push({ entity, value: states[entity * D + d], tally });
  }
  const sorted = members.toSorted((a, b) => a.value - b.value || a.entity - b.entity);
  const ends = Math.min(ENDS, Math.floor(sorted.length / 2));
  const end = ({ entity, value, tally }: Member): DimensionEnd => ({
    id: moment.idOf(side, entity),
    name: moment.nameOf(side, entity),
    value,
    ...tally,
  });
  return {
    side,
    d,
    variances: Array.from({ length: D }, (_, k) =>
      varianceOf(members.map(({ entity }) => states[entity * D + k])),
    ),
    n: members.length,
    mean: meanOf(members.map((one) => one.value)),
    low: sorted.slice(0, ends).map(end),
    high: sorted
      .slice(sorted.length - ends)
      .reverse()
      .map(end),
    ...movesOf(catalogue, probes, side, d),
    meanRating: linkOf(
      members.filter(({ tally }) => tally.meanRating !== null),
      ({ tally }) => tally.meanRating ?? 0,
    ),
    popularity: linkOf(members, ({ tally }) => Math.log1p(tally.interactions)),
    fact: side === 'item' ? strongestFact(catalogue, members) : null,
    smallestGroup: SMALLEST_GROUP,
  };
}

/** What single words and single ratings do to it. */
function movesOf(
  { config, bundle }: Catalogue,
  probes: Probes,
  side: Side,
  d: number,
): Pick<DimensionReport, 'words' | 'ratings'> {
  const change = (row: number): number => probes.changes[side][row * config.stateSize + d];
  const moves = probes.words
    .map((id, row): WordMove => ({ word: bundle.vocabulary.word[id], change: change(row) }))
    .sort((a, b) => b.change - a.change);
  const ends = Math.min(ENDS, Math.floor(moves.length / 2));
  return {
    words: {
      up: moves.slice(0, ends),
      down: moves.slice(moves.length - ends).reverse(),
      unknown: change(probes.unknownRow),
      tried: moves.length,
    },
    ratings: [config.rating, ...config.aspects].map(({ label }, field) => {
      const { above, below } = probes.ratingRows(field);
      return { label, above: change(above), below: change(below) };
    }),
  };
}

function linkOf(members: readonly Member[], other: (member: Member) => number): Correlation {
  const n = members.length;
  const values = members.map((one) => one.value);
  return { r: n < FEWEST ? null : pearson(values, members.map(other)), n };
}

function strongestFact({ bundle }: Catalogue, members: readonly Member[]): FactLink | null {
  const values = members.map((one) => one.value);
  const found = bundle.manifest.itemFacts.flatMap(({ field, label }) => {
    const facts = bundle.items.facts[field];
    const explained = explainedBy(
      values,
      members.map(({ entity }) => facts[entity]),
      SMALLEST_GROUP,
    );
    return explained ? [{ label, ...explained }] : [];
  });
  return found.sort((a, b) => b.adjusted - a.adjusted)[0] ?? null;
}
