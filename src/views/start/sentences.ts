import type { Reason } from '../../engine/answers';
import type { Spoken } from '../../engine/questions/spoken';
import type { Popular, Recommendation, View } from '../../engine/questions/view';
import { count, listed, numberWord, signed } from '../../ui/format';
import { changedPlaces } from '../shared/announcements';
import { isPopular, type Named, namedAgainst, reasonWords, reviewWords } from '../shared/reasonWords';

type Lists = Pick<View, 'recommendations' | 'everyone'>;

/** "A strong oolong, 3 min at 90 °C. Others speak of apricot and honeysuckle." */
export function introduced({ item: { facts }, words }: Pick<Spoken, 'item' | 'words'>): string {
  const [kind, , strength, brewing] = facts;
  const known = [strength, kind].flatMap((one) => one?.toLowerCase() ?? []).join(' ');
  const article = /^[aeiou]/.test(known) ? 'An' : 'A';
  const others = words.length > 0 ? ` Others speak of ${listed(words)}.` : '';
  return `${article} ${known || 'tea'}${brewing ? `, ${brewing}` : ''}.${others}`;
}

const idsOf = (list: readonly { readonly item: { readonly id: string } }[]): string[] =>
  list.map(({ item }) => item.id);

/** How many places of a person’s list have another item than everyone’s. */
export const personalPlaces = ({ recommendations, everyone }: Lists): number =>
  changedPlaces(idsOf(everyone), idsOf(recommendations));

/** "8 of 10 places changed; first is Paper Heron." Spoken. */
export function changeWords(before: readonly string[], now: readonly { id: string; name: string }[]): string {
  const changed = changedPlaces(
    before,
    now.map(({ id }) => id),
  );
  const first = `first is ${now[0]?.name}.`;
  return changed === 0
    ? `No place changed; ${first}`
    : `${changed} of ${now.length} places changed; ${first}`;
}

interface Fall {
  readonly name: string;
  /** Its place in everyone’s list, and in the person’s own. */
  readonly from: number;
  readonly to: number;
}

const falls = (everyone: readonly Popular[]): Fall[] =>
  everyone.map(({ item, rank }, k) => ({ name: item.name, from: k + 1, to: rank }));

/** Whether the one that was guessed fell, and which fell furthest. */
export function guessWords(everyone: readonly Popular[], guess: string | null): string {
  const all = falls(everyone);
  const guessed = all[everyone.findIndex(({ item }) => item.id === guess)];
  const furthest = all.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  const fell = furthest !== undefined && furthest.to > furthest.from;
  if (guessed && fell && furthest.name === guessed.name)
    return `You guessed ${guessed.name}: it fell from ${guessed.from} to ${guessed.to}, the furthest of all.`;
  const others = fell
    ? `${furthest.name} fell furthest, from ${furthest.from} to ${furthest.to}.`
    : 'None of everyone’s list fell.';
  return guessed ? `${ofGuess(guessed)} ${others}` : others;
}

function ofGuess({ name, from, to }: Fall): string {
  if (to > from) return `You guessed ${name}: it fell from ${from} to ${to}.`;
  return to < from
    ? `You guessed ${name}, but it rose from ${from} to ${to}.`
    : `You guessed ${name}, but it stayed at ${from}.`;
}

/** "No longer in the ten: Paper Ledger, now 17; Second Otter, now 19." Empty where nothing fell out of the list. */
export function outWords({ recommendations, everyone }: Lists): string {
  const own = new Set(idsOf(recommendations));
  const out = everyone.filter(({ item }) => !own.has(item.id));
  return out.length === 0
    ? ''
    : `No longer in the ${numberWord(recommendations.length).toLowerCase()}: ${out.map(({ item, rank }) => `${item.name}, now ${count(rank)}`).join('; ')}.`;
}

/** A term that is written as 0 is no reason. */
const LEAST = 0.005;

/**
 * The term that is named beside an item: what speaks most for one that rose, most against one that fell, both of the person’s
 * own words and reviews; popularity where that carries it; else that it suits anybody new.
 */
export function strongest(
  { rank, popular, reasons, choice, terms }: Recommendation,
  average: View['average'],
): Named | 'popular' {
  const own: Reason[] = reasons
    .filter(({ value }) => Math.abs(value) >= LEAST)
    .toSorted((a, b) => b.value - a.value);
  const [best, against] = [own[0], namedAgainst(own)];
  if (rank > popular && against) return against;
  const carried = isPopular(choice, average);
  if (best && best.value > 0 && (rank < popular || !carried)) return best;
  return carried || terms.initial === null ? 'popular' : { is: 'initial', value: terms.initial };
}

/** "for fruity +0.50", as it stands beside an item. @param reviews how many the person has written */
export function reasonNote(of: Recommendation, average: View['average'], reviews: number) {
  const reason = strongest(of, average);
  if (reason === 'popular') return noteOf('mostly because many like it', of.choice.popularity);
  const { value } = reason;
  // Of a single one it is plain which it is.
  const alone = reason.is === 'review' && reviews === 1;
  return noteOf(alone ? reviewWords('your review', value) : reasonWords(reason, 'your'), value);
}

const noteOf = (words: string, value: number) => ({ text: `${words} ${signed(value)}`, value });
