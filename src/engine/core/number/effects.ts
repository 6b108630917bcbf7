import { ALONE_PART, effectsOf, MASKED_PART, sharesOf } from '../../../model/effects';
import { EFFECT_SHARE, effect, MASKING } from '../../../model/equations/effects';
import { RequestError } from '../requestError';
import { byId, type Lens, type WordRuns } from './lens';
import { computed, constant, type Formula, type Ref } from './parts';

type EffectRef = Ref<'effect' | 'effect-share'>;

/** Share of a word in the effects of all words of its review. */
export async function openEffectShare(lens: Lens, { key, word }: EffectRef): Promise<Formula> {
  const { words, ratings } = await runsOf(lens, key, word);
  const effects = effectsOf(ratings);
  const find = byId({
    effect: (l) => computed(effects[l], { is: 'effect', word: words[l] }, { of: 'effect', key, word: l }),
  });
  return {
    about: { is: 'effect-share', word: words[word] },
    value: sharesOf(effects)[word],
    unit: 'share',
    ...lens.formula(EFFECT_SHARE, { words: word }, find, { words: words.length }),
  };
}

/** Effect of a word in rating units, see `model/effects.ts`. */
export async function openEffect(lens: Lens, { key, word }: EffectRef): Promise<Formula> {
  const { words, ratings } = await runsOf(lens, key, word);
  const masking = (how: 'without' | 'alone') => () =>
    computed(
      differenceOf(ratings, words.length, word, how),
      { is: 'masking', how },
      { of: 'masking', key, word, how },
    );
  const find = byId({
    'masked-part': () => constant(MASKED_PART, { is: 'effect-part', how: 'without' }),
    'alone-part': () => constant(ALONE_PART, { is: 'effect-part', how: 'alone' }),
    without: masking('without'),
    alone: masking('alone'),
  });
  return {
    about: { is: 'effect', word: words[word], masked: MASKED_PART, alone: ALONE_PART },
    value: effectsOf(ratings)[word],
    unit: 'rating',
    ...lens.formula(effect(MASKED_PART, ALONE_PART), { words: word }, find),
  };
}

/** What masking a word, or all others, does to the predicted rating. */
export async function openMasking(lens: Lens, { key, word, how }: Ref<'masking'>): Promise<Formula> {
  const { words, ratings } = await runsOf(lens, key, word);
  const n = words.length;
  const said = words[word];
  const find = byId({
    'as-written': () => computed(ratings[0], { is: 'predicted-after', version: 'written' }),
    'all-masked': () => computed(ratings[1], { is: 'predicted-after', version: 'masked' }),
    'without-word': () => computed(ratings[2 + word], { is: 'predicted-without', word: said }),
    'word-alone': () => computed(ratings[2 + n + word], { is: 'predicted-alone', word: said }),
  });
  return {
    about: { is: 'masking', word: said, how },
    value: differenceOf(ratings, n, word, how),
    unit: 'rating',
    ...lens.formula(MASKING[how], {}, find),
  };
}

const differenceOf = (ratings: Float32Array, n: number, l: number, how: 'without' | 'alone'): number =>
  how === 'without' ? ratings[0] - ratings[2 + l] : ratings[2 + n + l] - ratings[1];

/** @throws RequestError when the review has no such word, or its words are not known here */
async function runsOf(lens: Lens, key: string, word: number): Promise<WordRuns> {
  const runs = await lens.optics.runs(lens.moment, lens.row(key));
  if (!runs) throw new RequestError('ref.key', { is: 'words-unknown', name: key });
  lens.within('word', word, runs.words.length);
  return runs;
}
