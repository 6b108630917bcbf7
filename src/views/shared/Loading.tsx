import { Progress as Bar } from '@mantine/core';
import type { Progress, Stage } from '../../engine/start';
import { useSession } from '../../session/part';
import { count, megabytes } from '../../ui/format';
import { Stalled } from './Stalled';

const STAGES: Record<Stage, string> = {
  backend: 'Getting this device ready to compute',
  manifest: 'Asking how much there is to load',
  download: 'Loading the model and its reviews',
  verify: 'Making sure that all of it came whole',
  prepare: 'Unpacking it',
  'self-check': 'Making sure that this device computes right',
  vectors: 'Loading what the reviews say',
  replay: 'Going through every review with the model',
  evaluate: 'Measuring how good the model is',
};

const size = (bytes: number): string =>
  bytes < 1e5 ? `${count(Math.round(bytes / 1e3))} kB` : megabytes(bytes);

/** How much there is, and what is left of it; empty where nobody knows. */
const amount = ({ done, total, unit }: Progress): string => {
  if (unit === 'bytes') return `${size(total - done)} of ${size(total)} left`;
  if (unit === 'interactions') return `${count(total - done)} of ${count(total)} reviews left`;
  return '';
};

/**
 * Stage and amount of what is loading, below the words of index.html, which stand where they stood. It asks for them itself: the
 * screen around it must not be drawn again at each step.
 */
export function Loading() {
  const progress = useSession((s) => s.progress);
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  const text = STAGES[progress?.stage ?? 'manifest'];
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
