import type { DatasetInfo, NumberRef, TracedTensor, TraceName, UpdateTrace } from '../../engine/api';
import type { Station } from '../../session/update';
import { reachOf, type Strip } from './HeatStrip';

/** Vectors that belong together, e.g. those of one cell. */
export interface StripGroup {
  readonly title: string | null;
  readonly strips: readonly Strip[];
}

/** What is shown of one station of an update. */
export interface StationView {
  readonly title: string;
  /** One sentence in plain words. */
  readonly sentence: string;
  /** TeX, its symbols in `\htmlClass{sym-…}` after the strips that show them; null where nothing is computed. */
  readonly tex: string | null;
  /** Sizes of what goes in and what comes out. */
  readonly shape: string | null;
  readonly groups: readonly StripGroup[];
}

/** Names of the stations, as in the diagram. */
export const STATION_NAMES: Record<Station, string> = {
  words: 'Words',
  context: 'Context',
  attention: 'Attention',
  text: 'Text vector',
  feedback: 'Ratings',
  fusion: 'Features',
  reset: 'Reset gates',
  update: 'Update gates',
  candidate: 'Candidates',
  next: 'New states',
  score: 'Prediction',
};

/** Whether a station computes anything that a program can repeat. */
export function hasCode(station: Station, trace: UpdateTrace): boolean {
  // A prediction opens as a number, with its code.
  if (station === 'score') return false;
  if (station === 'feedback') return [trace.rating, ...trace.aspects].some((one) => one !== null);
  return trace.text === 'read' || !['words', 'context', 'attention', 'text'].includes(station);
}

/** A symbol of an equation that lights up with its strip. */
const sym = (name: string, tex: string): string => String.raw`\htmlClass{sym-${name}}{${tex}}`;

const SIDES = ['user', 'item'] as const;
type Side = (typeof SIDES)[number];
const LETTER: Record<Side, string> = { user: 'u', item: 'i' };
const HUE = { user: 'person', item: 'item' } as const;
const CELL: Record<Side, string> = { user: 'Person’s cell', item: 'Item’s cell' };

/** What one station shows of a trace. */
export function viewOf(station: Station, trace: UpdateTrace, dataset: DatasetInfo): StationView {
  switch (station) {
    case 'words':
    case 'context':
    case 'attention':
    case 'text':
      return trace.text === 'read' ? ofText(station, trace) : withoutWords(station, trace);
    case 'feedback':
      return feedback(trace, dataset);
    case 'fusion':
      return fusion(trace, dataset);
    case 'reset':
    case 'update':
      return gate(station, trace);
    case 'candidate':
      return candidate(trace);
    case 'next':
      return next(trace);
    case 'score':
      return {
        title: 'What is expected of this pair, before and after',
        sentence:
          'The scorer adds what is usual for the person and for the item to how well the two states match. Both states have moved, and so have the two biases.',
        tex: String.raw`\hat r = \mu + b_u(u) + s_u\,b_i(i) + \tfrac{\langle P u, i\rangle}{\sqrt D} + w\cdot\mathrm{ReLU}(W_u u + W_i i + b)`,
        shape: 'two states → one number',
        groups: [],
      };
  }
}

const valuesOf = (trace: UpdateTrace, name: TraceName): Float32Array =>
  (trace.tensors[name] as TracedTensor | undefined)?.values ?? new Float32Array(0);

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

