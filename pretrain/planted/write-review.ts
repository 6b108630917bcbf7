import type { Random } from '../random';
import { type Draft, expand, type Fill, finish, type Written } from './expand';
import {
  ASPECT_SENTENCES,
  OFF_TOPIC,
  OPENINGS,
  PAIR_SENTENCES,
  SYNONYMS,
  type Template,
  TRAIT_SENTENCES,
  VERDICT_SENTENCES,
  type Verdict,
} from './grammar';
import { ASPECT_WORDS, TRAIT_WORDS } from './lexicon';
import { CARES, type Person } from './people';
import { chance, pick, pickWeighted, sampleWeighted } from './sampling';
import type { Tea } from './teas';
import { ASPECTS, type Aspect, type Level, TRAITS, type Trait } from './traits';
import { MEAN_RATING } from './utility';

/** All that a person knows when they write. */
export interface Occasion {
  readonly person: Person;
  readonly tea: Tea;
  /** Teas that the person reviewed before. */
  readonly earlier: readonly Tea[];
  /** Templates that the person used before; they come again when the others are used up. Grows with the review. */
  readonly said: Set<Template>;
  /** The overall rating as felt, with its noise. */
  readonly felt: number;
  readonly aspects: Readonly<Record<Aspect, number>>;
}

/** One trait word of a text. */
export interface Mention {
  readonly trait: Trait;
  readonly word: string;
  /** As it stands in the text, where it is misspelt. */
  readonly written?: string;
  /** The text says that the tea lacks the trait. */
  readonly negated: boolean;
  readonly verdict: Verdict;
}

/** A trait as it will be spoken of. */
interface Remark {
  readonly trait: Trait;
  readonly level: Level;
  readonly verdict: Verdict;
}

const TYPOS = 0.012;
const MAX_SENTENCES = 5;
/** Share of remarks that state a trait and leave open whether that is good. */
const WITHOUT_VERDICT = 0.25;
/** How much a level is worth a word: to a person who cares about the trait, and to any other. */
const SALIENCE: Readonly<Record<Level, { readonly caring: number; readonly other: number }>> = {
  strong: { caring: 1, other: 0.22 },
  faint: { caring: 0.3, other: 0.03 },
  absent: { caring: 0.25, other: 0 },
};

export function writeReview(source: Random, occasion: Occasion): { text: string; mentions: Mention[] } {
  const { person, aspects, felt, said } = occasion;
  const length = Math.min(MAX_SENTENCES, Math.max(1, Math.round(person.verbosity + 0.9 * source.normal())));
  const used = new Set<string>();
  const sentences: { draft: Draft; remarks: readonly Remark[] }[] = [];
  const say = (
    templates: readonly Template[],
    remarks: readonly Remark[],
    more: Record<string, string> = {},
  ) => {
    const possible = templates.filter(
      (t) => !used.has(t) && (!t.includes('{tea}') || rival(occasion, remarks[0])),
    );
    const fresh = possible.filter((t) => !said.has(t));
    if (fresh.length === 0) for (const t of possible) said.delete(t);
    const template = pick(source, fresh.length > 0 ? fresh : possible);
    said.add(template);
    used.add(template);
    sentences.push({ draft: expand(template, slots(source, occasion, remarks, more, used)), remarks });
  };

  const remarks = chooseRemarks(source, occasion, Math.min(3, Math.ceil(length * 0.7)));
  if (length > 2 && chance(source, 0.35)) say(OPENINGS, []);
  for (const group of pairUp(source, remarks)) {
    if (group.length === 2) say(pairTemplates(group[0], group[1])!, group);
    else say(TRAIT_SENTENCES[group[0].level][group[0].verdict], group);
  }
  if (sentences.length === 0 || (sentences.length < length && chance(source, 0.6)))
    sayAspect(source, aspects, say);
  if (sentences.length < length && chance(source, 0.7))
    say(VERDICT_SENTENCES[felt >= 3.9 ? 'high' : felt >= 2.8 ? 'middle' : 'low'], []);
  if (sentences.length < MAX_SENTENCES && chance(source, 0.08)) say(OFF_TOPIC, []);

  const written = finish(
    source,
    sentences.map((s) => s.draft),
    TYPOS,
  );
  return {
    text: written.text,
    mentions: mentionsOf(
      written,
      sentences.flatMap((s) => s.draft.words.map((w) => s.remarks.find((r) => r.trait === w.trait)!)),
    ),
  };
}

/** What stands out for this person: the traits they care about first, a strong one of the others now and then. */
function chooseRemarks(source: Random, { person, tea }: Occasion, count: number): Remark[] {
  const salience = (trait: Trait) => {
    const taste = Math.abs(person.tastes[trait]);
    const { caring, other } = SALIENCE[tea.levels[trait]];
    return taste >= CARES ? taste * caring : other;
  };
  return sampleWeighted(source, TRAITS, count, salience).map((trait) => {
    const level = tea.levels[trait];
    const taste = person.tastes[trait];
    const cares = Math.abs(taste) >= CARES;
    if (!cares || chance(source, WITHOUT_VERDICT)) return { trait, level, verdict: 'none' };
    return { trait, level, verdict: taste > 0 === (level !== 'absent') ? 'praise' : 'complaint' };
  });
}

