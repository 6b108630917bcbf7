import { loaded } from '../../data/bundle';
import { type Alteration, alteredBy } from '../../model/alteration';
import { toFeedbackBatch } from '../../model/features';
import type { Recorded } from '../../model/tap';
import { runUpdate, traceUpdate, type UpdateInput } from '../../model/traceUpdate';
import { weightShapes } from '../../model/weights';
import type { Side } from '../../vocabulary';
import type { TracedTensor, TraceName, UpdateTrace } from '../openedNumber';
import type { Catalogue } from './catalogue';
import type { Ground } from './ground';
import { knownOf } from './readText';
import { TRACED, type Traced } from './replayTrace';
import type { Scenario } from './scenario';
import { textOf } from './textOf';
import type { World } from './world';

/** What the operands of formulas are read from. */
export type BareTrace = Pick<
  UpdateTrace,
  'key' | 'rating' | 'aspects' | 'scales' | 'text' | 'words' | 'tensors' | 'largestDifference'
>;

/** A traced update, and what it was run with. */
export interface TracedRow {
  readonly trace: BareTrace;
  readonly input: UpdateInput;
  readonly recorded: ReadonlyMap<string, Recorded>;
}

/** Runs the update of one row of a world once more, with every intermediate kept. */
export async function traceRow({ brain, catalogue }: Ground, world: World, row: number): Promise<TracedRow> {
  const { config, weights } = brain;
  const { embedSize: E, stateSize: D } = config;
  const given = world.scenario.given(row);
  const { shipped, prepared } = textOf(catalogue, world, row);
  const stored = shipped
    ? Float32Array.from(loaded(catalogue.bundle.textVectors).subarray(row * E, (row + 1) * E))
    : null;
  const feedback = toFeedbackBatch(config, [given], [prepared !== null || shipped]);
  const before = { user: world.stateBefore('user', row), item: world.stateBefore('item', row) };
  const input = { tokens: prepared?.batch ?? null, stored, feedback, ...before };
  const { alteration } = world.scenario;
  const recorded = await traceUpdate(weights, config, input, alteration);
  const L = prepared?.ids.length ?? 0;
  const used = stored ?? recorded.get('text')?.values ?? null;
  const trace: BareTrace = {
    key: world.scenario.interaction(row).key,
    rating: given.rating,
    aspects: given.aspects,
    scales: [config.rating, ...config.aspects].map(({ mean, deviation }) => ({ mean, deviation })),
    text: prepared ? 'read' : shipped ? 'stored' : 'absent',
    words: (prepared?.tokens.slice(0, L) ?? []).map((token) => ({
      ...knownOf(catalogue, token),
      id: token.id,
    })),
    tensors: {
      ...wordTensors(recorded, L),
      ...(used && { used: { shape: [E], values: used } }),
      ratings: { shape: [1 + config.aspects.length], values: feedback.ratings },
      presence: { shape: [2 + config.aspects.length], values: feedback.presence },
      x: { shape: [D], values: valuesOf(recorded, 'x') },
      ...cellTensors(recorded, world, row, before),
    },
    largestDifference: differenceFromReplay(recorded, world, row, D),
  };
  return { trace, input, recorded };
}

/** What the view of an update is told beside the numbers: the weights, what is held, and whether looking changed a bit. */
export async function surroundingsOf(
  { brain, catalogue }: Ground,
  { alteration }: Scenario,
  { trace: { words }, input, recorded }: TracedRow,
): Promise<Pick<UpdateTrace, 'weights' | 'held' | 'blind' | 'untraced'>> {
  const plain = await runUpdate(brain.weights, brain.config, input, alteration);
  return {
    weights: weightsOf(catalogue, words),
    ...alteredBy(alteration, brain.config.stateSize),
    untraced: compareBits(plain, recorded, words.length),
  };
}

/** How many numbers of a run without a tap are not, to the last bit, those of the traced one. */
function compareBits(
  plain: ReadonlyMap<string, Recorded>,
  recorded: ReadonlyMap<string, Recorded>,
  words: number,
): UpdateTrace['untraced'] {
  let [numbers, differing] = [0, 0];
  for (const [name, run] of plain) {
    const traced = valuesOf(recorded, name);
    // Padding is no number of the update.
    const values = name === 'attention' ? run.values.subarray(0, words) : run.values;
    numbers += values.length;
    values.forEach((value, k) => {
      if (!Object.is(value, traced[k])) differing++;
    });
  }
  return { numbers, differing };
}

