import type { Summand } from '../../openedNumber';
import { RequestError } from '../requestError';
import { type Pair, part, partsOf, spokenIn } from './choiceParts';
import type { Lens } from './lens';
import { computed, type Formula, product, type Ref } from './parts';

/** The match of the words, opened word by word (docs/ARCHITECTURE.md#choice-score). */

/** κ·⟨k_u, k_i⟩ */
export async function openMatch(lens: Lens, ref: Ref<'choice-match'>): Promise<Formula> {
  const { choice, words, name } = await partsOf(lens, ref);
  return {
    about: { is: 'choice-match', item: name },
    symbol: String.raw`\kappa\,\langle k_u, k_i\rangle`,
    tex: String.raw`\kappa\,\langle k_u, k_i\rangle = \kappa \sum_{w \in i} k_u(w)\,k_i(w) + \kappa \sum_{w \notin i} k_u(w)\,k_i(w)`,
    value: choice.words,
    terms: [
      part(ref, 'choice-words', spokenIn(words.terms), String.raw`\sum_w`),
      part(ref, 'choice-silent', words.notSpokenOf, String.raw`\sum_{w \notin i}`),
    ],
  };
}

/** The words of a person that an item's reviews speak of, or those that they do not. */
export async function openWords(lens: Lens, ref: Ref<'choice-words' | 'choice-silent'>): Promise<Formula> {
  const { words, profile, thing, name } = await partsOf(lens, ref);
  const silent = ref.of === 'choice-silent';
  const spoken = new Set(words.terms.map(({ word }) => word));
  const names = lens.catalogue.bundle.vocabulary.word;
  const { at } = centredOn(lens, thing);
  const own = Array.from(profile.weights).filter(([word]) => spoken.has(names[word]) !== silent);
  return {
    about: { is: ref.of, item: name },
    symbol: silent ? String.raw`\sum_{w \notin i}` : String.raw`\sum_w`,
    tex: String.raw`\kappa \sum_{w ${silent ? String.raw`\notin` : String.raw`\in`} i} k_u(w)\,k_i(w)`,
    value: silent ? words.notSpokenOf : spokenIn(words.terms),
    terms: own.map(([id, liked]) => wordOf(lens, { ...ref, word: names[id] }, liked, at(id).value)),
  };
}

/** κ·k_u(w)·k_i(w) */
export async function openWord(lens: Lens, ref: Ref<'choice-word'>): Promise<Formula> {
  const { profile, thing, name } = await partsOf(lens, ref);
  const id = lens.catalogue.vocabulary.get(ref.word);
  const liked = id === undefined ? undefined : profile.weights.get(id);
  if (id === undefined || liked === undefined)
    throw new RequestError('ref.word', { is: 'not-in-profile', name: ref.word });
  const term = wordOf(lens, ref, liked, centredOn(lens, thing).at(id).value);
  return {
    about: { is: 'choice-word', item: name, word: ref.word },
    symbol: String.raw`\kappa\,k_u(w)\,k_i(w)`,
    tex: String.raw`\kappa\;k_u(w)\;k_i(w)`,
    value: term.value,
    terms: [term],
  };
}

const wordOf = (
  lens: Lens,
  { person, item, word }: Pair & { readonly word: string },
  liked: number,
  centred: number,
): Summand =>
  product(
    lens.weight('choice/words', 0, String.raw`\kappa`, { is: 'kappa' }),
    computed(liked, 'k_u(w)', { is: 'liked', word }, { of: 'keyword', side: 'user', id: person, word }),
    computed(centred, 'k_i(w)', { is: 'centred', word }, { of: 'centred', item, word }),
  );

/** k_i of an item, word by word. */
function centredOn(lens: Lens, item: number) {
  const { unit, mean, norms } = lens.optics.words(lens.moment);
  const said = new Map<number, number>();
  for (let k = unit.offsets[item]; k < unit.offsets[item + 1]; k++) said.set(unit.words[k], unit.weights[k]);
  const norm = norms[item];
  return {
    norm,
    at: (word: number) => {
      const [spoken, everywhere] = [said.get(word) ?? 0, mean[word]];
      return { spoken, everywhere, value: norm > 0 ? (spoken - everywhere) / norm : 0 };
    },
  };
}

/** k_i(w) */
export async function openCentred(lens: Lens, { item: id, word }: Ref<'centred'>): Promise<Formula> {
  const item = lens.entity('item', id);
  const wordId = lens.catalogue.vocabulary.get(word);
  if (wordId === undefined) throw new RequestError('ref.word', { is: 'not-in-profile', name: word });
  const { norm, at } = centredOn(lens, item);
  const { spoken, everywhere, value } = at(wordId);
  const there = (await lens.optics.profile(lens.moment, 'item', item)).weights.has(wordId);
  const open = there ? ({ of: 'keyword', side: 'item', id, word } as const) : null;
  return {
    about: { is: 'centred', word, item: lens.name('item', item) },
    symbol: 'k_i(w)',
    tex: String.raw`k_i(w) = \frac{\hat k_i(w) - m(w)}{\lVert \hat k_i - m \rVert}`,
    value,
    terms: [
      product(computed(spoken, String.raw`\hat k_i(w)`, { is: 'spoken', word, there }, open)),
      product(computed(everywhere, 'm(w)', { is: 'spoken-everywhere', word }, null, 'negative')),
    ],
    divisor: [product(computed(norm, String.raw`\lVert \cdot \rVert`, { is: 'centred-norm' }))],
  };
}
