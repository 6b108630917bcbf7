import { Button, Group } from '@mantine/core';
import { actions } from '../../session/actions';
import { addressFor } from '../../session/address';
import { useAct } from '../../session/part';
import { useCopy } from '../../ui/useCopy';

interface Props {
  readonly title: string;
  readonly message: string;
  /** Whether another backend may do better. */
  readonly ofBackend?: boolean;
}

/** What went wrong and what to do; the address holds everything that was written. */
export function FailureCard({ title, message, ofBackend = false }: Props) {
  const act = useAct();
  const { outcome, copy } = useCopy();
  return (
    <section className="card" role="alert" data-testid="error" style={{ maxWidth: 640, margin: '24px auto' }}>
      <h2>{title}</h2>
      <p style={{ overflowWrap: 'anywhere' }}>{message}</p>
      <Group gap="sm">
        <Button size="sm" variant="filled" onClick={() => location.reload()}>
          Reload
        </Button>
        <Button size="sm" onClick={() => copy(location.href)}>
          {outcome === 'copied' ? 'Copied' : 'Copy link with my reviews'}
        </Button>
        <Button size="sm" variant="subtle" onClick={() => act(actions.datasets.perform)}>
          Other data sets
        </Button>
        {ofBackend && !location.search.includes('backend=') && (
          <Button size="sm" variant="subtle" component="a" href={addressFor({ backend: 'wasm' })}>
            Try the WASM backend
          </Button>
        )}
      </Group>
      {outcome === 'refused' && (
        <p className="soft" role="status">
          The browser does not let the page copy. Copy the address of this page by hand.
        </p>
      )}
    </section>
  );
}
