/** Numbers of a cell, opened. Long, because the formulas of a cell share operands that no others have. */

import { otherSide, type Side } from '../../../vocabulary';
import type { NumberFacts } from '../../numberFacts';
import type { Factor, Summand } from '../../openedNumber';
import { type Lens, SYMBOL } from './lens';
import { computed, constant, type Formula, product, type Ref } from './parts';

type CellRef = Ref<'next' | 'update' | 'reset' | 'candidate' | 'gated' | 'contribution' | 'kept'>;

/** Gates in the order in which a kernel holds their columns. */
const GATES = ['reset', 'update', 'candidate'] as const;
type Gate = (typeof GATES)[number];

const SYMBOLS: Record<Gate, string> = { reset: 'r', update: 'z', candidate: 'n' };

/** A dimension of a state at the moment: it stands where the last interaction left it. */
export function openState(lens: Lens, { side, id, d }: Ref<'state'>): Promise<Formula> | Formula {
  lens.within('d', d, lens.D);
  const entity = lens.entity(side, id);
  const last = lens.moment.rowsOf(side, entity).at(-1);
  if (last !== undefined) return openCell(lens, { of: 'next', side, key: lens.key(last), d });
  const { value, symbol } = lens.state(side, entity, d);
  return {
    about: { is: 'state', side, n: d, held: lens.clamped(side, d) !== undefined },
    symbol,
    tex: `h_{${d}} = h^0_{${d}}`,
    value,
    terms: [product(initial(lens, side, d))],
  };
}

/** A number of one dimension of a cell (docs/ARCHITECTURE.md#gru-cell). */
export async function openCell(lens: Lens, ref: CellRef): Promise<Formula> {
  const { side, key, d } = ref;
  lens.within('d', d, lens.D);
  const row = lens.row(key);
  const { world } = lens.moment;
  const entity = world.columns[side][row];
  const counterpart = world.columns[otherSide(side)][row];
  const at = lens.name(otherSide(side), counterpart);
  const gate = (part: Gate): Factor => gateOf(lens, side, row, part, d);
  switch (ref.of) {
    case 'next':
      return {
        about: { is: 'next', side, n: d, at, held: lens.clamped(side, d) !== undefined },
        symbol: `${SYMBOL[side]}'_{${d}}`,
        tex: String.raw`h'_d = (1 - z_d)\, n_d + z_d\, h_d`,
        value: world.stateAfter(side, upTo(lens, side, entity, row))[d],
        terms: [
          product({ ...gate('update'), apply: 'one-minus' }, gate('candidate')),
          product(gate('update'), lens.state(side, entity, d, row)),
        ],
      };
    case 'update':
    case 'reset': {
      const held = lens.held(side, ref.of, d);
      const clamped = lens.clamped(side, d) ?? null;
      const about = { is: 'gate', gate: ref.of, side, n: d, at, held, clamped } as const;
      if (held !== null) return heldGate(about, `${SYMBOLS[ref.of]}_{${d}}`, held, clamped !== null);
      return {
        about,
        symbol: `${SYMBOLS[ref.of]}_{${d}}`,
        tex: String.raw`${SYMBOLS[ref.of]}_d = \sigma\big(W_x\, x_\tau + W_c\, ${seenTex(lens, side)} + b + W_h\, ${SYMBOL[side]} + b_h\big)_d`,
        value: gate(ref.of).value,
        outer: 'sigmoid',
        terms: [...(await fromInput(lens, side, row, ref.of, d)), ...fromState(lens, side, row, ref.of, d)],
      };
    }
    case 'candidate': {
      const gated = await gatedOf(lens, side, row);
      return {
        about: { is: 'candidate', side, n: d, at },
        symbol: `n_{${d}}`,
        tex: String.raw`n_d = \tanh\big(W_x\, x_\tau + W_c\, ${seenTex(lens, side)} + b + r \odot g\big)_d`,
        value: gate('candidate').value,
        outer: 'tanh',
        terms: [
          ...(await fromInput(lens, side, row, 'candidate', d)),
          product(
            gate('reset'),
            computed(gated[d], `g_{${d}}`, { is: 'gated', n: d }, { of: 'gated', side, key, d }),
          ),
        ],
      };
    }
    case 'gated':
      return {
        about: { is: 'gated', n: d, at },
        symbol: `g_{${d}}`,
        tex: String.raw`g_d = \big(W_h\, ${SYMBOL[side]} + b_h\big)_d`,
        value: (await gatedOf(lens, side, row))[d],
        terms: fromState(lens, side, row, 'candidate', d),
      };
    case 'contribution': {
      const rows = lens.moment.rowsOf(side, entity);
      const { steps } = lens.moment.parts(side, rows);
      return {
        about: { is: 'contribution', n: d },
        symbol: `c_{${d}}`,
        tex: String.raw`c_{\tau d} = \Big(\prod_{s>\tau} z_{s d}\Big)(1 - z_{\tau d})\, n_{\tau d}`,
        value: steps[rows.indexOf(row)][d],
        terms: [
          product(
            computed(
              keptOf(lens, side, entity, row, d),
              String.raw`\prod z`,
              { is: 'kept' },
              { of: 'kept', side, key, d },
            ),
            { ...gate('update'), apply: 'one-minus' },
            gate('candidate'),
          ),
        ],
      };
    }
    case 'kept': {
      const later = laterRows(lens, side, entity, row);
      return {
        about: { is: 'kept', n: d, later: later.length },
        symbol: String.raw`\prod z`,
        tex: String.raw`\prod_{s>\tau} z_{s d}`,
        value: keptOf(lens, side, entity, row, d),
        terms:
          later.length === 0
            ? [product(constant(1, '1', { is: 'nothing-since' }))]
            : [product(...later.map((one) => gateOf(lens, side, one, 'update', d, true)))],
      };
    }
  }
}

