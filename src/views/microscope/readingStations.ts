import type { NumberRef, TraceName, UpdateTrace } from '../../engine/openedNumber';
import type { Station } from '../../session/microscope';
import { reachOf, type Strip } from './HeatStrip';
import { type StationView, sym, valuesOf } from './stationParts';

/** One row of a matrix [words, width] for each word. */
function rowsOf(
  trace: UpdateTrace,
  name: TraceName,
  symbol: string,
  open: (word: number, k: number) => NumberRef,
  suffix = '',
): Strip[] {
  const values = valuesOf(trace, name);
  const width = values.length / Math.max(1, trace.words.length);
  const reach = reachOf(values);
  return trace.words.map(({ word, known }, l) => ({
    symbol,
    name: `${word}${known ? '' : ' (not known)'}${suffix}`,
    values: values.subarray(l * width, (l + 1) * width),
    scale: 'signed',
    reach,
    open: (k) => open(l, k),
  }));
}

export function ofText(station: 'words' | 'context' | 'attention' | 'text', trace: UpdateTrace): StationView {
  const { key, words } = trace;
  const E = valuesOf(trace, 'text').length;
  const L = words.length;
  const wordName = (l: number) => `“${words[l].word}”`;
  const attention: Strip = {
    symbol: 'alpha',
    name: 'α, attention of each word',
    values: valuesOf(trace, 'attention'),
    scale: 'share',
    hue: 'ink',
    placeName: wordName,
    open: (word) => ({ of: 'attention', key, word }),
  };
  switch (station) {
    case 'words':
      return {
        title: `${L === 1 ? 'One word becomes a list' : `${L} words become lists`} of ${E} numbers`,
        sentence:
          'Every word the model knows has an embedding, a list of numbers that training found for it. Unknown words share one.',
        tex: `${sym('e', 'e_l')} = \\text{embedding of word } l`,
        shape: `${L} words → [${L} × ${E}]`,
        groups: [
          {
            title: null,
            strips: rowsOf(trace, 'embedded', 'e', (l, k) => ({
              of: 'weight',
              name: 'text/embedding',
              index: words[l].id * E + k,
            })),
          },
        ],
      };
    case 'context':
      return {
        title: 'Each word looks at its neighbours',
        sentence: `The word before and the word after change what a word means, so “not good” differs from “good”. The change is added to the word itself. ${L > 1 ? 'Before the first word and after the last stand zeros.' : 'This one has no neighbours.'}`,
        tex: `${sym('c', 'c_l')} = \\tanh(${L > 1 ? 'P\\,e_{l-1} + ' : ''}C\\,${sym('e', 'e_l')}${L > 1 ? ' + N\\,e_{l+1}' : ''} + b), \\qquad ${sym('h', 'h_l')} = e_l + ${sym('c', 'c_l')}`,
        shape: `[${L} × ${E}] → [${L} × ${E}]`,
        groups: [
          {
            title: 'c, what the context adds',
            strips: rowsOf(trace, 'context', 'c', (word, e) => ({ of: 'context', key, word, e })),
          },
          {
            title: 'h, the word in its context',
            strips: rowsOf(trace, 'in-context', 'h', (word, e) => ({ of: 'in-context', key, word, e })),
          },
        ],
      };
    case 'attention':
      return {
        title: 'The words share one unit of attention',
        sentence:
          'A small network gives each word a logit; the softmax turns logits into shares that sum to 1.',
        tex: `${sym('logit', '\\ell_l')} = v\\cdot\\tanh(W h_l + b), \\qquad ${sym('alpha', '\\alpha_l')} = \\frac{e^{${sym('logit', '\\ell_l')}}}{\\sum_j e^{\\ell_j}}`,
        shape: `[${L} × ${E}] → [${L}]`,
        groups: [
          {
            title: null,
            strips: [
              {
                symbol: 'logit',
                name: 'ℓ, logit of each word',
                values: valuesOf(trace, 'logits'),
                scale: 'signed',
                placeName: wordName,
                open: (word) => ({ of: 'logit', key, word }),
              },
              attention,
            ],
          },
        ],
      };
    case 'text':
      return {
        title: 'The review becomes one vector',
        sentence: 'The words in their context, each weighted by its attention, are added up.',
        tex: `${sym('t', 't')} = \\sum_l ${sym('alpha', '\\alpha_l')}\\,h_l`,
        shape: `[${L} × ${E}] → [${E}]`,
        groups: [{ title: null, strips: [attention, textStrip(trace)] }],
      };
  }
}

export const textStrip = (trace: UpdateTrace): Strip => ({
  symbol: 't',
  name: 't, the text vector',
  values: valuesOf(trace, 'used'),
  scale: 'signed',
  open: (e) => ({ of: 'text', key: trace.key, e }),
});

export function withoutWords(station: Station, trace: UpdateTrace): StationView {
  if (trace.text === 'stored')
    return {
      title: 'The text was read before; its vector ships',
      sentence:
        'The words of this review may not be passed on. What the encoder made of them, its text vector, is part of the data set, and the update goes on from there. Write a review of your own to see this part at work.',
      tex: null,
      shape: `[${valuesOf(trace, 'used').length}]`,
      groups: [{ title: null, strips: [textStrip(trace)] }],
    };
  return {
    title: `No text, so nothing to ${station === 'attention' ? 'attend to' : 'read'}`,
    sentence: 'A missing text is normal: it adds nothing, and its presence bit says so.',
    tex: `${sym('t', 't')} = 0`,
    shape: null,
    groups: [],
  };
}
