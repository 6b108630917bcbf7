import { actions } from '../../session/actions';
import { useSession } from '../../session/part';
import { ActionButton } from '../shared/ActionButton';
import { ColdCard } from './ColdCard';
import { GoalCard } from './GoalCard';
import { LoopCard } from './LoopCard';

/** Experiments on the very model and reviews of the page. */
export default function LabsView() {
  const past = useSession((s) => s.at !== null);
  return (
    <main className="view" style={{ maxWidth: 1080 }}>
      <h1 className="visually-hidden">Labs</h1>
      {past ? (
        <section className="card" aria-label="Labs">
          <h2>Experiments start from the present</h2>
          <ActionButton of={actions.present} mt={8} size="compact-md" variant="light">
            Back to the present
          </ActionButton>
        </section>
      ) : (
        <>
          <GoalCard />
          <ColdCard />
          <LoopCard />
        </>
      )}
    </main>
  );
}
