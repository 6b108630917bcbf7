import { NO_TEXT, TEXT } from '../../../model/equations/features';
import { named } from '../../../model/equations/tex';
import { atEdge, READING } from '../../../model/equations/text';
import type { TraceName } from '../../openedNumber';
import { RequestError } from '../requestError';
import type { Find, Lens } from './lens';
import { computed, type Formula, type Ref } from './parts';

/** One review as it was read, opened: what the equations of `model/equations/text.ts` stand on. */
async function reading(lens: Lens, key: string) {
  const { words, tensors, text } = await lens.optics.trace(lens.moment, lens.row(key));
  const sizes = { words: words.length };
  const at = (name: TraceName, places: readonly number[]): number => {
    const { shape = [], values } = tensors[name] ?? {};
    return values?.[places.reduce((index, place, axis) => index * (shape[axis] ?? 1) + place, 0)] ?? 0;
  };
  /** @throws RequestError where the words are not known, or there are not as many */
  const word = (l: number): string => {
    if (text !== 'read') throw new RequestError('ref.key', { is: 'words-unknown', name: key });
    return words[lens.within('word', l, words.length)].word;
  };
  const find: Find = (of, places) => {
    const [l, n] = places;
    const value = at(of.id as TraceName, places);
    switch (of.what.is) {
      case 'embedding': {
        const what = { is: 'embedding', n, word: word(l), known: words[l].known } as const;
        return lens.weightOf(READING.words.tree.table, [words[l].id, n], what);
      }
      case 'in-context': {
        const what = { is: 'in-context', n, word: word(l) } as const;
        return computed(value, what, { of: 'in-context', key, word: l, e: n });
      }
      case 'context':
        return computed(value, { is: 'context', n }, { of: 'context', key, word: l, e: n });
      case 'attending':
        return computed(value, { is: 'attending', n }, { of: 'attending', key, word: l, unit: n });
      case 'logit':
      case 'attention':
        return computed(value, { is: of.what.is, word: word(l) }, { of: of.what.is, key, word: l });
      case 'attention-weight':
        return lens.weightOf(of, places, { is: 'weight-from', n: l, word: null });
      default:
        return null;
    }
  };
  return { words, text, word, at, find, sizes, used: tensors.used?.values };
}

/** t, one dimension. */
export async function openText(lens: Lens, { key, e }: Ref<'text'>): Promise<Formula> {
  lens.within('e', e, lens.config.embedSize);
  const { text, used, find, sizes } = await reading(lens, key);
  const about = { is: 'text', n: e, text } as const;
  const value = used?.[e] ?? 0;
  const symbols = named(TEXT, [e]);
  // It ships as it is: what it was made of is not known here.
  if (text === 'stored') return { about, value, origin: 'stored', ...symbols, tex: symbols.symbol };
  return { about, value, ...lens.formula(text === 'read' ? READING.text : NO_TEXT, { E: e }, find, sizes) };
}

/** A number of a word: its attention, what that is made of, and the word in its context. */
export async function openOfWord(
  lens: Lens,
  ref: Ref<'attention' | 'logit' | 'attending' | 'in-context' | 'context'>,
): Promise<Formula> {
  const read = await reading(lens, ref.key);
  const word = read.word(ref.word);
  const { embedSize: E, attentionSize: A } = lens.config;
  const [about, index] = ((): [Formula['about'], Partial<Record<'E' | 'A', number>>] => {
    switch (ref.of) {
      case 'attention':
      case 'logit':
        return [{ is: ref.of, word }, {}];
      case 'attending': {
        const unit = lens.within('unit', ref.unit, A);
        return [{ is: ref.of, n: unit, word }, { A: unit }];
      }
      case 'in-context':
      case 'context': {
        const e = lens.within('e', ref.e, E);
        return [{ is: ref.of, n: e, word }, { E: e }];
      }
    }
  })();
  const last = read.words.length - 1;
  const equation =
    ref.of === 'context'
      ? atEdge(READING.context, { [-1]: ref.word > 0, 1: ref.word < last })
      : READING[ref.of];
  const places = [ref.word, ...Object.values(index)];
  const find: Find = (of, at) =>
    of.what.is === 'context-weight'
      ? lens.weightOf(of, at, {
          is: 'weight-from',
          n: at[0],
          word: read.words[ref.word + { previous: -1, centre: 0, next: 1 }[of.what.from]].word,
        })
      : read.find(of, at);
  return {
    about,
    value: read.at(equation.of.id as TraceName, places),
    ...(ref.of === 'attention' && { unit: 'share' }),
    ...lens.formula(equation, { words: ref.word, ...index }, find, read.sizes),
  };
}
