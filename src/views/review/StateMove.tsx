import type { StateChange } from '../../engine/api';
import { diverging } from '../../ui/colors';
import { exact, percent } from '../../ui/format';
import { Term } from '../../ui/Term';
import classes from './Review.module.css';

interface Props {
  readonly title: string;
  readonly change: StateChange;
  readonly hue: 'person' | 'item';
}

/** How far a state moved, dimension by dimension, and what the gates let through. */
export function StateMove({ title, change, hue }: Props) {
  const deltas = change.after.map((h, d) => h - change.before[d]);
  const most = Math.max(...deltas.map(Math.abs), 1e-9);
  const up = deltas.filter((d) => d > 0).length;
  return (
    <div>
      <h3 style={{ color: `var(--${hue})` }}>{title}</h3>
      <p style={{ margin: '4px 0', fontSize: '0.9rem' }}>
        moved <strong title={exact(change.distance)}>{change.distance.toFixed(3)}</strong>,{' '}
        {percent(change.relative)} of its length. The <Term name="update gate" /> kept{' '}
        <strong title={exact(change.updateGate)}>{percent(change.updateGate)}</strong> of the old state; the{' '}
        <Term name="reset gate" /> showed {percent(change.resetGate)} of it to the candidate.
      </p>
      <div
        className={classes.strip}
        role="img"
        aria-label={`Change of ${deltas.length} dimensions: ${up} rose, ${deltas.length - up} fell, at most by ${most.toFixed(3)}`}
      >
        {deltas.map((delta, d) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is its index
            key={d}
            style={{ background: diverging(delta / most) }}
            title={`dimension ${d}: ${exact(change.before[d])} → ${exact(change.after[d])}, update gate ${change.update[d].toFixed(3)}, reset gate ${change.reset[d].toFixed(3)}`}
          />
        ))}
      </div>
      <p className="soft">
        One cell a dimension: <span style={{ color: 'var(--high)' }}>rose</span>,{' '}
        <span style={{ color: 'var(--low)' }}>fell</span>; full colour is {most.toFixed(3)}.
      </p>
    </div>
  );
}
