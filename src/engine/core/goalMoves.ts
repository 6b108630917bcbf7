import type { GoalChange } from '../answers';
import type { Scale } from '../start';
import { onScale, round } from './scale';

/** Ratings that a new review may begin with. */
const FIRST_RATINGS = 11;

/** What of the review may differ. */
export interface Draft {
  readonly rating: number | null;
  readonly aspects: readonly (number | null)[];
  readonly words: readonly string[];
}

export interface Move {
  readonly name: string;
  readonly change: GoalChange;
  readonly draft: Draft;
}

type Steps = Pick<Scale, 'min' | 'max' | 'step' | 'mean'>;
export interface Scales {
  readonly rating: Steps;
  readonly aspects: readonly Steps[];
}

/** One step up or down; where nothing is given, the middle of what people give. */
function neighbours(scale: Steps, value: number | null): number[] {
  if (value === null) return [onScale(scale, scale.mean)];
  return [value + scale.step, value - scale.step]
    .map(round)
    .filter((next) => next >= scale.min - 1e-9 && next <= scale.max + 1e-9);
}

const rate = (name: string, draft: Draft, to: number | null): Move => ({
  name,
  change: { what: 'rating', from: draft.rating, to },
  draft: { ...draft, rating: to },
});

const rateAspect = (name: string, draft: Draft, aspect: number, to: number | null): Move => ({
  name,
  change: { what: 'aspect', aspect, from: draft.aspects[aspect], to },
  draft: { ...draft, aspects: draft.aspects.map((old, k) => (k === aspect ? to : old)) },
});

const sign = (from: number | null, to: number): string => (from === null || to > from ? '+' : '-');

/** All that lies one step away. */
export function movesFrom(draft: Draft, words: readonly string[], scales: Scales): Move[] {
  const rating = neighbours(scales.rating, draft.rating).map((to) =>
    rate(`rating${sign(draft.rating, to)}`, draft, to),
  );
  const aspects = scales.aspects.flatMap((scale, aspect) => {
    const from = draft.aspects[aspect];
    return neighbours(scale, from).map((to) => rateAspect(`${aspect}${sign(from, to)}`, draft, aspect, to));
  });
  return [...rating, ...aspects, ...wordMoves(draft, words)];
}

const wordMoves = (draft: Draft, words: readonly string[]): Move[] =>
  words
    .filter((word) => !draft.words.includes(word))
    .map((word) => ({
      name: `word ${word}`,
      change: { what: 'word', word, added: true },
      draft: { ...draft, words: [...draft.words, word] },
    }));

/** What a review that is not there yet may begin with: a rating, or one word. */
export function firstMoves(draft: Draft, words: readonly string[], scale: Steps): Move[] {
  const places = Math.min(FIRST_RATINGS, Math.round((scale.max - scale.min) / scale.step) + 1);
  const values = Array.from({ length: places }, (_, k) =>
    onScale(scale, scale.max - (k * (scale.max - scale.min)) / Math.max(1, places - 1)),
  );
  return [...[...new Set(values)].map((to) => rate(`first ${to}`, draft, to)), ...wordMoves(draft, words)];
}

/** What lies one step nearer to how the review began. */
export function movesBack(draft: Draft, start: Draft, { rating, aspects }: Scales): Move[] {
  const back = (scale: Steps, from: number | null, home: number | null): number | null => {
    if (home === null || from === null) return home;
    return round(from + Math.sign(home - from) * Math.min(scale.step, Math.abs(home - from)));
  };
  const moves: Move[] = [];
  for (const word of draft.words)
    moves.push({
      name: `word ${word}`,
      change: { what: 'word', word, added: false },
      draft: { ...draft, words: draft.words.filter((one) => one !== word) },
    });
  aspects.forEach((scale, aspect) => {
    const from = draft.aspects[aspect];
    if (from === start.aspects[aspect]) return;
    moves.push(rateAspect(`${aspect}`, draft, aspect, back(scale, from, start.aspects[aspect])));
  });
  if (draft.rating !== start.rating)
    moves.push(rate('rating', draft, back(rating, draft.rating, start.rating)));
  // A review with nothing in it is none.
  return moves.filter(
    ({ draft: next }) =>
      start.rating !== null ||
      next.rating !== null ||
      next.words.length > 0 ||
      next.aspects.some((value) => value !== null),
  );
}
