import { CHOICE } from '../../../model/equations/choice';
import { RequestError } from '../requestError';
import { type Pair, partsOf, spokenIn } from './choiceParts';
import { byId, type Lens } from './lens';
import { computed, type Formula, type Ref } from './parts';

/** The match of the words, opened word by word: what the equations of `model/equations/choice.ts` stand on. */

/** The words of a person that an item's reviews speak of, or those that they do not. */
export async function openWords(lens: Lens, ref: Ref<'choice-words' | 'choice-silent'>): Promise<Formula> {
  const { words, profile, thing, name } = await partsOf(lens, ref);
  const silent = ref.of === 'choice-silent';
  const spoken = new Set(words.terms.map(({ word }) => word));
  const names = lens.catalogue.bundle.vocabulary.word;
  const own = Array.from(profile.weights.keys()).filter((word) => spoken.has(names[word]) !== silent);
  return {
    about: { is: ref.of, item: name },
    value: silent ? words.notSpokenOf : spokenIn(words.terms),
    ...lens.formula(CHOICE[ref.of], {}, matchOf(lens, ref, profile.weights, thing, own), {
      [silent ? 'silent' : 'spoken']: own.length,
    }),
  };
}

/** κ·k_u(w)·k_i(w) */
export async function openWord(lens: Lens, ref: Ref<'choice-word'>): Promise<Formula> {
  const { profile, thing, name } = await partsOf(lens, ref);
  const id = lens.catalogue.vocabulary.get(ref.word);
  const liked = id === undefined ? undefined : profile.weights.get(id);
  if (id === undefined || liked === undefined)
    throw new RequestError('ref.word', { is: 'not-in-profile', name: ref.word });
  const find = matchOf(lens, ref, profile.weights, thing, [id]);
  const kappa = lens.weightAt('choice/words', 0).value;
  return {
    about: { is: 'choice-word', item: name, word: ref.word },
    value: kappa * liked * centredOn(lens, thing).at(id).value,
    ...lens.formula(CHOICE['choice-word'], { word: 0 }, find),
  };
}

/** What the match of some words is the product of. */
function matchOf(
  lens: Lens,
  { person, item }: Pair,
  weights: ReadonlyMap<number, number>,
  thing: number,
  ids: readonly number[],
) {
  const { at } = centredOn(lens, thing);
  const words = ids.map((id) => lens.catalogue.bundle.vocabulary.word[id]);
  return byId({
    kappa: () => ({ is: 'kappa' }),
    liked: (k) => {
      const open = { of: 'keyword', side: 'user', id: person, word: words[k] } as const;
      return computed(weights.get(ids[k]) ?? 0, { is: 'liked', word: words[k] }, open);
    },
    centred: (k) => {
      const open = { of: 'centred', item, word: words[k] } as const;
      return computed(at(ids[k]).value, { is: 'centred', word: words[k] }, open);
    },
  });
}

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
  const find = byId({
    spoken: () => computed(spoken, { is: 'spoken', word, there }, open),
    'spoken-everywhere': () => computed(everywhere, { is: 'spoken-everywhere', word }),
    'centred-norm': () => computed(norm, { is: 'centred-norm' }),
  });
  return {
    about: { is: 'centred', word, item: lens.name('item', item) },
    value,
    ...lens.formula(CHOICE.centred, { word: 0 }, find),
  };
}
