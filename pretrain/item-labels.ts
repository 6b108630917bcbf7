import type { VocabularyTable } from '../src/data/tables';
import type { Descriptor } from './descriptor';
import type { Prepared } from './prepare';

/** Words that stand for an item without a name. */
const WORDS = 3;

/**
 * A label for each item of a set without names: what is known of it, then the words that set it apart from the others,
 * by the share of its reviews that hold them and by how few items are so written about: "Steven Spielberg, 1985 · sisters,
 * letters, prejudice". Ends in the id where two would be the same.
 * @param facts for each item the facts to name, those unknown left out
 */
export function labelItems(
  data: Pick<Prepared, 'itemIds' | 'items' | 'tokens'>,
  vocabulary: Omit<VocabularyTable, 'idf'>,
  facts: readonly (readonly string[])[],
): string[] {
  const reviews = data.itemIds.map(() => 0);
  const mentions = data.itemIds.map(() => new Map<number, number>());
  data.items.forEach((item, row) => {
    if (data.tokens[row].length === 0) return;
    reviews[item]++;
    for (const word of new Set(data.tokens[row]))
      if (vocabulary.keyword[word]) mentions[item].set(word, (mentions[item].get(word) ?? 0) + 1);
  });
  const holders = new Map<number, number>();
  for (const words of mentions)
    for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const labels = mentions.map((words, item) => {
    const ranked = [...words]
      // One reviewer's word is no trait of an item that many have reviewed.
      .filter(([, n]) => n > 1 || reviews[item] < 3)
      .map(([word, n]) => ({
        word,
        score: (n / reviews[item]) * Math.log(data.itemIds.length / (holders.get(word) ?? 1)),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.word - b.word)
      .map(({ word }) => vocabulary.word[word]);
    const said = unrepeated(ranked, facts[item]).slice(0, WORDS);
    const parts = [facts[item].join(', '), said.join(', ')].filter(Boolean);
    return capitalised(parts.join(' · ') || data.itemIds[item]);
  });
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return labels.map((label, item) =>
    (counts.get(label) ?? 0) > 1 && label !== data.itemIds[item] ? `${label} (${data.itemIds[item]})` : label,
  );
}

/** What to say of such labels where a descriptor says nothing. */
export const unnamedWords = ({ itemNoun: { many } }: Pick<Descriptor, 'itemNoun'>): string =>
  `No names in these data: ${many} go by the words that tell them apart.`;

/** The words that say something new beside the facts and the words before them: of "pops" and "pop" one, of a director no name. */
export function unrepeated(words: readonly string[], facts: readonly string[]): string[] {
  const told = new Set(facts.flatMap((fact) => fact.split(/[^\p{L}\p{N}'’]+/u)).map(stem));
  return words.filter((word) => {
    const fresh = !told.has(stem(word));
    told.add(stem(word));
    return fresh;
  });
}

/** A word without what makes it a plural or somebody's. */
const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/(?<=..[^s])s$/, '');

/** A fact as a part of a label: of several values the first, of a date the year. */
export function factInLabel(value: string): string {
  const year = /\b(1[89]|20)\d\d$/.exec(value)?.[0];
  return year ?? value.split(', ')[0];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
