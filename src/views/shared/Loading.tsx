import { Progress as Bar } from '@mantine/core';
import type { Progress, Stage } from '../../engine/start';
import { useSession } from '../../session/part';
import { count, megabytes } from '../../ui/format';
import { Stalled } from './Stalled';

const STAGES: Record<Stage, string> = {
  backend: 'Choosing how to compute',
  manifest: 'Reading what the data set holds',
  download: 'Loading model and data',
  verify: 'Verifying checksums',
  prepare: 'Unpacking tables',
  'self-check': 'Checking results against the stored reference',
  vectors: 'Loading what the reviews say',
  replay: 'Replaying every interaction through the model',
  evaluate: 'Measuring the model on the test part',
};

const amount = ({ done, total, unit }: Progress): string => {
  if (unit === 'bytes') return `${megabytes(done)} of ${megabytes(total)}`;
  if (unit === 'interactions') return `${count(done)} of ${count(total)} interactions`;
  return '';
};

/** Stage and amount of what is loading. It asks for them itself: the screen around it must not be drawn again at each step. */
export function Loading() {
  const progress = useSession((s) => s.progress);
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  const text = progress ? STAGES[progress.stage] : 'Starting';
  return (
    <div data-testid="loading" role="status" style={{ maxWidth: 460, margin: '18vh auto 0', padding: 20 }}>
      <strong>{text}</strong>
      <Bar value={share} my="sm" aria-label={text} />
      <p className="soft">{progress ? amount(progress) || ' ' : ' '}</p>
      <Stalled />
    </div>
  );
}