function ofText(station: 'words' | 'context' | 'attention' | 'text', trace: UpdateTrace): StationView {
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
        sentence:
          'The word before and the word after change what a word means, so “not good” differs from “good”. The change is added to the word itself.',
        tex: `${sym('c', 'c_l')} = \\tanh(P\\,e_{l-1} + C\\,${sym('e', 'e_l')} + N\\,e_{l+1} + b), \\qquad ${sym('h', 'h_l')} = e_l + ${sym('c', 'c_l')}`,
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

const textStrip = (trace: UpdateTrace): Strip => ({
  symbol: 't',
  name: 't, the text vector',
  values: valuesOf(trace, 'used'),
  scale: 'signed',
  open: (e) => ({ of: 'text', key: trace.key, e }),
});

function withoutWords(station: Station, trace: UpdateTrace): StationView {
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

function feedbackStrips(trace: UpdateTrace, { rating, aspects }: DatasetInfo): [Strip, Strip] {
  const names = [rating, ...aspects].map(({ label }) => label.toLowerCase());
  const presence = valuesOf(trace, 'presence');
  return [
    {
      symbol: 'y',
      name: 'y, standardised ratings',
      values: valuesOf(trace, 'ratings'),
      scale: 'signed',
      reach: reachOf(valuesOf(trace, 'ratings'), [2]),
      placeName: (k) => `${names[k]}${presence[k + 1] === 1 ? '' : ' (absent)'}`,
      open: (field) => ({ of: 'standardised', key: trace.key, field }),
    },
    {
      symbol: 'p',
      name: 'p, what is there',
      values: presence,
      scale: 'share',
      hue: 'ink',
      placeName: (k) => (k === 0 ? 'text' : names[k - 1]),
    },
  ];
}

function feedback(trace: UpdateTrace, dataset: DatasetInfo): StationView {
  const strips = feedbackStrips(trace, dataset);
  const n = strips[0].values.length;
  return {
    title:
      trace.rating === null && trace.aspects.every((one) => one === null)
        ? 'No rating was given'
        : 'Ratings are measured from the mean',
    sentence:
      'Each rating becomes its distance from the mean of the training data, in standard deviations. A presence bit says which parts were given at all.',
    tex: `${sym('y', 'y')} = \\frac{r - \\bar r}{\\sigma}, \\qquad ${sym('p', 'p')} \\in \\{0, 1\\}`,
    shape: `[${n}] and [${n + 1}]`,
    groups: [{ title: null, strips }],
  };
}

const featureStrip = (trace: UpdateTrace): Strip => ({
  symbol: 'x',
  name: 'x, the interaction',
  values: valuesOf(trace, 'x'),
  scale: 'signed',
  reach: 1,
  open: (d) => ({ of: 'feature', key: trace.key, d }),
});

function fusion(trace: UpdateTrace, dataset: DatasetInfo): StationView {
  const strips = feedbackStrips(trace, dataset);
  const text = trace.text === 'absent' ? [] : [textStrip(trace)];
  const D = valuesOf(trace, 'x').length;
  const width = valuesOf(trace, 'used').length + strips[0].values.length + strips[1].values.length;
  return {
    title: 'Everything that was given becomes one vector x',
    sentence:
      'One layer of weights fuses text, ratings and presence. Whatever is missing adds nothing but its bit.',
    tex: `${sym('x', 'x_\\tau')} = \\tanh\\big(W\\,[\\,${sym('t', 't')}\\,;\\,${sym('y', 'y')}\\,;\\,${sym('p', 'p')}\\,] + b\\big)`,
    shape: `[${width}] → [${D}]`,
    groups: [{ title: null, strips: [...text, ...strips, featureStrip(trace)] }],
  };
}

/** The state of one side before the interaction. */
function stateStrip(trace: UpdateTrace, side: Side): Strip {
  const key = trace.previous[side];
  return {
    symbol: `h-${side}`,
    name: `${LETTER[side]}, ${side === 'user' ? 'person' : 'item'} before`,
    values: valuesOf(trace, `${side}/before`),
    scale: 'signed',
    reach: stateReach(trace),
    open: (d) => (key === null ? initialRef(trace, side, d) : { of: 'next', side, key, d }),
  };
}

/** What a cell sees of the other side: its state before, unless the cells have been made blind to each other. */
function counterpartStrip(trace: UpdateTrace, side: Side): Strip {
  const of = other(side);
  const strip = stateStrip(trace, of);
  if (!isBlind(trace, side)) return { ...strip, name: `${LETTER[of]}, the counterpart` };
  return {
    ...strip,
    symbol: `seen-${of}`,
    name: `${LETTER[of]}⁰, all that it sees`,
    values: valuesOf(trace, `${side}/counterpart`),
    open: (d) => initialRef(trace, of, d),
  };
}

/** Whether the cell of a side sees the initial state in the counterpart's place, and that is another one. */
function isBlind(trace: UpdateTrace, side: Side): boolean {
  const before = valuesOf(trace, `${other(side)}/before`);
  return valuesOf(trace, `${side}/counterpart`).some((value, d) => value !== before[d]);
}

/** The counterpart in an equation, as its cell sees it. */
function counterpartTex(trace: UpdateTrace, side: Side): string {
  const of = other(side);
  return isBlind(trace, side) ? sym(`seen-${of}`, `${LETTER[of]}^0`) : sym(`h-${of}`, LETTER[of]);
}

/** The weight that everybody begins with, unless it is held at something else. */
function initialRef(trace: UpdateTrace, side: Side, d: number): NumberRef | null {
  const name = `${side}/initial`;
  const shown = valuesOf(
    trace,
    trace.previous[side] === null ? `${side}/before` : `${other(side)}/counterpart`,
  );
  return trace.weights[name]?.values[d] === shown[d] ? { of: 'weight', name, index: d } : null;
}

const stateReach = (trace: UpdateTrace): number =>
  reachOf(...SIDES.flatMap((side) => [valuesOf(trace, `${side}/before`), valuesOf(trace, `${side}/next`)]));

function cellStrip(
  trace: UpdateTrace,
  side: Side,
  of: 'reset' | 'update' | 'candidate' | 'gated' | 'next',
): Strip {
  const look = {
    reset: { name: 'r, reset gate', scale: 'share' },
    update: { name: 'z, update gate', scale: 'share' },
    candidate: { name: 'n, candidate', scale: 'signed' },
    gated: { name: 'g, what the state says', scale: 'signed' },
    next: { name: `${LETTER[side]}′, ${side === 'user' ? 'person' : 'item'} after`, scale: 'signed' },
  } as const;
  return {
    symbol: `${of}-${side}`,
    ...look[of],
    hue: HUE[side],
    values: valuesOf(trace, `${side}/${of}`),
    reach: of === 'next' ? stateReach(trace) : of === 'candidate' ? 1 : undefined,
    open: (d) => ({ of, side, key: trace.key, d }),
  };
}

const groupsOf = (strips: (side: Side) => Strip[]): StripGroup[] =>
  SIDES.map((side) => ({ title: CELL[side], strips: strips(side) }));

const both = (tex: (side: Side) => string): string => SIDES.map(tex).join(String.raw`, \qquad `);
const other = (side: Side): Side => (side === 'user' ? 'item' : 'user');
const shapeOf = (trace: UpdateTrace): string => {
  const D = valuesOf(trace, 'x').length;
  return `[${D}], [${D}] and [${D}] → [${D}], on each side`;
};

function gate(of: 'reset' | 'update', trace: UpdateTrace): StationView {
  const letter = of === 'reset' ? 'r' : 'z';
  return {
    title: of === 'reset' ? 'How much of the past may be looked at' : 'How much of the past is kept',
    sentence:
      of === 'reset'
        ? 'For each dimension the reset gate says how much of the old state the candidate may see: 0 hides it, 1 shows all of it.'
        : 'For each dimension the update gate says how much of the old state stays: 1 keeps it, 0 makes room for the candidate.',
    tex: both(
      (side) =>
        `${sym(`${of}-${side}`, `${letter}_${LETTER[side]}`)} = \\sigma\\big(W_x ${sym('x', 'x_\\tau')} + W_c ${counterpartTex(trace, side)} + W_h ${sym(`h-${side}`, LETTER[side])} + b\\big)`,
    ),
    shape: shapeOf(trace),
    groups: groupsOf((side) => [
      featureStrip(trace),
      counterpartStrip(trace, side),
      stateStrip(trace, side),
      cellStrip(trace, side, of),
    ]),
  };
}

const candidate = (trace: UpdateTrace): StationView => ({
  title: 'What the interaction would write',
  sentence:
    'The interaction and the counterpart propose a new value for every dimension; the old state has a say as far as the reset gate lets it.',
  tex: both(
    (side) =>
      `${sym(`candidate-${side}`, `n_${LETTER[side]}`)} = \\tanh\\big(W_x ${sym('x', 'x_\\tau')} + W_c ${counterpartTex(trace, side)} + b + ${sym(`reset-${side}`, 'r')} \\odot ${sym(`gated-${side}`, 'g')}\\big)`,
  ),
  shape: shapeOf(trace),
  groups: groupsOf((side) => [
    cellStrip(trace, side, 'reset'),
    cellStrip(trace, side, 'gated'),
    cellStrip(trace, side, 'candidate'),
  ]),
});

const next = (trace: UpdateTrace): StationView => ({
  title: 'Old and new are mixed',
  sentence:
    'Each dimension of the new state lies between the old value and the candidate; the update gate says where.',
  tex: both(
    (side) =>
      `${sym(`next-${side}`, `${LETTER[side]}'`)} = (1 - ${sym(`update-${side}`, 'z')}) \\odot ${sym(`candidate-${side}`, 'n')} + ${sym(`update-${side}`, 'z')} \\odot ${sym(`h-${side}`, LETTER[side])}`,
  ),
  shape: shapeOf(trace),
  groups: groupsOf((side) => [
    stateStrip(trace, side),
    cellStrip(trace, side, 'candidate'),
    cellStrip(trace, side, 'update'),
    cellStrip(trace, side, 'next'),
  ]),
});
