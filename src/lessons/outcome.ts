import type { Ask } from './lesson';
import { holds, type KnownValues } from './predicate';

/** What somebody predicted: a place of an option or of each item of an order, a number, a word. */
export type Guess = number | string | readonly number[];

/** What came of it. Of a choice the options that hold; of an order the places in their true order. */
export type Outcome =
  | { readonly kind: 'choice'; readonly right: readonly number[] }
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'number' | 'point'; readonly value: number }
  | { readonly kind: 'word'; readonly value: string };

/** What the model says to a question; null while a value of it is not known. */
export function outcomeOf(ask: Ask, values: KnownValues): Outcome | null {
  switch (ask.kind) {
    case 'choice': {
      const all = ask.options.map((option) => holds(option.holds, values));
      if (all.includes(null)) return null;
      return { kind: 'choice', right: all.flatMap((is, k) => (is ? [k] : [])) };
    }
    case 'order': {
      const numbers = ask.items.map(({ value }) => values[value]);
      if (!numbers.every((one) => typeof one === 'number')) return null;
      const sign = ask.first === 'greatest' ? -1 : 1;
      const order = numbers.map((_, k) => k).sort((a, b) => sign * (numbers[a] - numbers[b]) || a - b);
      return { kind: 'order', order };
    }
    case 'number':
    case 'point': {
      const value = values[ask.value];
      return typeof value === 'number' ? { kind: ask.kind, value } : null;
    }
    case 'word': {
      const value = values[ask.value];
      return typeof value === 'string' ? { kind: 'word', value } : null;
    }
  }
}

/** Whether a guess is what came: of numbers and points, within a step, or a twentieth of the line. */
export function cameTrue(ask: Ask, guess: Guess, outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'choice':
      return typeof guess === 'number' && outcome.right.includes(guess);
    case 'order':
      return Array.isArray(guess) && guess.every((place, k) => place === outcome.order[k]);
    case 'word':
      return guess === outcome.value;
    default: {
      const near = ask.kind === 'number' ? ask.step : ask.kind === 'point' ? (ask.max - ask.min) / 20 : 0;
      return typeof guess === 'number' && Math.abs(guess - outcome.value) <= near;
    }
  }
}
