import type { Ask, Lesson } from '../../lessons/lesson';
import type { Live } from '../../lessons/live';
import type { Guess, Outcome } from '../../lessons/outcome';
import { piecesOf } from '../../lessons/prose';
import { hundredths } from '../../ui/format';
import { written } from './written';

type Values = Readonly<Record<string, Live | null | undefined>>;

/** What is said, its live values filled in; those that are not known are left out. */
export const plainText = (said: string, values: Values): string =>
  piecesOf(said)
    .map((piece) => {
      if (piece.is !== 'value') return piece.text;
      const live = values[piece.name];
      return live ? written(live) : '';
    })
    .join('');

/** A prediction in words. */
export function guessWords(ask: Ask, guess: Guess, values: Values): string {
  if (ask.kind === 'choice') return plainText(ask.options[Number(guess)]?.text ?? '', values);
  if (ask.kind === 'order' && Array.isArray(guess))
    return guess.map((place) => plainText(ask.items[place]?.text ?? '', values)).join(', ');
  if (typeof guess !== 'number') return String(guess);
  const unit = ask.kind === 'number' && ask.unit ? ` ${ask.unit}` : '';
  return ask.kind === 'number' && Number.isInteger(ask.step)
    ? `${guess}${unit}`
    : `${hundredths(guess)}${unit}`;
}

/** The same by the id of its step. */
export const toldOf =
  ({ steps }: Lesson, values: Values) =>
  (id: string, guess: Guess): string => {
    const ask = steps.find((step) => step.id === id)?.ask;
    return ask ? guessWords(ask, guess, values) : '';
  };

/** What the model says to a question, in words. */
export function outcomeWords(ask: Ask, outcome: Outcome, values: Values): string {
  switch (outcome.kind) {
    case 'choice':
      return outcome.right.map((place) => guessWords(ask, place, values)).join('; ') || 'None of these';
    case 'order':
      return guessWords(ask, outcome.order, values);
    default:
      return guessWords(ask, outcome.value, values);
  }
}
