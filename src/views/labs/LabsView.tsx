import { actions } from '../../session/actions';
import { useSession } from '../../session/part';
import { ActionButton } from '../shared/ActionButton';
import { timesWords } from '../shared/reasonWords';
import { ColdCard } from './ColdCard';
import { GoalCard } from './GoalCard';
import { LoopCard } from './LoopCard';

/** Experiments on the very model and reviews of the page. */
export default function LabsView() {
  const times = useSession((s) => s.history.times);
  const past = useSession((s) => s.at !== null);
  return (
    <main className="view" data-target="labs" style={{ maxWidth: 1080 }}>
      <h1 className="visually-hidden">Labs</h1>
      {times !== 1 && (
        <p className="soft">
          In the list, popularity counts {timesWords(times)}; in these experiments it counts once, as in
          training.
        </p>
      )}
      {past ? (
        <section className="card" aria-label="Labs">
          <h2>Experiments start from the present</h2>
          <ActionButton of={actions.present} mt={8} size="compact-md" variant="light">
            Back to the present
          </ActionButton>
        </section>
      ) : (
        <>
          <ColdCard />
          <GoalCard />
          <LoopCard />
        </>
      )}
    </main>
  );
}