/** ‖c_τ‖ */
export function openRemaining(lens: Lens, { side, key }: Ref<'remaining'>): Formula {
  const row = lens.row(key);
  const rows = lens.moment.rowsOf(side, lens.moment.world.columns[side][row]);
  const place = rows.indexOf(row);
  const c = lens.moment.parts(side, rows).steps[place];
  return {
    about: { is: 'remaining', side },
    symbol: String.raw`\lVert c_\tau \rVert`,
    tex: String.raw`\lVert c_\tau \rVert = \sqrt{\sum_d c_{\tau d}^2}`,
    value: lens.moment.remaining(side, rows)[place],
    outer: 'sqrt',
    terms: Array.from(c, (value, d) =>
      product(
        computed(
          value,
          `c_{${d}}`,
          { is: 'contribution', n: d },
          { of: 'contribution', side, key, d },
          'square',
        ),
      ),
    ),
  };
}

/** The counterpart as the cell of a side sees it. */
const seenTex = (lens: Lens, side: Side): string => {
  const symbol = SYMBOL[otherSide(side)];
  return lens.blind ? `${symbol}^0` : symbol;
};

/** A gate that the weights have no say in. */
const heldGate = (about: NumberFacts, symbol: string, held: 0 | 1, clamped: boolean): Formula => ({
  about,
  symbol,
  tex: `${symbol} = ${held}`,
  value: held,
  terms: [product(constant(held, `${held}`, clamped ? { is: 'held' } : { is: 'frozen', at: held }))],
});

const initial = (lens: Lens, side: Side, d: number): Factor =>
  lens.initial(side, d, `${SYMBOL[side]}^0_{${d}}`, 'start');

function gateOf(lens: Lens, side: Side, row: number, part: Gate, d: number, named = false): Factor {
  const { world } = lens.moment;
  const at = lens.name(otherSide(side), world.columns[otherSide(side)][row]);
  return computed(
    world.gate(side, part, row)[d],
    `${SYMBOLS[part]}_{${d}}`,
    named ? { is: 'gate-at', gate: part, at } : { is: 'gate', gate: part, n: d },
    { of: part, side, key: lens.key(row), d },
  );
}

/** W_x x + W_c c + b: what a gate takes from the interaction and from the counterpart's state. */
async function fromInput(lens: Lens, side: Side, row: number, gate: Gate, d: number): Promise<Summand[]> {
  const { D } = lens;
  const { tensors } = await lens.optics.trace(lens.moment, row);
  const x = tensors.x?.values ?? new Float32Array(D);
  const other = otherSide(side);
  const entity = lens.moment.world.columns[other][row];
  const column = GATES.indexOf(gate) * D + d;
  const weight = (input: number, symbol: string) =>
    lens.weight(
      `${side}/gru/input_kernel`,
      input * 3 * D + column,
      symbol,
      input < D
        ? { is: 'gate-weight', gate, from: 'feature', n: input }
        : { is: 'gate-weight', gate, from: 'counterpart', n: input - D },
    );
  const key = lens.key(row);
  return [
    ...Array.from({ length: D }, (_, k) =>
      product(
        weight(k, `W^x_{${k},${d}}`),
        computed(x[k], `x_{${k}}`, { is: 'feature', n: k }, { of: 'feature', key, d: k }),
      ),
    ),
    ...Array.from({ length: D }, (_, k) =>
      product(weight(D + k, `W^c_{${k},${d}}`), lens.counterpart(other, entity, k, row)),
    ),
    product(
      lens.weight(`${side}/gru/input_bias`, column, `b_{${d}}`, { is: 'gate-bias', gate, from: 'input' }),
    ),
  ];
}

/** W_h h + b_h: what a gate takes from the state itself. */
function fromState(lens: Lens, side: Side, row: number, gate: Gate, d: number): Summand[] {
  const { D } = lens;
  const entity = lens.moment.world.columns[side][row];
  const column = GATES.indexOf(gate) * D + d;
  return [
    ...Array.from({ length: D }, (_, k) =>
      product(
        lens.weight(`${side}/gru/state_kernel`, k * 3 * D + column, `W^h_{${k},${d}}`, {
          is: 'gate-weight',
          gate,
          from: 'state',
          n: k,
        }),
        lens.state(side, entity, k, row),
      ),
    ),
    product(
      lens.weight(`${side}/gru/state_bias`, column, `b^h_{${d}}`, { is: 'gate-bias', gate, from: 'state' }),
    ),
  ];
}

async function gatedOf(lens: Lens, side: Side, row: number): Promise<Float32Array> {
  const { tensors } = await lens.optics.trace(lens.moment, row);
  return tensors[`${side}/gated`]?.values ?? new Float32Array(lens.D);
}

function upTo(lens: Lens, side: Side, entity: number, row: number): Int32Array {
  const rows = lens.moment.rowsOf(side, entity);
  return rows.subarray(0, rows.indexOf(row) + 1);
}

function laterRows(lens: Lens, side: Side, entity: number, row: number): number[] {
  const rows = lens.moment.rowsOf(side, entity);
  return Array.from(rows.subarray(rows.indexOf(row) + 1));
}

/** Π z over the interactions since, as the split of the state takes it: in Float64. */
const keptOf = (lens: Lens, side: Side, entity: number, row: number, d: number): number =>
  laterRows(lens, side, entity, row).reduce(
    (kept, one) => kept * lens.moment.world.gate(side, 'update', one)[d],
    1,
  );
