import type { Summand, TraceName } from '../../openedNumber';
import { RequestError } from '../requestError';
import type { Lens } from './lens';
import { type Formula, factor, product, type Ref } from './parts';

/** One review as it was read, for the formulas of its words. */
async function reading(lens: Lens, key: string) {
  const row = lens.row(key);
  const trace = await lens.optics.trace(lens.moment, row);
  const { words, tensors, text } = trace;
  const { embedSize: E, attentionSize: A } = lens.config;
  const size: Partial<Record<TraceName, number>> = { attending: A, logits: 1, attention: 1 };
  return {
    words,
    text,
    used: tensors.used?.values,
    /** A number of a word: a tensor has as many in a row for each word. */
    at: (name: TraceName, word: number, k = 0): number =>
      tensors[name]?.values[word * (size[name] ?? E) + k] ?? 0,
    /** @throws RequestError where the words are not known, or there are not as many */
    word: (word: number): string => {
      if (text !== 'read')
        throw new RequestError('ref.key', `the words of the interaction "${key}" are not known here`);
      return words[lens.within('word', word, words.length)].word;
    },
  };
}

/** t = Σ α_l h_l, one dimension. */
export async function openText(lens: Lens, { key, e }: Ref<'text'>): Promise<Formula> {
  lens.within('e', e, lens.config.embedSize);
  const read = await reading(lens, key);
  const common = {
    title: `Text vector, dimension ${e}`,
    symbol: `t_{${e}}`,
    tex: String.raw`t = \sum_l \alpha_l\, h_l`,
    value: read.used?.[e] ?? 0,
  } as const;
  if (read.text === 'absent')
    return { ...common, tex: 't = 0', sentence: 'There is no text, so it is zero.' };
  if (read.text === 'stored')
    return {
      ...common,
      origin: 'stored',
      tex: String.raw`t = \text{as shipped}`,
      sentence:
        'The text of this review may not be passed on, so what the encoder made of it ships in its place and cannot be opened further.',
    };
  return {
    ...common,
    sentence: 'The words in their context, each weighted by its attention.',
    terms: read.words.map(({ word }, l) =>
      product(
        factor(read.at('attention', l), String.raw`\alpha_{${l}}`, `attention of “${word}”`, 'computed', {
          of: 'attention',
          key,
          word: l,
        }),
        factor(
          read.at('in-context', l, e),
          `h_{${l},${e}}`,
          `“${word}” in context, dimension ${e}`,
          'computed',
          {
            of: 'in-context',
            key,
            word: l,
            e,
          },
        ),
      ),
    ),
  };
}

/** α = softmax of the logits. */
export async function openAttention(
  lens: Lens,
  { of, key, word }: Ref<'attention' | 'logit'>,
): Promise<Formula> {
  const read = await reading(lens, key);
  const name = read.word(word);
  if (of === 'attention') {
    const logit = (l: number): Summand =>
      product(
        factor(
          read.at('logits', l),
          String.raw`\ell_{${l}}`,
          `logit of “${read.words[l].word}”`,
          'computed',
          { of: 'logit', key, word: l },
          'exp',
        ),
      );
    return {
      title: `Attention of “${name}”`,
      sentence: 'The share of this word among all words of the review; the shares sum to 1.',
      symbol: String.raw`\alpha_{${word}}`,
      tex: String.raw`\alpha_l = \frac{e^{\ell_l}}{\sum_j e^{\ell_j}}`,
      value: read.at('attention', word),
      unit: 'share',
      terms: [logit(word)],
      divisor: read.words.map((_, l) => logit(l)),
    };
  }
  return {
    title: `Logit of “${name}”`,
    sentence: 'How loudly the word asks for attention, before the shares are made.',
    symbol: String.raw`\ell_{${word}}`,
    tex: String.raw`\ell_l = v \cdot \tanh(W h_l + b)`,
    value: read.at('logits', word),
    terms: Array.from({ length: lens.config.attentionSize }, (_, a) =>
      product(
        lens.weight('text/attention/vector', a, `v_{${a}}`, `weight of unit ${a}`),
        factor(read.at('attending', word, a), `q_{${a}}`, `unit ${a} of the attention`, 'computed', {
          of: 'attending',
          key,
          word,
          unit: a,
        }),
      ),
    ),
  };
}

