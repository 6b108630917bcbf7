import type { StateChange } from '../../engine/change';
import type { CellNumber } from '../../engine/openedNumber';
import { distance, exact, fixed, percent } from '../../ui/format';
import { Term } from '../../ui/Term';
import { Num } from '../shared/Num';
import { DimensionTable } from './DimensionTable';
import { type MoveOf, StateStrip } from './StateStrip';

/** One more than on a strip: what changes little is to be told from what does not. */
const digits = (value: number) => fixed(value, 4);

interface Props {
  readonly title: string;
  readonly change: StateChange;
  readonly of: MoveOf;
}

/** How far a state moved, dimension by dimension, and what the gates let through. */
export function StateMove({ title, change, of }: Props) {
  const opening = (number: CellNumber) => (value: number, d: number) => (
    <Num open={{ of: number, ...of, d }} value={value} as={digits} />
  );
  return (
    <div>
      <h3 style={{ color: `var(--${of.side === 'user' ? 'person' : 'item'})` }}>{title}</h3>
      <p style={{ margin: '4px 0', fontSize: 'var(--size-body)' }}>
        moved <strong title={exact(change.distance)}>{distance(change.distance)}</strong>,{' '}
        {percent(change.relative)} of its length. The <Term name="update gate" /> kept{' '}
        <strong title={exact(change.updateGate)}>{percent(change.updateGate)}</strong> of the old state; the{' '}
        <Term name="reset gate" /> showed {percent(change.resetGate)} of it to the candidate.
      </p>
      <StateStrip
        title={title}
        change={change}
        of={of}
        table={(seen) =>
          // Numbers that open are no part of what is only read out.
          seen && (
            <DimensionTable
              caption={title}
              columns={[
                { name: 'Before', values: change.before, show: digits },
                { name: 'After', values: change.after, show: opening('next') },
                { name: 'Update', values: change.update, show: opening('update') },
                { name: 'Reset', values: change.reset, show: opening('reset') },
              ]}
            />
          )
        }
      />
    </div>
  );
}
