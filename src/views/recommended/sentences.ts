import { partsOf } from '../../engine/choice';
import type { Recommendation, View } from '../../engine/questions/view';
import { numberWord } from '../../ui/format';
import { type Named, namedAgainst } from '../shared/reasonWords';

/** One term of the bar of a score. */
export interface Segment {
  readonly name: string;
  readonly value: number;
}

type Scored = Pick<Recommendation, 'choice' | 'terms'>;

/** What a choice score is the sum of, in the order in which it is added; before the replay the states are one term. */
export function segmentsOf({ choice, terms: { initial, reviews, spoken, silent } }: Scored): Segment[] {
  const [popularity, states] = partsOf(choice);
  if (choice.times === Number.POSITIVE_INFINITY) return [{ name: 'popularity', value: popularity }];
  const ofStates =
    initial === null || reviews === null
      ? [{ name: 'match of states', value: states }]
      : [
          { name: 'first guess for anyone', value: initial },
          { name: 'reviews', value: reviews },
        ];
  return [
    { name: 'popularity', value: popularity },
    ...ofStates,
    { name: 'words', value: spoken },
    { name: 'words that its reviews leave out', value: silent },
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const above = (segments: readonly Segment[]): number => sum(segments.map(({ value }) => Math.max(0, value)));

/** A scale that all scores of a list have in common, 0 on it. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

export const scaleOf = (list: readonly Scored[], average: number): Scale => ({
  low: Math.min(0, average, ...list.map(({ choice }) => choice.score)),
  high: Math.max(1e-9, average, ...list.map((one) => above(segmentsOf(one)))),
});

/** Segments with the places where they begin and end: what is above 0 one after the other from 0, then what is below 0 back from there. */
export function laidOut(segments: readonly Segment[]) {
  const ends = { up: 0, down: above(segments) };
  return segments.map(({ name, value }) => {
    const lane = value < 0 ? 'down' : 'up';
    const from = ends[lane];
    ends[lane] += value;
    return { name, value, lane, from: Math.min(from, ends[lane]), to: Math.max(from, ends[lane]) } as const;
  });
}

/** Terms named beside an item: at most three for it and one against it, none that would be written as 0. */
const MOST = 3;

/** The terms that weigh most, but for popularity; against the item a word rather than what weighs little more. */
export function strongest({ reasons, terms, choice }: Pick<Recommendation, 'reasons'> & Scored): Named[] {
  const { initial, silent } = terms;
  const alone = choice.times === Number.POSITIVE_INFINITY;
  const all: Named[] = alone
    ? []
    : [...reasons, { is: 'initial', value: initial ?? 0 }, { is: 'silent', value: silent }];
  const named = all.filter(({ value }) => Math.abs(value) >= 0.005).sort((a, b) => b.value - a.value);
  const against = namedAgainst(named);
  return [...named.filter(({ value }) => value > 0).slice(0, MOST), ...(against ? [against] : [])];
}

/** How far a person’s list is everyone’s. */
export function differsWords({
  recommendations: list,
  everyone,
}: Pick<View, 'recommendations' | 'everyone'>): string {
  const places = list.map(({ item }) => everyone.findIndex((one) => one.item.id === item.id));
  const shared = places.filter((place) => place >= 0).length;
  if (shared === list.length)
    return places.every((place, k) => place === k)
      ? 'The same as everyone’s.'
      : 'The same as everyone’s, in another order.';
  if (shared === 0) return 'None of these is on everyone’s list.';
  return `${numberWord(shared)} of these ${list.length} ${shared === 1 ? 'is' : 'are'} on everyone’s list too.`;
}
