import { useState } from 'react';
import type { StateChange } from '../../engine/answers';
import { distance, exact, percent } from '../../ui/format';
import { Term } from '../../ui/Term';
import { StateStrip } from './StateStrip';
import { type MoveOf, StateTable } from './StateTable';

interface Props {
  readonly title: string;
  readonly change: StateChange;
  readonly hue: 'person' | 'item';
  /** The interaction that moved it, and whose state it is. */
  readonly of: MoveOf;
}

/** How far a state moved, dimension by dimension, and what the gates let through. */
export function StateMove({ title, change, hue, of }: Props) {
  const [asTable, setAsTable] = useState(false);
  const deltas = change.after.map((h, d) => h - change.before[d]);
  const most = Math.max(...deltas.map(Math.abs), 1e-9);
  const up = deltas.filter((d) => d > 0).length;
  const down = deltas.filter((d) => d < 0).length;
  return (
    <div>
      <h3 style={{ color: `var(--${hue})` }}>{title}</h3>
      <p style={{ margin: '4px 0', fontSize: '0.9rem' }}>
        moved <strong title={exact(change.distance)}>{distance(change.distance)}</strong>,{' '}
        {percent(change.relative)} of its length. The <Term name="update gate" /> kept{' '}
        <strong title={exact(change.updateGate)}>{percent(change.updateGate)}</strong> of the old state; the{' '}
        <Term name="reset gate" /> showed {percent(change.resetGate)} of it to the candidate.
      </p>
      {asTable ? (
        <StateTable caption={title} change={change} of={of} />
      ) : (
        <StateStrip change={change} of={of} />
      )}
      <p className="soft">
        Up: above zero, down: below. {up} of {deltas.length} dimensions rose, {down} fell, at most by{' '}
        {distance(most)}.{' '}
        <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as colours' : 'Show as numbers'}
          <span className="visually-hidden"> ({title})</span>
        </button>
      </p>
    </div>
  );
}
