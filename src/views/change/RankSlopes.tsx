import type { RankChange } from '../../engine/change';
import { Drawing } from '../../ui/figure/Drawing';
import { RankChart } from './RankChart';
import { RankTable } from './RankTable';
import { PLACES, slopesOf, summaryOf } from './slopes';

const NAMES = ['before', 'after'] as const;

/** How the ranking changed: a slope chart for the eye, one sentence, and a table that says the same. */
export function RankSlopes({ ranks }: { ranks: readonly RankChange[] }) {
  const summary = summaryOf(slopesOf(ranks));
  return (
    <Drawing
      title={`Places, ${NAMES.join(' and ')}`}
      summary={summary}
      note={summary}
      signs={PLACES}
      table={() => <RankTable ranks={ranks} names={NAMES} />}
    >
      <RankChart ranks={ranks} names={NAMES} />
    </Drawing>
  );
}