function differenceFromReplay(
  recorded: ReadonlyMap<string, Recorded>,
  world: World,
  row: number,
  D: number,
): number {
  let largest = 0;
  for (const part of TRACED) {
    const values = valuesOf(recorded, part);
    for (const [side, from] of [
      ['user', 0],
      ['item', D],
    ] as const)
      world.gate(side, part, row).forEach((value, d) => {
        largest = Math.max(largest, Math.abs(value - values[from + d]));
      });
  }
  return largest;
}

const valuesOf = (recorded: ReadonlyMap<string, Recorded>, name: string): Float32Array => {
  const found = recorded.get(name);
  if (!found) throw new Error(`the trace has no ${name}`);
  return found.values;
};

/** What belongs to the L words, padding left out. */
function wordTensors(recorded: ReadonlyMap<string, Recorded>, L: number): UpdateTrace['tensors'] {
  if (L === 0) return {};
  const cut = (name: TraceName): TracedTensor => {
    const values = valuesOf(recorded, name);
    const padded = valuesOf(recorded, 'attention').length;
    const width = values.length / padded;
    const shape = name === 'logits' || name === 'attention' ? [L] : [L, width];
    return { shape, values: values.slice(0, L * width) };
  };
  const text = valuesOf(recorded, 'text');
  return {
    embedded: cut('embedded'),
    context: cut('context'),
    'in-context': cut('in-context'),
    attending: cut('attending'),
    logits: cut('logits'),
    attention: cut('attention'),
    text: { shape: [text.length], values: text },
  };
}

type States = Readonly<Record<Side, Float32Array>>;

/** The states that cells see of the other side, by the side they are of. */
const seenOf = (alteration: Alteration | null, before: States, { initial }: World): States =>
  alteration?.counterpart === 'initial' ? initial : before;

/**
 * Parts of both cells. What the replay kept of a row is taken from there: opened anywhere else it is the same to the last
 * bit, however the replay was computed. The run of this one row gives the rest, as halves of rows [user | item].
 */
function cellTensors(
  recorded: ReadonlyMap<string, Recorded>,
  world: World,
  row: number,
  before: States,
): UpdateTrace['tensors'] {
  const { D } = world;
  const shape = [D];
  const seen = seenOf(world.scenario.alteration, before, world);
  const side = (of: Side, from: number): UpdateTrace['tensors'] => {
    // A copy, since what a worker sends it sends with all of the buffer that it lies in.
    const kept = (part: Traced) => ({ shape, values: world.gate(of, part, row).slice() });
    return {
      [`${of}/before`]: { shape, values: before[of] },
      [`${of}/counterpart`]: { shape, values: seen[of === 'user' ? 'item' : 'user'] },
      [`${of}/reset`]: kept('reset'),
      [`${of}/update`]: kept('update'),
      [`${of}/gated`]: { shape, values: valuesOf(recorded, 'gated').slice(from, from + D) },
      [`${of}/candidate`]: kept('candidate'),
      [`${of}/next`]: { shape, values: world.stateAfterRow(of, row) },
    };
  };
  return { ...side('user', 0), ...side('item', D) };
}

/** Weights of words, features and cells as learned; of the embedding the rows of the words, each once, as they come. */
function weightsOf(
  { bundle, config }: Catalogue,
  words: readonly { readonly id: number }[],
): UpdateTrace['weights'] {
  const weights: Record<string, TracedTensor> = {};
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    const values = bundle.weights.get(name);
    // Copies, since what a worker sends it sends with all of the buffer that it lies in.
    if (values && /^text\/[ac]|^features\/|\/gru\/|\/initial$/.test(name))
      weights[name] = { shape, values: values.slice() };
  }
  const embedding = bundle.weights.get('text/embedding');
  const E = config.embedSize;
  const ids = [...new Set(words.map(({ id }) => id))];
  if (embedding) {
    const values = new Float32Array(ids.length * E);
    for (const [k, id] of ids.entries()) values.set(embedding.subarray(id * E, (id + 1) * E), k * E);
    weights['text/embedding'] = { shape: [ids.length, E], values };
  }
  return weights;
}
