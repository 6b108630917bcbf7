import type { EarlierState } from '../../engine/questions/evidence';
import { useSession } from '../../session/part';
import { figuresSince } from './since';

/** Says that all of the evidence was measured before something changed the model, what that was, and what it does. */
export function Earlier({ state }: { state: EarlierState }) {
  const rows = useSession((s) => s.start?.dataset.metrics.rows);
  const now = rows?.find((row) => row.model === 'drex');
  return (
    <section className="card" aria-label="An earlier state" data-testid="evidence-earlier">
      <h2>Measured on an earlier version of this model</h2>
      <p>
        What has changed since: {state.change} {figuresSince(state, now)}
      </p>
      <p className="soft">
        All tables and charts here are about that version (hash {state.hash.slice(0, 12)}), not today’s,
        except what you measure yourself.
      </p>
    </section>
  );
}
