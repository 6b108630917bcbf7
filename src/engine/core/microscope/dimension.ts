import { explainedBy, meanOf, pearson, varianceOf } from '../../../model/correlation';
import type { Side } from '../../../model/gru';
import type { Correlation, DimensionEnd, DimensionReport, FactLink, WordMove } from '../../dimension';
import type { Catalogue } from '../catalogue';
import type { Tally } from '../census';
import type { Moment } from '../moment';
import { personId, personLabel } from '../summaries';
import type { Probes } from './probes';

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
export function describeDimension(
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
    id: side === 'user' ? personId(catalogue, moment.newPeople, entity) : catalogue.bundle.items.id[entity],
    name:
      side === 'user'
        ? personLabel(catalogue, moment.newPeople, entity)
        : catalogue.bundle.items.name[entity],
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
