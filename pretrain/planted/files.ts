import { gzipSync } from 'node:zlib';
import type { Planted } from './generate';
import { ASPECT_WORDS, keywordsOf } from './lexicon';
import { dislikes, loves } from './people';
import { ASPECTS, TRAITS, type Trait } from './traits';
import { MEAN_RATING } from './utility';

/** The review file, one JSON object a line. */
export const reviewLines = (planted: Planted): string =>
  planted.reviews.map(({ review }) => `${JSON.stringify(review)}\n`).join('');

/** What is openly known of each tea, by its id. */
export const itemFacts = (planted: Planted): string =>
  `${JSON.stringify(Object.fromEntries(planted.teas.map((tea) => [tea.id, tea.facts])), null, 2)}\n`;

const FORMULA =
  'rating = mean + generosity(person) + quality(tea) + Σ over traits of taste(person) × (trait(tea) − usual) + noise, ' +
  'rounded to halves from 1 to 5; the parts of an interaction are the terms of the sum';

/** All that was planted, for checks of explanations; a person, a tea and an interaction take one line each. */
export function truth(planted: Planted): string {
  const listed = (entries: readonly [string, unknown][], indent: string) =>
    entries.map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n');
  const section = (name: string, entries: readonly [string, unknown][]) =>
    `  ${JSON.stringify(name)}: {\n${listed(entries, '    ')}\n  }`;
  const named = (holds: (trait: Trait) => boolean): Trait[] => TRAITS.filter(holds);
  const parts = [
    `  "seed": ${planted.seed}`,
    `  "mean": ${MEAN_RATING}`,
    `  "formula": ${JSON.stringify(FORMULA)}`,
    section(
      'traits',
      TRAITS.map((trait) => [trait, { usual: planted.usual[trait], keywords: keywordsOf(trait) }]),
    ),
    section(
      'aspects',
      ASPECTS.map((aspect) => [aspect, { words: ASPECT_WORDS[aspect].nouns }]),
    ),
    section(
      'people',
      planted.people.map((person) => {
        const { id, ...hidden } = person;
        const held = { loves: named((t) => loves(person, t)), dislikes: named((t) => dislikes(person, t)) };
        return [id, { ...held, ...hidden }];
      }),
    ),
    section(
      'teas',
      planted.teas.map(({ id, levels, traits: intensity, quality, merits }) => [
        id,
        { strong: named((t) => levels[t] === 'strong'), levels, traits: intensity, quality, merits },
      ]),
    ),
    `  "interactions": [\n${planted.reviews
      .map(({ review, utility, aspects, noise, mentions }) => {
        const line = { user: review.user, item: review.item, ...utility, noise, aspects, mentions };
        return `    ${JSON.stringify(line)}`;
      })
      .join(',\n')}\n  ]`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** Compressed with no trace of when and where: the header's time is 0 and its system is "unknown". */
function compress(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  bytes.writeUInt32LE(0, 4);
  bytes[9] = 255;
  return bytes;
}

/** Names of the files of a world. */
export const PLANTED_FILES = {
  reviews: 'teas.jsonl.gz',
  items: 'teas.items.json',
  truth: 'teas.truth.json',
} as const;

/** File name → content. */
export const plantedFiles = (planted: Planted): ReadonlyMap<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([
    [PLANTED_FILES.reviews, compress(reviewLines(planted))],
    [PLANTED_FILES.items, itemFacts(planted)],
    [PLANTED_FILES.truth, truth(planted)],
  ]);
