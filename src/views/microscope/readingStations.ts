import {
  alignedTex,
  atEdge,
  bindingOf,
  NO_TEXT,
  type Quantity,
  READING,
  symbolText,
  TEXT,
} from '../../engine/equations';
import type { TraceName, UpdateTrace } from '../../engine/openedNumber';
import type { Station } from '../../session/microscope';
import { quantityWords } from '../shared/quantityWords';
import { reachOf, type Strip } from './HeatStrip';
import { opened, type StationView, type StripGroup, shapeOf, stripOf, valuesOf } from './stationParts';

/** One row of a matrix [words, width] for each word. */
function ofEachWord(trace: UpdateTrace, of: Quantity): StripGroup {
  const values = valuesOf(trace, of.id as TraceName);
  const width = values.length / Math.max(1, trace.words.length);
  const reach = reachOf(values);
  const strips = trace.words.map(
    ({ word, known }, l): Strip => ({
      symbol: bindingOf(of),
      name: `${word}${known ? '' : ' (not known)'}`,
      values: values.subarray(l * width, (l + 1) * width),
      scale: 'signed',
      reach,
      open: (k) => opened(trace, of, [l, k]),
    }),
  );
  return { title: `${symbolText(of)}, ${quantityWords(of.what)}`, strips };
}

export function ofText(station: 'words' | 'context' | 'attention' | 'text', trace: UpdateTrace): StationView {
  const L = trace.words.length;
  const { words, context, attending, logit, attention, text } = READING;
  const ofOne = (quantities: readonly Quantity[]): StripGroup => ({
    title: null,
    strips: quantities.map((of) => stripOf(trace, of)),
  });
  const view = (equations: Parameters<typeof alignedTex>[0], groups: StationView['groups']) => ({
    tex: alignedTex(equations),
    shape: shapeOf(trace, equations),
    groups,
  });
  switch (station) {
    case 'words': {
      const E = valuesOf(trace, 'text').length;
      return {
        title: `${L === 1 ? 'One word becomes a list' : `${L} words become lists`} of ${E} numbers`,
        sentence:
          'Every word the model knows has an embedding, a list of numbers that training found for it: its row of a table T. Unknown words share one.',
        ...view([words], [ofEachWord(trace, words.of)]),
        shape: `${L} words → [${L} × ${E}]`,
      };
    }
    case 'context': {
      const added = atEdge(context, { [-1]: L > 1, 1: L > 1 });
      return {
        title: 'Each word looks at its neighbours',
        sentence: `The word before and the word after change what a word means, so “not good” differs from “good”. The change is added to the word itself. ${L > 1 ? 'Before the first word and after the last stand zeros.' : 'This one has no neighbours.'}`,
        ...view(
          [added, READING['in-context']],
          [ofEachWord(trace, context.of), ofEachWord(trace, READING['in-context'].of)],
        ),
      };
    }
    case 'attention': {
      const equations = [attending, logit, attention];
      return {
        title: 'The words share one unit of attention',
        sentence:
          'A small network gives each word a logit; the softmax turns logits into shares that sum to 1.',
        ...view(equations, [ofOne([logit.of, attention.of])]),
      };
    }
    case 'text':
      return {
        title: 'The review becomes one vector',
        sentence: 'The words in their context, each weighted by its attention, are added up.',
        ...view([text], [ofOne([attention.of, text.of])]),
      };
  }
}

export function withoutWords(station: Station, trace: UpdateTrace): StationView {
  if (trace.text === 'stored')
    return {
      title: 'The text was read before; its vector ships',
      sentence:
        'The text of this review may not be published. What the encoder made of it, its text vector, is part of the data set, and the update goes on from there. Write a review of your own to see this part at work.',
      tex: null,
      shape: `[${valuesOf(trace, 'used').length}]`,
      groups: [{ title: null, strips: [stripOf(trace, TEXT)] }],
    };
  return {
    title: `No text, so nothing to ${station === 'attention' ? 'attend to' : 'read'}`,
    sentence: 'A missing text is normal: it adds nothing, and its presence bit says so.',
    tex: alignedTex([NO_TEXT]),
    shape: null,
    groups: [],
  };
}
