import type { NumberRef, TracedTensor, TraceName, UpdateTrace } from '../../engine/openedNumber';
import { predictionTex } from '../../engine/predictionTex';
import type { DatasetInfo } from '../../engine/start';
import type { Station } from '../../session/microscope';
import { type Gate, SIDES, type Side } from '../../vocabulary';
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
        sentence: `The scorer adds what is usual for the person and for the item to how well the two states match. ${movedOf(trace)}`,
        tex: String.raw`\hat r = ${predictionTex(dataset.prediction)}`,
        shape: 'two states → one number',
        groups: [],
      };
  }
}

/** What the interaction has moved, of that which a prediction rests on. */
function movedOf(trace: UpdateTrace): string {
  const moves = (side: Side) => {
    const next = valuesOf(trace, `${side}/next`);
    return valuesOf(trace, `${side}/before`).some((value, d) => value !== next[d]);
  };
  const [person, item] = SIDES.map(moves);
  if (person && item) return 'Both states have moved.';
  if (!person && !item) return 'Neither state has moved: the update gates keep all of both.';
  return `The state of the ${person ? 'person' : 'item'} has moved; of the other one the update gate keeps all.`;
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
  const given = [trace.rating, ...trace.aspects].map((one) => one !== null);
  const standardised = String.raw`\frac{r - \bar r}{\sigma}`;
  const y = given.every(Boolean)
    ? standardised
    : given.some(Boolean)
      ? String.raw`\begin{cases} ${standardised} & \text{given} \\ 0 & \text{absent} \end{cases}`
      : '0';
  return {
    title: given.some(Boolean) ? 'Ratings are measured from the mean' : 'No rating was given',
    sentence:
      'Each rating becomes its distance from the mean of the training data, in standard deviations. A presence bit says which parts were given at all.',
    tex: `${sym('y', 'y')} = ${y}, \\qquad ${sym('p', 'p')} \\in \\{0, 1\\}`,
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

/** Whether the model also sees the text times the overall rating: the rows of its weights tell. */
function hasProduct({ tensors, weights }: UpdateTrace): boolean {
  const sizes = [weights['text/context/bias'], tensors.ratings, tensors.presence].map(
    (one) => one?.shape[0] ?? 0,
  );
  return weights['features/kernel'].shape[0] > sizes.reduce((a, b) => a + b, 0);
}

function fusion(trace: UpdateTrace, dataset: DatasetInfo): StationView {
  const strips = feedbackStrips(trace, dataset);
  const text = trace.text === 'absent' ? [] : [textStrip(trace)];
  const t = trace.text === 'absent' ? '0' : sym('t', 't');
  const blocks = [t, sym('y', 'y'), sym('p', 'p')];
  // A model may also see what is said in praise apart from what is said in blame.
  const product = hasProduct(trace);
  const times = trace.text === 'absent' || trace.rating === null ? '0' : `${sym('y', 'y_0')}\\,${t}`;
  if (product) blocks.push(times);
  return {
    title: 'Everything that was given becomes one vector x',
    sentence: `One layer of weights fuses text, ratings${product ? ', the text times the overall rating,' : ''} and presence. Whatever is missing is 0 and adds nothing; its bit says so.`,
    tex: `${sym('x', 'x_\\tau')} = \\tanh\\big(W\\,[\\,${blocks.join('\\,;\\,')}\\,] + b\\big)`,
    shape: trace.weights['features/kernel'].shape.map((size) => `[${size}]`).join(' → '),
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
  if (!trace.blind) return { ...strip, name: `${LETTER[of]}, the counterpart` };
  return {
    ...strip,
    symbol: `seen-${of}`,
    name: `${LETTER[of]}⁰, all that it sees`,
    values: valuesOf(trace, `${side}/counterpart`),
    open: (d) => initialRef(trace, of, d),
  };
}

/** The counterpart in an equation, as its cell sees it. */
function counterpartTex(trace: UpdateTrace, side: Side): string {
  const of = other(side);
  return trace.blind ? sym(`seen-${of}`, `${LETTER[of]}^0`) : sym(`h-${of}`, LETTER[of]);
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
/** What a cell takes and gives at a station, where it computes anything. */
const shapeOf = (trace: UpdateTrace, computing: readonly Side[] = SIDES): string | null => {
  if (computing.length === 0) return null;
  const D = valuesOf(trace, 'x').length;
  const where = computing.length === 2 ? 'on each side' : `in the ${CELL[computing[0]].toLowerCase()}`;
  return `[${D}], [${D}] and [${D}] → [${D}], ${where}`;
};

/** What an alteration holds the dimensions of a gate at; null where the weights decide. */
const heldIn = (trace: UpdateTrace, side: Side, of: Gate): readonly (0 | 1 | null)[] =>
  trace.held?.[`${side}/${of}`] ?? [];

/** Whether the weights have no say in a gate at all. */
const isHeld = (trace: UpdateTrace, side: Side, of: Gate): boolean => {
  const held = heldIn(trace, side, of);
  return held.length > 0 && held.every((value) => value !== null);
};

/** A gate as it is: held as a whole, held in some dimensions, or computed. */
function gateTex(held: readonly (0 | 1 | null)[], computed: string): string {
  const cases = ([0, 1] as const)
    .map((value) => ({ what: `${value}`, at: held.flatMap((one, d) => (one === value ? [d] : [])) }))
    .filter(({ at }) => at.length > 0)
    .sort((a, b) => a.at.length - b.at.length);
  if (cases.length === 0) return computed;
  const last = held.includes(null) ? `${computed}_d` : (cases.pop()?.what ?? '');
  if (cases.length === 0) return last;
  const where = (at: readonly number[]) =>
    at.length === 1 ? `d = ${at[0]}` : `d \\in \\{${at.join(', ')}\\}`;
  const lines = cases.map(({ what, at }) => `${what} & ${where(at)}`);
  return `\\begin{cases} ${[...lines, `${last} & \\text{else}`].join(' \\\\ ')} \\end{cases}`;
}

/** That a gate is held, in words. */
function heldSentence(trace: UpdateTrace, side: Side, of: Gate): string[] {
  const held = heldIn(trace, side, of);
  const cell = `the ${side === 'user' ? 'person' : 'item'}’s cell`;
  const values = [...new Set(held)];
  if (isHeld(trace, side, of))
    return [
      `In ${cell} you hold it${values.length === 1 ? ` at ${values[0]}` : ''}, so the weights have no say there.`,
    ];
  const n = held.filter((value) => value !== null).length;
  return n > 0 ? [`In ${cell} you hold ${n === 1 ? 'one dimension' : `${n} dimensions`} of it.`] : [];
}

function gate(of: Gate, trace: UpdateTrace): StationView {
  const letter = of === 'reset' ? 'r' : 'z';
  return {
    title: of === 'reset' ? 'How much of the past may be looked at' : 'How much of the past is kept',
    sentence: [
      of === 'reset'
        ? 'For each dimension the reset gate says how much of the old state the candidate may see: 0 hides it, 1 shows all of it.'
        : 'For each dimension the update gate says how much of the old state stays: 1 keeps it, 0 makes room for the candidate.',
      ...SIDES.flatMap((side) => heldSentence(trace, side, of)),
    ].join(' '),
    tex: both((side) => {
      const gates = sym(`${of}-${side}`, `${letter}_${LETTER[side]}`);
      const computed = `\\sigma\\big(W_x ${sym('x', 'x_\\tau')} + W_c ${counterpartTex(trace, side)} + b + W_h ${sym(`h-${side}`, LETTER[side])} + b_h\\big)`;
      return `${gates} = ${gateTex(heldIn(trace, side, of), computed)}`;
    }),
    shape: shapeOf(
      trace,
      SIDES.filter((side) => !isHeld(trace, side, of)),
    ),
    groups: groupsOf((side) => [
      ...(isHeld(trace, side, of)
        ? []
        : [featureStrip(trace), counterpartStrip(trace, side), stateStrip(trace, side)]),
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
