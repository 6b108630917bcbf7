import type { RankChange } from '../../engine/change';
import { Twin, useTwin } from '../../ui/twin';
import { RankChart } from './RankChart';
import { RankTable } from './RankTable';
import { slopesOf, summaryOf } from './slopes';

const NAMES = ['before', 'after'] as const;

/** How the ranking changed: a slope chart for the eye, one sentence, and a table that says the same. */
export function RankSlopes({ ranks }: { ranks: readonly RankChange[] }) {
  const [asTable, turn] = useTwin();
  return (
    <div>
      {!asTable && <RankChart ranks={ranks} names={NAMES} />}
      <p className="soft">
        {summaryOf(slopesOf(ranks))} {turn}
      </p>
      <Twin seen={asTable}>
        <RankTable ranks={ranks} names={NAMES} />
      </Twin>
    </div>
  );
}
