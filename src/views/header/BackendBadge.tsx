import { Popover } from '@mantine/core';
import { addressFor } from '../../session/address';
import { useSession } from '../../session/store';
import { milliseconds } from '../../ui/format';
import classes from './Header.module.css';

/** Which backend computes, why, and how far its results are from the stored reference. */
export function BackendBadge() {
  const start = useSession((s) => s.start);
  const replay = useSession((s) => s.replay);
  if (!start) return null;
  const { backend } = start;
  return (
    <Popover width={360} withArrow trapFocus returnFocus shadow="md" position="bottom-end">
      <Popover.Target>
        <button
          type="button"
          className={classes.badge}
          data-testid="backend-badge"
          data-backend={backend.name}
        >
          Runs on {backend.name}
          {backend.software && ' (emulated)'}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <strong>Computed on {backend.name}, in a worker of this page</strong>
        <p className="soft">{backend.reason}</p>
        <dl className={classes.facts}>
          {backend.adapter && (
            <>
              <dt>Adapter</dt>
              <dd>{backend.adapter}</dd>
            </>
          )}
          {backend.tried.map((t) => (
            <Tried key={t.name} name={t.name} outcome={t.outcome} />
          ))}
          <dt>Self-check</dt>
          <dd>
            largest error {backend.selfCheck.largestError.toExponential(1)}, allowed{' '}
            {backend.selfCheck.tolerance.toExponential(0)}
          </dd>
          <dt>Started in</dt>
          <dd>{milliseconds(start.milliseconds)}</dd>
          {replay && (
            <>
              <dt>Replayed in</dt>
              <dd>
                {milliseconds(replay.milliseconds)}, {replay.batches} t-batches
              </dd>
            </>
          )}
        </dl>
        <p className="soft" style={{ marginTop: 10 }}>
          Another one:{' '}
          {['webgpu', 'wasm', 'cpu'].map((name) => (
            <a key={name} href={addressFor({ backend: name })} style={{ marginRight: 8, color: 'inherit' }}>
              {name}
            </a>
          ))}
        </p>
      </Popover.Dropdown>
    </Popover>
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
