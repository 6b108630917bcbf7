import type { MapAxes, MapView } from '../../engine/api';
import { count, numberWord, percent, plural, rating } from '../../ui/format';
import type { Mark } from './scene';

/** Distances in the units of the state. */
export const units = (value: number): string => value.toFixed(2);

/** What is known of a mark beside its name. */
export function factsOf(mark: Mark, itemNoun: string): string {
  if (mark.kind === 'step') {
    const { simulated, edited, rating: given, moved } = mark.step;
    const made = simulated ? ', simulated' : edited ? ', changed here' : '';
    const rated = given === null ? 'no rating' : `rated ${given.toFixed(1)}`;
    return `after review ${count(mark.number)}${made} · ${rated} · moved ${units(moved)}`;
  }
  const kind = mark.kind === 'item' ? itemNoun : 'person';
  const mean = mark.meanRating === null ? '' : ` · mean ${rating(mark.meanRating)}`;
  return `${kind}${mean} · ${plural(mark.interactions, 'review')}`;
}

export const spokenOf = (mark: Mark, itemNoun: string): string => `${mark.name}, ${factsOf(mark, itemNoun)}`;

/** What is seen of the person. */
export function pathTitle({ person }: MapView): string {
  const { path, distance } = person;
  if (path.length === 0) return 'Nothing is known yet: this person stands where everybody begins';
  const reviews = path.length === 1 ? 'One review' : `${numberWord(path.length)} reviews`;
  if (path.length === 1) return `${reviews} moved this person ${units(distance)} from where everybody begins`;
  const most = path.reduce((a, b) => (b.moved > a.moved ? b : a));
  return `${reviews} moved this person ${units(distance)} from where everybody begins, ${most.itemName} the most`;
}

/** What the flat picture keeps of the items. */
export function axesSentence(axes: MapAxes, items: string, total: number): string {
  const [x, y] = axes.itemShares;
  return `The two axes hold ${percent(x + y)} of what tells ${count(total)} ${items} apart in ${axes.dimensions} dimensions. Of the ${axes.neighbours} nearest neighbours of a point, ${percent(axes.kept)} are among its ${axes.neighbours} nearest on the map (${percent(axes.chance)} by chance): nearness is a hint, the list beside it is the truth.`;
}

/** What it keeps of the people. */
export function peopleSentence({ personShares }: MapAxes, items: string): string {
  const [x, y] = personShares;
  return `The axes are those of the ${items}; of what tells people apart they hold ${percent(x + y)}. People are refined by a cell of their own, and the model compares the two through learned weights, so how near a person stands to a point of another kind is no measure of the rating to expect.`;
}
