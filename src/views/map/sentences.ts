import type { MapView } from '../../engine/questions/map';
import {
  capital,
  count,
  distance as length,
  listed,
  numberWord,
  percent,
  plural,
  rating,
  given as written,
} from '../../ui/format';
import type { Noun } from '../shared/useKind';
import type { Mark } from './scene';

/** What is known of a mark beside its name. */
export function factsOf(mark: Mark, itemNoun: string, who: string): string {
  if (mark.kind === 'step') {
    const { simulated, edited, rating: given, moved } = mark.step;
    const made = simulated ? ', written here' : edited ? ', changed here' : '';
    const rated = given === null ? 'no rating' : `rated ${written(given)}`;
    const when = mark.happened ? '' : ', later than the moment shown';
    return `after review ${count(mark.number)}${made}${when} · ${rated} · moved ${length(moved)}`;
  }
  const kind = mark.kind === 'item' ? itemNoun : who;
  const mean = mark.meanRating === null ? '' : ` · mean ${rating(mark.meanRating)}`;
  return `${kind}${mean} · ${plural(mark.interactions, 'review')}`;
}

export const spokenOf = (mark: Mark, itemNoun: string, who: string): string =>
  `${mark.name}, ${factsOf(mark, itemNoun, who)}`;

/** How many of the nearest a headline names. */
const NAMED = 5;

/** Who is near, and who is far from all: by names where there are any, as descriptions are long. */
export function mapTitle({ person, farthest }: MapView, kind: string): string {
  const { summary, path, nearPeople } = person;
  if (path.length === 0) return `Nothing is known yet: this ${kind} stands where everybody starts`;
  const [first] = nearPeople;
  if (!first) return `Nobody else is on this map`;
  const named = nearPeople.slice(0, summary.named ? NAMED : 1);
  // Of two who stand apart from all, each may be nearest to the other: nobody is said to be near and far in one breath.
  const far =
    !farthest || named.some(({ id }) => id === farthest.id)
      ? ''
      : farthest.id === summary.id
        ? '; nobody is farther from everybody else'
        : `; ${quoted(farthest.name, summary.named)} is farthest from everybody`;
  if (!summary.named) return `Nearest to this ${kind} is ${quoted(first.name, false)}${far}`;
  const names = named.map(({ name }) => name);
  const are =
    names.length === 1 ? 'The nearest is' : `The ${numberWord(names.length).toLowerCase()} nearest are`;
  return `${are.replace('nearest', `nearest to ${summary.label}`)} ${listed(names)}${far}`;
}

const quoted = (name: string, named: boolean): string => (named ? name : `“${name}”`);

/** What is seen of the person. */
export function pathTitle({ person }: MapView, kind: string): string {
  const { path, distance, summary } = person;
  const whom = summary.named ? summary.label : `this ${kind}`;
  if (path.length === 0) return `Nothing is known yet: ${whom} stands where everybody starts`;
  const reviews = path.length === 1 ? 'One review' : `${numberWord(path.length)} reviews`;
  if (path.length === 1) return `${reviews} moved ${whom} ${length(distance)} from where everybody starts`;
  if (path.every(({ moved }) => moved === 0))
    return `${reviews} have not moved ${whom} from where everybody starts`;
  const most = path.reduce((a, b) => (b.moved > a.moved ? b : a));
  return `${reviews} moved ${whom} ${length(distance)} from where everybody starts, ${most.itemName} the most`;
}

/** Shares of the variance of what the axes are of, and its name. */
export function ownShares({ axes }: MapView, items: string, people: string) {
  return axes.of === 'items'
    ? { shares: axes.itemShares, name: items }
    : { shares: axes.personShares, name: people };
}

/** What the flat picture keeps of what its axes are of. */
export function axesSentence(map: MapView, items: string, { many }: Noun): string {
  const { dimensions, neighbours, kept, chance, of } = map.axes;
  const { shares, name } = ownShares(map, items, many);
  const total = map[of].ids.length;
  return `The two axes show ${percent(shares[0] + shares[1])} of what tells ${count(total)} ${name} apart in ${dimensions} dimensions. Of the ${neighbours} nearest neighbours of a point, ${percent(kept)} are among its ${neighbours} nearest on the map (${percent(chance)} by chance): nearness is a hint, the list beside it is the truth.`;
}

/** What it keeps of the others. */
export function otherSentence({ axes }: MapView, items: string, { one, many }: Noun): string {
  const [name, [x, y]] = axes.of === 'items' ? [many, axes.personShares] : [items, axes.itemShares];
  return `Of what tells ${name} apart, the same axes show ${percent(x + y)}. ${capital(many)} and ${items} are updated by cells of their own, and the model compares the two through learned weights: how near a ${one} stands to a point of the other kind is no measure of the choice score, by which the list is sorted, nor of the rating to expect.`;
}
