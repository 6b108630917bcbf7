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

/**
 * Stage and amount of what is loading, below the words of index.html, which stand where they stood. It asks for them itself: the
 * screen around it must not be drawn again at each step.
 */
export function Loading() {
  const progress = useSession((s) => s.progress);
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  const text = progress ? STAGES[progress.stage] : 'Starting';
  return (
    <div data-testid="loading" className="loading">
      <strong>A recommender that shows its working</strong>
      <p>It comes to you whole and computes in your browser: every number you will see is worked out here.</p>
      <div role="status">
        {text}
        <Bar value={share} my="sm" aria-label={text} />
        <p className="soft">{progress ? amount(progress) || ' ' : ' '}</p>
      </div>
      <Stalled />
    </div>
  );
}
