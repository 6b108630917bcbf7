import { Button, Group } from '@mantine/core';
import type { Stage } from '../../engine/start';
import { addressFor } from '../../session/address';
import { useSession } from '../../session/part';
import { STALL, useStall } from '../../session/stall';

const COMING = 'Nothing has arrived for';
const COMPUTING = 'No step has been finished for';

/** What stands still; the first words of the remark. */
const SAID: Partial<Record<Stage, string>> = {
  backend: 'The browser has not started anything to compute with for',
  'self-check': COMPUTING,
  replay: COMPUTING,
};

const ADVICE: Partial<Record<Stage, string>> = {
  backend: 'If that stays, the page takes the next way to compute by itself, within two minutes.',
  'self-check': 'This machine may be slow, or its graphics driver may hang.',
  replay:
    'This machine may be slow, or its graphics driver may hang. Until it goes on, the numbers are the stored ones.',
};

const SLOW = 'The connection may be slow or gone. As soon as more arrives, the page goes on by itself.';

/** Said when nothing has been heard of the start for a while: what stands still, and what can be done about it. */
export function Stalled() {
  const stalled = useStall((s) => s.stalled);
  const stage = useSession((s) => s.progress?.stage);
  const running = useSession((s) => s.start?.backend.name);
  if (!stalled) return null;
  const computes = stage === 'backend' || stage === 'self-check' || stage === 'replay';
  const other = (running ?? new URLSearchParams(location.search).get('backend')) === 'wasm' ? 'cpu' : 'wasm';
  return (
    <div role="status" data-testid="stalled">
      <p className="soft" style={{ margin: '10px 0' }}>
        {(stage && SAID[stage]) ?? COMING} {STALL / 1000} seconds. {(stage && ADVICE[stage]) ?? SLOW} Your
        reviews are in the address.
      </p>
      <Group gap="sm">
        <Button size="compact-md" onClick={() => location.reload()}>
          Load again
        </Button>
        {computes && (
          <Button size="compact-md" variant="subtle" component="a" href={addressFor({ backend: other })}>
            Compute with {other === 'wasm' ? 'WASM' : 'plain JavaScript'} instead
          </Button>
        )}
      </Group>
    </div>
  );
}
