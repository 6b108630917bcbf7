import type { BackendReport } from '../../engine/start';
import { useSession } from '../../session/part';
import { DataTable } from '../../ui/figure/DataTable';
import { count, milliseconds, scientific } from '../../ui/format';
import { outcomeWords, UNNAMED } from '../shared/backendWords';
import BackendComparison from './BackendComparison';

/** What each backend came to, how finely the one that runs computes, and how far it is from another. */
export default function BackendDetails() {
  const start = useSession((s) => s.start);
  const replay = useSession((s) => s.replay);
  if (!start) return null;
  const { backend } = start;
  return (
    <>
      <dl className="facts">
        {backend.adapter !== null && (
          <>
            <dt>Adapter</dt>
            <dd>{backend.adapter || UNNAMED}</dd>
          </>
        )}
        {backend.tried.map((t) => (
          <Tried key={t.name} name={t.name} outcome={outcomeWords(t.outcome)} />
        ))}
        <dt>Precision</dt>
        <dd data-testid="precision" data-epsilon={backend.selfCheck.epsilon}>
          <Precision epsilon={backend.selfCheck.epsilon} />
        </dd>
        <dt>Started in</dt>
        <dd>{milliseconds(start.milliseconds)}</dd>
        {replay && (
          <>
            <dt>Replayed in</dt>
            <dd>
              {milliseconds(replay.milliseconds)}, {count(replay.batches)} t-batches
            </dd>
          </>
        )}
      </dl>
      <SelfCheckTable {...backend.selfCheck} done={replay !== null} />
      <BackendComparison here={backend.name} />
    </>
  );
}

/** What the measured machine epsilon says, in words. */
function Precision({ epsilon }: { epsilon: number }) {
  const bits = Math.round(-Math.log2(epsilon));
  const name = bits === 23 ? '32-bit floats' : bits === 10 ? '16-bit floats' : `${bits} bits after the point`;
  return (
    <>
      {name}, as measured here: numbers near 1 are 2<sup>−{bits}</sup> ≈ {scientific(epsilon)} apart
    </>
  );
}

const PARTS = [
  ['attention', 'attention over words'],
  ['userState', 'state of a person'],
  ['itemState', 'state of an item'],
  ['ratings', 'predicted ratings'],
  ['choices', 'choice scores'],
] as const;

/** The reference case that ships with the data: each part is run here before anything else that it is needed for. */
function SelfCheckTable({
  parts,
  largestError,
  tolerance,
  done,
}: BackendReport['selfCheck'] & { done: boolean }) {
  const scientificOrNone = (error: number | null) =>
    error !== null ? scientific(error) : done ? 'none stored' : 'when all has been loaded';
  return (
    <>
      <DataTable
        title={`Self-check: largest error ${scientific(largestError)}, allowed ${scientific(tolerance)}`}
        titled
        full
        spokenHeads={null}
        testId="self-check"
        rows={PARTS}
        columns={[
          { head: 'part', value: ([, label]) => label },
          {
            head: 'largest error',
            value: ([part]) => parts[part],
            cell: ([part]) => ({ 'data-error': parts[part] }),
            show: ([part]) => scientificOrNone(parts[part]),
          },
        ]}
      />
      <p className="soft">
        A backend that is further off than this is not used: the page takes the next one and says so here. If
        that happens, update the browser or the graphics driver.
      </p>
    </>
  );
}

function Tried({ name, outcome }: { name: string; outcome: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{outcome}</dd>
    </>
  );
}