const pairTemplates = (a: Remark, b: Remark): readonly Template[] | undefined =>
  PAIR_SENTENCES.find(
    ({ levels, verdicts }) =>
      levels[0] === a.level &&
      levels[1] === b.level &&
      verdicts[0] === a.verdict &&
      verdicts[1] === b.verdict,
  )?.templates;

/** Two remarks that fit into one sentence share it half of the time. */
function pairUp(source: Random, remarks: readonly Remark[]): Remark[][] {
  const left = [...remarks];
  const groups: Remark[][] = [];
  while (left.length > 0) {
    const first = left.shift()!;
    const partner = left.find((other) => pairTemplates(first, other) || pairTemplates(other, first));
    if (!partner || chance(source, 0.5)) {
      groups.push([first]);
      continue;
    }
    left.splice(left.indexOf(partner), 1);
    groups.push(pairTemplates(first, partner) ? [first, partner] : [partner, first]);
  }
  return groups;
}

/** An earlier tea that differs clearly in the trait: less of it for "smokier than", much of it for "less smoky than". */
function rival({ tea, earlier }: Occasion, remark: Remark): Tea | undefined {
  const wanted = remark.level === 'absent' ? 'strong' : 'absent';
  return earlier.findLast((other) => other !== tea && other.levels[remark.trait] === wanted);
}

/** The aspect that stands out most from an ordinary rating, or the best against the worst where both do. */
function sayAspect(
  source: Random,
  aspects: Readonly<Record<Aspect, number>>,
  say: (templates: readonly Template[], remarks: readonly Remark[], more: Record<string, string>) => void,
): void {
  const ranked = [...ASPECTS].sort((a, b) => aspects[b] - aspects[a]);
  const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
  const praise = aspects[best] - MEAN_RATING;
  const blame = MEAN_RATING - aspects[worst];
  const words = (aspect: Aspect) => ASPECT_WORDS[aspect];
  const more = {
    aspect: pick(source, words(praise >= blame ? best : worst).nouns),
    good: pick(source, words(best).good),
    poor: pick(source, words(worst).poor),
  };
  if (praise > 0.4 && blame > 0.4 && chance(source, 0.7))
    say(ASPECT_SENTENCES.mixed, [], {
      ...more,
      aspect: pick(source, words(best).nouns),
      aspect2: pick(source, words(worst).nouns),
      poor2: more.poor,
    });
  else say(praise >= blame ? ASPECT_SENTENCES.good : ASPECT_SENTENCES.poor, [], more);
}

/** Fills slots; a trait word that the review has used already is avoided where another is left. */
function slots(
  source: Random,
  occasion: Occasion,
  remarks: readonly Remark[],
  more: Readonly<Record<string, string>>,
  used: Set<string>,
): (slot: string) => Fill {
  const { tea } = occasion;
  const oneOf = (phrases: readonly string[]): string => {
    const fresh = phrases.filter((phrase) => !used.has(phrase));
    const pool = fresh.length > 0 ? fresh : phrases;
    const phrase = pickWeighted(source, pool, (p) => 0.8 ** phrases.indexOf(p));
    used.add(phrase);
    return phrase;
  };
  return (slot) => {
    const remark = remarks[slot.endsWith('2') ? 1 : 0];
    if (remark) {
      const words = TRAIT_WORDS[remark.trait];
      const trait = remark.trait;
      const name = slot.replace('2', '');
      if (name === 'adj') return { trait, phrase: oneOf(words.adjectives) };
      if (name === 'noun') return { trait, phrase: oneOf(words.nouns) };
      if (name === 'image') return { trait, phrase: pick(source, words.images) };
      if (name === 'more') return { trait, phrase: words.comparative };
      if (name === 'tea') return rival(occasion, remark)!.facts.name;
    }
    if (slot in more) return more[slot];
    if (slot === 'kind') return kindInText(tea.facts.kind);
    if (slot === 'origin') return tea.facts.origin;
    if (slot === 'minutes') return String(tea.minutes);
    if (slot === 'degrees') return String(tea.degrees);
    return pick(source, SYNONYMS[slot]);
  };
}

const kindInText = (kind: string): string =>
  kind === 'Oolong' || kind === 'Pu-erh' ? kind.toLowerCase() : `${kind.toLowerCase()} tea`;

const mentionsOf = (written: Written, remarks: readonly Remark[]): Mention[] =>
  written.words.map(({ trait, word, written: form }, k) => ({
    trait,
    word,
    ...(form === word ? {} : { written: form }),
    negated: remarks[k].level === 'absent',
    verdict: remarks[k].verdict,
  }));
