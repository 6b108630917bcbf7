import type { Facts } from './item-facts';

/** Words as they stand in a source, with what they are. */
export type Spelling = Readonly<Record<string, string>>;

/** What makes a text right: words that lost letters, each as a whole, the longest first. */
export function speller(spelling: Spelling): (text: string) => string {
  const wrong = Object.keys(spelling).sort((a, b) => b.length - a.length);
  if (wrong.length === 0) return (text) => text;
  const quoted = wrong.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const words = new RegExp(`(?<![\\p{L}\\p{N}’'])(?:${quoted.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => text.replace(words, (word) => spelling[word]);
}

/** Facts with the letters that the source lost; a name is one of them. */
export function respelt(facts: Facts, spelling: Spelling): Facts {
  const spelt = speller(spelling);
  return new Map(
    [...facts].map(([id, fields]) => [
      id,
      new Map([...fields].map(([field, value]) => [field, spelt(value)])),
    ]),
  );
}
