import type { Factor, Summand, TraceName } from '../../openedNumber';
import { RequestError } from '../requestError';
import type { Lens } from './lens';
import { computed, type Formula, product, type Ref } from './parts';

/** One review as it was read, for the formulas of its words. */
async function reading(lens: Lens, key: string) {
  const row = lens.row(key);
  const trace = await lens.optics.trace(lens.moment, row);
  const { words, tensors, text } = trace;
  const { embedSize: E, attentionSize: A } = lens.config;
  const size: Partial<Record<TraceName, number>> = { attending: A, logits: 1, attention: 1 };
  /** A number of a word: a tensor has as many in a row for each word. */
  const at = (name: TraceName, word: number, k = 0): number =>
    tensors[name]?.values[word * (size[name] ?? E) + k] ?? 0;
  return {
    words,
    text,
    used: tensors.used?.values,
    at,
    /** A dimension of a word in its context. */
    inContext: (word: number, e: number, symbol: string): Factor =>
      computed(
        at('in-context', word, e),
        symbol,
        { is: 'in-context', n: e, word: words[word].word },
        { of: 'in-context', key, word, e },
      ),
    /** @throws RequestError where the words are not known, or there are not as many */
    word: (word: number): string => {
      if (text !== 'read') throw new RequestError('ref.key', { is: 'words-unknown', name: key });
      return words[lens.within('word', word, words.length)].word;
    },
  };
}

/** t = Σ α_l h_l, one dimension. */
export async function openText(lens: Lens, { key, e }: Ref<'text'>): Promise<Formula> {
  lens.within('e', e, lens.config.embedSize);
  const read = await reading(lens, key);
  const common = {
    about: { is: 'text', n: e, text: read.text },
    symbol: `t_{${e}}`,
    tex: String.raw`t = \sum_l \alpha_l\, h_l`,
    value: read.used?.[e] ?? 0,
  } as const;
  if (read.text === 'absent') return { ...common, tex: 't = 0' };
  if (read.text === 'stored')
    return {
      ...common,
      origin: 'stored',
      tex: String.raw`t = \text{as shipped}`,
    };
  return {
    ...common,
    terms: read.words.map(({ word }, l) =>
      product(
        computed(
          read.at('attention', l),
          String.raw`\alpha_{${l}}`,
          { is: 'attention', word },
          { of: 'attention', key, word: l },
        ),
        read.inContext(l, e, `h_{${l},${e}}`),
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
        computed(
          read.at('logits', l),
          String.raw`\ell_{${l}}`,
          { is: 'logit', word: read.words[l].word },
          { of: 'logit', key, word: l },
          'exp',
        ),
      );
    return {
      about: { is: 'attention', word: name },
      symbol: String.raw`\alpha_{${word}}`,
      tex: String.raw`\alpha_l = \frac{e^{\ell_l}}{\sum_j e^{\ell_j}}`,
      value: read.at('attention', word),
      unit: 'share',
      terms: [logit(word)],
      divisor: read.words.map((_, l) => logit(l)),
    };
  }
  return {
    about: { is: 'logit', word: name },
    symbol: String.raw`\ell_{${word}}`,
    tex: String.raw`\ell_l = v \cdot \tanh(W h_l + b)`,
    value: read.at('logits', word),
    terms: Array.from({ length: lens.config.attentionSize }, (_, a) =>
      product(
        lens.weight('text/attention/vector', a, `v_{${a}}`, { is: 'unit-weight', n: a }),
        computed(
          read.at('attending', word, a),
          `q_{${a}}`,
          { is: 'attending', n: a },
          { of: 'attending', key, word, unit: a },
        ),
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
    about: { is: 'attending', n: unit, word: name },
    symbol: `q_{${unit}}`,
    tex: String.raw`q_a = \tanh\Big(\sum_e W_{ea}\, h_e + b_a\Big)`,
    value: read.at('attending', word, unit),
    outer: 'tanh',
    terms: [
      ...Array.from({ length: E }, (_, e) =>
        product(
          lens.weight('text/attention/kernel', e * A + unit, `W_{${e},${unit}}`, {
            is: 'weight-from',
            n: e,
            word: null,
          }),
          read.inContext(word, e, `h_{${e}}`),
        ),
      ),
      product(lens.weight('text/attention/bias', unit, `b_{${unit}}`, { is: 'unit-bias', n: unit })),
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
    lens.weight('text/embedding', ids[l] * E + k, `e_{${l},${k}}`, {
      is: 'embedding',
      n: k,
      word: read.words[l].word,
      known: read.words[l].known,
    });
  if (of === 'in-context')
    return {
      about: { is: 'in-context', n: e, word: name },
      symbol: `h_{${e}}`,
      tex: 'h_l = e_l + c_l',
      value: read.at('in-context', word, e),
      terms: [
        product(embedding(word, e)),
        product(
          computed(
            read.at('context', word, e),
            `c_{${e}}`,
            { is: 'context', n: e },
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
    about: { is: 'context', n: e, word: name },
    symbol: `c_{${e}}`,
    tex: String.raw`c_l = \tanh\big(${there.map(({ symbol, of: place }) => `${symbol}\\,e_{${place}}`).join(' + ')} + b\big)`,
    value: read.at('context', word, e),
    outer: 'tanh',
    terms: [
      ...there.flatMap(({ kernel, at, symbol }) =>
        Array.from({ length: E }, (_, k) =>
          product(
            embedding(at, k),
            lens.weight(kernel, k * E + e, `${symbol}_{${k},${e}}`, {
              is: 'weight-from',
              n: k,
              word: read.words[at].word,
            }),
          ),
        ),
      ),
      product(lens.weight('text/context/bias', e, `b_{${e}}`, { is: 'dimension-bias', n: e })),
    ],
  };
}