/** A unit of tanh(W h + b). */
export async function openAttending(lens: Lens, { key, word, unit }: Ref<'attending'>): Promise<Formula> {
  const { attentionSize: A, embedSize: E } = lens.config;
  lens.within('unit', unit, A);
  const read = await reading(lens, key);
  const name = read.word(word);
  return {
    title: `Unit ${unit} of the attention, at “${name}”`,
    sentence: 'A weighted sum of the word in its context, squeezed between −1 and 1.',
    symbol: `q_{${unit}}`,
    tex: String.raw`q_a = \tanh\Big(\sum_e W_{ea}\, h_e + b_a\Big)`,
    value: read.at('attending', word, unit),
    outer: 'tanh',
    terms: [
      ...Array.from({ length: E }, (_, e) =>
        product(
          lens.weight(
            'text/attention/kernel',
            e * A + unit,
            `W_{${e},${unit}}`,
            `weight from dimension ${e}`,
          ),
          factor(
            read.at('in-context', word, e),
            `h_{${e}}`,
            `“${name}” in context, dimension ${e}`,
            'computed',
            { of: 'in-context', key, word, e },
          ),
        ),
      ),
      product(lens.weight('text/attention/bias', unit, `b_{${unit}}`, `bias of unit ${unit}`)),
    ],
  };
}

/** h = e + c, and c = tanh(what the word and its neighbours say). */
export async function openContext(
  lens: Lens,
  { of, key, word, e }: Ref<'in-context' | 'context'>,
): Promise<Formula> {
  const { embedSize: E } = lens.config;
  lens.within('e', e, E);
  const read = await reading(lens, key);
  const name = read.word(word);
  const ids = read.words.map((one) => one.id);
  const embedding = (l: number, k: number) =>
    lens.weight(
      'text/embedding',
      ids[l] * E + k,
      `e_{${l},${k}}`,
      `embedding of “${read.words[l].word}”${read.words[l].known ? '' : ', a word that is not known'}, dimension ${k}`,
    );
  if (of === 'in-context')
    return {
      title: `“${name}” in context, dimension ${e}`,
      sentence:
        'The word’s own embedding, plus what its neighbours make of it: “not good” differs from “good”.',
      symbol: `h_{${e}}`,
      tex: 'h_l = e_l + c_l',
      value: read.at('in-context', word, e),
      terms: [
        product(embedding(word, e)),
        product(
          factor(
            read.at('context', word, e),
            `c_{${e}}`,
            `what the context adds, dimension ${e}`,
            'computed',
            { of: 'context', key, word, e },
          ),
        ),
      ],
    };
  const places = [
    { kernel: 'text/context/previous', at: word - 1, symbol: 'P', of: 'l-1' },
    { kernel: 'text/context/centre', at: word, symbol: 'C', of: 'l' },
    { kernel: 'text/context/next', at: word + 1, symbol: 'N', of: 'l+1' },
  ] as const;
  const there = places.filter(({ at }) => at >= 0 && at < read.words.length);
  return {
    title: `What the context adds to “${name}”, dimension ${e}`,
    sentence:
      'The word, the one before and the one after, where there are such, each through weights of its own, squeezed between −1 and 1.',
    symbol: `c_{${e}}`,
    tex: String.raw`c_l = \tanh\big(${there.map(({ symbol, of: place }) => `${symbol}\\,e_{${place}}`).join(' + ')} + b\big)`,
    value: read.at('context', word, e),
    outer: 'tanh',
    terms: [
      ...there.flatMap(({ kernel, at, symbol }) =>
        Array.from({ length: E }, (_, k) =>
          product(
            embedding(at, k),
            lens.weight(
              kernel,
              k * E + e,
              `${symbol}_{${k},${e}}`,
              `weight from dimension ${k} of “${read.words[at].word}”`,
            ),
          ),
        ),
      ),
      product(lens.weight('text/context/bias', e, `b_{${e}}`, `bias of dimension ${e}`)),
    ],
  };
}
