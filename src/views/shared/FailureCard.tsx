import { Button, Group } from '@mantine/core';
import { EngineError } from '../../engine/engineError';
import { actions } from '../../session/actions';
import { addressFor } from '../../session/address';
import { useAct } from '../../session/part';
import { reasonOf } from '../../session/reason';
import { useCopy } from '../../ui/useCopy';
import { plainWords } from './problemWords';
import { mayBeBackend, whatHelps } from './whatHelps';

interface Props {
  readonly title: string;
  readonly error: Error;
  /** Whether the page as a whole stands on it, so that another backend is worth a try. */
  readonly whole?: boolean;
}

/** What went wrong and what to do, what is likeliest to help first; the address holds everything that was written. */
export function FailureCard({ title, error, whole = false }: Props) {
  const act = useAct();
  const { outcome, copy } = useCopy();
  const first = whatHelps(error);
  const { said, detail } =
    error instanceof EngineError ? plainWords(error) : { said: reasonOf(error), detail: null };
  const ways = [
    <Button
      key="reload"
      size="sm"
      variant={first === 'reload' ? 'filled' : 'subtle'}
      onClick={() => location.reload()}
    >
      Reload
    </Button>,
    <Button key="copy" size="sm" onClick={() => copy(location.href)}>
      {outcome === 'copied' ? 'Copied' : 'Copy link with my reviews'}
    </Button>,
    <Button
      key="datasets"
      size="sm"
      variant={first === 'datasets' ? 'filled' : 'subtle'}
      onClick={() => act(actions.datasets.perform)}
    >
      Other data sets
    </Button>,
  ];
  return (
    <section className="card alone" role="alert" data-testid="error">
      <h2>{title}</h2>
      <p style={{ overflowWrap: 'anywhere' }}>{said}</p>
      {detail && <p className="soft">{detail}</p>}
      <Group gap="sm">
        {first === 'reload' ? ways : ways.reverse()}
        {whole && mayBeBackend(error) && !location.search.includes('backend=') && (
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
