import { Popover } from '@mantine/core';
import { addressFor } from '../../session/address';
import { useSession } from '../../session/part';
import { lazyPart } from '../../ui/Part';
import { reasonWords } from '../shared/backendWords';
import classes from './Header.module.css';

// Few open it, and fewer compare.
const BackendDetails = lazyPart(() => import('./BackendDetails'));

/** Which backend computes, why, and how far its results are from the stored reference. */
export function BackendBadge() {
  const start = useSession((s) => s.start);
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
      <Popover.Dropdown className={classes.tall}>
        <strong>Computed on {backend.name}, in a worker of this page</strong>
        <p className="soft">{reasonWords(backend)}</p>
        <BackendDetails />
        <p className="soft" style={{ marginTop: 10 }}>
          Run the page on another one:{' '}
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
