import { ALONE_PART, effectsOf, MASKED_PART, sharesOf } from '../../../model/effects';
import type { OperandFacts } from '../../numberFacts';
import { RequestError } from '../requestError';
import type { Lens, WordRuns } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

/** A part as it is written: 0.75. */
const symbolOf = (part: number): string => `${Math.round(1000 * part) / 1000}`;

type EffectRef = Ref<'effect' | 'effect-share'>;

/** Share of a word in the effects of all words of its review. */
export async function openEffectShare(lens: Lens, { key, word }: EffectRef): Promise<Formula> {
  const { words, ratings } = await runsOf(lens, key, word);
  const effects = effectsOf(ratings);
  const term = (l: number) =>
    product(
      computed(effects[l], `a_{${l}}`, { is: 'effect', word: words[l] }, { of: 'effect', key, word: l }),
    );
  return {
    about: { is: 'effect-share', word: words[word] },
    symbol: `e_{${word}}`,
    tex: String.raw`e_l = \frac{a_l}{\sum_j a_j}`,
    value: sharesOf(effects)[word],
    unit: 'share',
    terms: [term(word)],
    divisor: words.map((_, l) => term(l)),
  };
}

/** Effect of a word in rating units, see `model/effects.ts`. */
export async function openEffect(lens: Lens, { key, word }: EffectRef): Promise<Formula> {
  const { words, ratings } = await runsOf(lens, key, word);
  const part = (share: number, how: 'without' | 'alone') =>
    product(
      constant(share, symbolOf(share), { is: 'effect-part', how }),
      computed(
        differenceOf(ratings, words.length, word, how),
        String.raw`\Delta_{\text{${how}}}`,
        { is: 'masking', how },
        { of: 'masking', key, word, how },
        'magnitude',
      ),
    );
  return {
    about: { is: 'effect', word: words[word], masked: MASKED_PART, alone: ALONE_PART },
    symbol: `a_{${word}}`,
    tex: String.raw`a_l = ${symbolOf(MASKED_PART)}\,\lvert\hat r - \hat r_{\setminus l}\rvert + ${symbolOf(ALONE_PART)}\,\lvert\hat r_{l} - \hat r_{\varnothing}\rvert`,
    value: effectsOf(ratings)[word],
    unit: 'rating',
    terms: [part(MASKED_PART, 'without'), part(ALONE_PART, 'alone')],
  };
}

/** What masking a word, or all others, does to the predicted rating. */
export async function openMasking(lens: Lens, { key, word, how }: Ref<'masking'>): Promise<Formula> {
  const { words, ratings } = await runsOf(lens, key, word);
  const n = words.length;
  const run = (value: number, symbol: string, what: OperandFacts, minus = false) =>
    product(computed(value, symbol, what, null, minus ? 'negative' : null));
  const said = words[word];
  return {
    about: { is: 'masking', word: said, how },
    symbol: String.raw`\Delta`,
    tex:
      how === 'without'
        ? String.raw`\Delta = \hat r - \hat r_{\setminus l}`
        : String.raw`\Delta = \hat r_{l} - \hat r_{\varnothing}`,
    value: differenceOf(ratings, n, word, how),
    unit: 'rating',
    terms:
      how === 'without'
        ? [
            run(ratings[0], String.raw`\hat r`, { is: 'predicted-after', version: 'written' }),
            run(
              ratings[2 + word],
              String.raw`\hat r_{\setminus l}`,
              { is: 'predicted-without', word: said },
              true,
            ),
          ]
        : [
            run(ratings[2 + n + word], String.raw`\hat r_{l}`, { is: 'predicted-alone', word: said }),
            run(
              ratings[1],
              String.raw`\hat r_{\varnothing}`,
              { is: 'predicted-after', version: 'masked' },
              true,
            ),
          ],
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
