import type { Ask, Lesson } from './lesson';
import { cameTrue, type Guess, type Outcome, outcomeOf } from './outcome';
import type { KnownValues } from './predicate';
import type { LessonRecord } from './record';

/** One bar of what a class predicted. */
export interface Bar {
  /** Of a choice or an order its place; of a word the word; of numbers where the bar begins and ends. */
  readonly of: number | string | readonly [number, number] | readonly number[];
  readonly count: number;
  /** Whether the model’s own answer lies in it; null while that is not known. */
  readonly right: boolean | null;
}

/** What a class predicted in one step. */
export interface Tally {
  readonly step: string;
  readonly ask: Ask;
  readonly bars: readonly Bar[];
  /** How many predicted something. */
  readonly n: number;
  readonly right: number | null;
  readonly outcome: Outcome | null;
}

/** Bars of a histogram of numbers. */
const BINS = 8;

/** Guesses of a class, step by step, beside what the model says. */
export function aggregate(lesson: Lesson, records: readonly LessonRecord[], values: KnownValues): Tally[] {
  const own = records.filter((record) => record.lesson === lesson.id);
  return lesson.steps.flatMap(({ id, ask }): Tally[] => {
    if (!ask) return [];
    const guesses = own.flatMap(({ answers }) => {
      const guess = answers[id]?.guess;
      return guess !== undefined && fits(ask, guess) ? [guess] : [];
    });
    const outcome = outcomeOf(ask, values);
    const right = outcome && guesses.filter((guess) => cameTrue(ask, guess, outcome)).length;
    return [{ step: id, ask, n: guesses.length, outcome, right, bars: barsOf(ask, guesses, outcome) }];
  });
}

/** Whether a guess is one of this question: what was pasted may be of another version of the lesson. */
export function fits(ask: Ask, guess: Guess): boolean {
  switch (ask.kind) {
    case 'choice':
      return typeof guess === 'number' && Number.isInteger(guess) && guess >= 0 && guess < ask.options.length;
    case 'order':
      return (
        Array.isArray(guess) && [...guess].sort((a, b) => a - b).join() === ask.items.map((_, k) => k).join()
      );
    case 'word':
      return typeof guess === 'string';
    default:
      return typeof guess === 'number' && guess >= ask.min && guess <= ask.max;
  }
}

function barsOf(ask: Ask, guesses: readonly Guess[], outcome: Outcome | null): Bar[] {
  switch (ask.kind) {
    case 'choice':
      return ask.options.map((_, k) => ({
        of: k,
        count: guesses.filter((guess) => guess === k).length,
        right: outcome?.kind === 'choice' ? outcome.right.includes(k) : null,
      }));
    case 'number':
    case 'point':
      return histogram(ask, guesses as readonly number[], outcome);
    default: {
      // What nobody said but the model has its bar too.
      const truth =
        outcome?.kind === 'order' ? outcome.order : outcome?.kind === 'word' ? outcome.value : null;
      const all = truth === null ? guesses : [...guesses, truth];
      const counts = new Map<string, { of: Guess; count: number }>();
      for (const [k, of] of all.entries()) {
        const found = counts.get(String(of));
        counts.set(String(of), { of, count: (found?.count ?? 0) + (k < guesses.length ? 1 : 0) });
      }
      return [...counts.values()]
        .map(({ of, count }) => ({ of, count, right: truth === null ? null : String(of) === String(truth) }))
        .sort((a, b) => b.count - a.count);
    }
  }
}

/** Bars of equal width over the whole range; each holds its lower end, the last its upper too. */
function histogram(
  { min, max }: { readonly min: number; readonly max: number },
  guesses: readonly number[],
  outcome: Outcome | null,
): Bar[] {
  const width = (max - min) / BINS;
  const binOf = (value: number): number => Math.min(BINS - 1, Math.max(0, Math.floor((value - min) / width)));
  const truth = outcome?.kind === 'number' || outcome?.kind === 'point' ? outcome.value : null;
  return Array.from({ length: BINS }, (_, k) => ({
    of: [min + k * width, min + (k + 1) * width] as const,
    count: guesses.filter((guess) => binOf(guess) === k).length,
    right: truth === null ? null : truth >= min && truth <= max && binOf(truth) === k,
  }));
}
