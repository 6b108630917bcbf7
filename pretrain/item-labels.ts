import type { KeywordTable, VocabularyTable } from '../src/data/tables';
import { keywordProfile } from '../src/model/attribution';
import type { Prepared } from './prepare';

/** Words that stand for an item without a name. */
const WORDS = 3;

/**
 * A label for each item of a set without names: what is known of it, then the words of its keyword profile that set it
 * apart from the others: "Steven Spielberg, 1985 · color, epic, sisters". Ends in the id where two would be the same.
 * @param remaining ‖c_τ‖ of each interaction in its item's final state
 * @param facts for each item the facts to name, those unknown left out
 */
export function labelItems(
  data: Pick<Prepared, 'itemIds' | 'items'>,
  keywords: KeywordTable,
  vocabulary: VocabularyTable,
  remaining: Float32Array,
  facts: readonly (readonly string[])[],
): string[] {
  const words: { word: number; attention: number }[][] = Array.from(data.items, () => []);
  keywords.interaction.forEach((row, k) => {
    words[row].push({ word: keywords.word[k], attention: keywords.attention[k] });
  });
  const histories: number[][] = data.itemIds.map(() => []);
  data.items.forEach((item, row) => {
    histories[item].push(row);
  });
  const profiles = histories.map((rows) =>
    keywordProfile(rows.map((row) => ({ remaining: remaining[row], words: words[row], deviation: null }))),
  );
  const holders = new Map<number, number>();
  for (const profile of profiles)
    for (const { word } of profile) holders.set(word, (holders.get(word) ?? 0) + 1);
  // What every item is said to be tells none apart: the weight counts by how few hold the word, a single mention little.
  const distinct = (word: number): number => Math.log(profiles.length / (holders.get(word) ?? 1));
  const labels = profiles.map((profile, item) => {
    const said = profile
      .map(({ word, weight, evidence }) => ({
        word,
        score: weight * distinct(word) * Math.min(evidence.length, 3),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.word - b.word)
      .slice(0, WORDS)
      .map(({ word }) => vocabulary.word[word]);
    const parts = [facts[item].join(', '), said.join(', ')].filter(Boolean);
    return parts.join(' · ') || data.itemIds[item];
  });
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return labels.map((label, item) =>
    (counts.get(label) ?? 0) > 1 && label !== data.itemIds[item] ? `${label} (${data.itemIds[item]})` : label,
  );
}

/** A fact as a part of a label: of several values the first, of a date the year. */
export function factInLabel(value: string): string {
  const year = /\b(1[89]|20)\d\d$/.exec(value)?.[0];
  return year ?? value.split(', ')[0];
}
