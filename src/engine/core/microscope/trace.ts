import { UNKNOWN_ID } from '../../../model/config';
import { toFeedbackBatch } from '../../../model/features';
import type { Recorded } from '../../../model/tap';
import { traceUpdate } from '../../../model/traceUpdate';
import type { TracedTensor, TracedWord, TraceName, UpdateTrace } from '../../microscope';
import type { Brain } from '../brain';
import type { Catalogue } from '../catalogue';
import { prepareText } from '../readText';
import { STORED } from '../scenario';
import { TRACED } from '../trace';
import type { World } from '../world';

/** An update without what is said of the pair before and after. */
export type BareTrace = Omit<UpdateTrace, 'person' | 'item' | 'previous' | 'prediction' | 'milliseconds'>;

/** Runs the update of one row of a world once more, with every intermediate kept. */
export async function traceRow(
  brain: Brain,
  catalogue: Catalogue,
  world: World,
  row: number,
): Promise<BareTrace> {
  const { config, weights } = brain;
  const { embedSize: E, stateSize: D } = config;
  const given = world.scenario.given(row);
  const shipped =
    given.text === STORED ? catalogue.bundle.textVectors.subarray(row * E, (row + 1) * E) : null;
  // The whole text where it is known: written here, or shipped as a set's own.
  const words = given.text === STORED ? (catalogue.bundle.texts?.[row] ?? '') : (given.text ?? '');
  const prepared = prepareText(catalogue, words);
  const feedback = toFeedbackBatch(config, [given], [prepared !== null || shipped !== null]);
  const before = { user: world.stateBefore('user', row), item: world.stateBefore('item', row) };
  const input = {
    tokens: prepared?.batch ?? null,
    stored: shipped && Float32Array.from(shipped),
    feedback,
    ...before,
  };
  const recorded = await traceUpdate(weights, config, input, world.scenario.alteration);
  const L = prepared?.ids.length ?? 0;
  const { keyword } = catalogue.bundle.vocabulary;
  const used = shipped ? Float32Array.from(shipped) : (recorded.get('text')?.values ?? null);
  return {
    key: world.scenario.interaction(row).key,
    rating: given.rating,
    aspects: given.aspects,
    text: prepared ? 'read' : shipped ? 'stored' : 'absent',
    words: (prepared?.tokens.slice(0, L) ?? []).map(
      ({ word, id, start, end }): TracedWord => ({
        word,
        id,
        start,
        end,
        known: id !== UNKNOWN_ID,
        keyword: keyword[id] === 1,
      }),
    ),
    tensors: {
      ...wordTensors(recorded, L),
      ...(used && { used: { shape: [E], values: used } }),
      ratings: { shape: [1 + config.aspects.length], values: feedback.ratings },
      presence: { shape: [2 + config.aspects.length], values: feedback.presence },
      x: { shape: [D], values: valuesOf(recorded, 'x') },
      ...cellTensors(recorded, D, before),
    },
    largestDifference: differenceFromReplay(recorded, world, row, D),
  };
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

/** Parts of both cells, from rows [user | item]. */
function cellTensors(
  recorded: ReadonlyMap<string, Recorded>,
  D: number,
  before: Record<'user' | 'item', Float32Array>,
): UpdateTrace['tensors'] {
  const shape = [D];
  const side = (of: 'user' | 'item', from: number): UpdateTrace['tensors'] => {
    const half = (name: string) => ({ shape, values: valuesOf(recorded, name).slice(from, from + D) });
    return {
      [`${of}/before`]: { shape, values: before[of] },
      [`${of}/reset`]: half('reset'),
      [`${of}/update`]: half('update'),
      [`${of}/gated`]: half('gated'),
      [`${of}/candidate`]: half('candidate'),
      [`${of}/next`]: half('next'),
    };
  };
  return { ...side('user', 0), ...side('item', D) };
}
