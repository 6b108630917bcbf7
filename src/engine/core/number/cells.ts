import { altered } from '../../../model/equations/alter';
import { CELLS } from '../../../model/equations/cell';
import { ONE, type Quantity, the } from '../../../model/equations/tree';
import { otherSide, type Side } from '../../../vocabulary';
import type { NumberFacts } from '../../numberFacts';
import type { CellNumber } from '../../openedNumber';
import type { Find, Lens } from './lens';
import { computed, constant, type Formula, type Found, type Ref } from './parts';

/** Numbers of a cell, opened (docs/ARCHITECTURE.md#gru-cell): what the equations of `model/equations/cell.ts` stand on. */

/** A dimension of a state at the moment: it stands where the last interaction left it. */
export function openState(lens: Lens, { side, id, d }: Ref<'state'>): Promise<Formula> | Formula {
  lens.within('d', d, lens.D);
  const entity = lens.entity(side, id);
  const last = lens.moment.rowsOf(side, entity).at(-1);
  if (last !== undefined) return openCell(lens, { of: 'next', side, key: lens.key(last), d });
  return {
    about: { is: 'state', side, n: d, held: lens.clamped(side, d) !== undefined },
    value: lens.state(side, entity, d).value,
    ...lens.formula(CELLS[side].start, { D: d }, (_, [k]) => lens.initial(side, k, 'start')),
  };
}

/** A number of one dimension of a cell. */
export async function openCell(lens: Lens, { of, side, key, d }: Ref<CellNumber>): Promise<Formula> {
  lens.within('d', d, lens.D);
  const row = lens.row(key);
  const cell = await cellAt(lens, side, row);
  const told = altered(CELLS[side][of], lens.altered);
  const last = of === 'kept' && cell.later.length === 0;
  const equation = last ? { ...told, tree: the(ONE) } : told;
  const clamped = lens.clamped(side, d) !== undefined;
  const find: Find = (number, at) =>
    number.what.is === 'held' ? heldBy(number, clamped) : cell.find(number, at);
  return {
    about: aboutOf(lens, of, side, row, d, cell.later.length),
    value: of === 'next' ? cell.after()[d] : (cell.find(equation.of, [d])?.value ?? 0),
    ...lens.formula(equation, { D: d }, find, { later: cell.later.length }),
  };
}

/** What an alteration holds a gate at. */
const heldBy = ({ value = 0 }: Quantity, clamped: boolean): Found =>
  constant(value, clamped ? { is: 'held' } : { is: 'frozen', at: value === 0 ? 0 : 1 });

/** ‖c_τ‖ */
export async function openRemaining(lens: Lens, { side, key }: Ref<'remaining'>): Promise<Formula> {
  const row = lens.row(key);
  const { find, rows } = await cellAt(lens, side, row);
  return {
    about: { is: 'remaining', side },
    value: lens.moment.remaining(side, rows)[rows.indexOf(row)],
    ...lens.formula(CELLS[side].remaining, {}, find),
  };
}

function aboutOf(lens: Lens, of: CellNumber, side: Side, row: number, n: number, later: number): NumberFacts {
  const at = seenBy(lens, side, row);
  switch (of) {
    case 'next':
      return { is: 'next', side, n, at, held: lens.clamped(side, n) !== undefined };
    case 'update':
    case 'reset': {
      const held = lens.altered.held?.[`${side}/${of}`][n] ?? null;
      return { is: 'gate', gate: of, side, n, at, held, clamped: lens.clamped(side, n) ?? null };
    }
    case 'candidate':
      return { is: 'candidate', side, n, at };
    case 'gated':
      return { is: 'gated', n, at };
    case 'contribution':
      return { is: 'contribution', n };
    case 'kept':
      return { is: 'kept', n, later };
  }
}

/** Name of the counterpart at an interaction. */
const seenBy = (lens: Lens, side: Side, row: number): string =>
  lens.name(otherSide(side), lens.moment.world.columns[otherSide(side)][row]);

/** The cell of a side at an interaction, and what has happened to that side since. */
async function cellAt(lens: Lens, side: Side, row: number) {
  const { world } = lens.moment;
  const key = lens.key(row);
  const other = otherSide(side);
  const entity = world.columns[side][row];
  const rows = lens.moment.rowsOf(side, entity);
  const place = rows.indexOf(row);
  const later = Array.from(rows.subarray(place + 1));
  const { tensors } = await lens.optics.trace(lens.moment, row);
  /** Π z over the interactions since, as the split of the state takes it: in Float64. */
  const kept = (d: number) => later.reduce((all, one) => all * world.gate(side, 'update', one)[d], 1);
  const find = ({ what }: Quantity, [k, d = k]: readonly number[]): Found | null => {
    switch (what.is) {
      case 'feature':
        return computed(tensors.x?.values[k] ?? 0, { is: 'feature', n: k }, { of: 'feature', key, d: k });
      case 'state':
        return lens.state(what.side, world.columns[what.side][row], k, row);
      case 'unseen':
        return lens.initial(other, k, 'counterpart');
      case 'gate': {
        const { gate } = what;
        return computed(
          world.gate(side, gate, row)[k],
          { is: 'gate', gate, n: k },
          { of: gate, side, key, d: k },
        );
      }
      case 'later-update': {
        const [of, at] = ['update', seenBy(lens, side, later[k])] as const;
        const open = { of, side, key: lens.key(later[k]), d } as const;
        return computed(world.gate(side, of, later[k])[d], { is: 'gate-at', gate: of, at }, open);
      }
      case 'gated': {
        const value = tensors[`${side}/gated`]?.values[k] ?? 0;
        return computed(value, { is: 'gated', n: k }, { of: 'gated', side, key, d: k });
      }
      case 'kept':
        return computed(kept(k), { is: 'kept' }, { of: 'kept', side, key, d: k });
      case 'left': {
        const { steps } = lens.moment.parts(side, rows);
        const open = { of: 'contribution', side, key, d: k } as const;
        return computed(steps[place][k], { is: 'contribution', n: k }, open);
      }
      case 'operand':
        return constant(1, { is: 'nothing-since' });
      default:
        return null;
    }
  };
  return { find, rows, later, after: () => world.stateAfter(side, rows.subarray(0, place + 1)) };
}
