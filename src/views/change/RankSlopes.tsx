import { useState } from 'react';
import type { RankChange } from '../../engine/change';
import { RankChart } from './RankChart';
import { RankTable } from './RankTable';
import { slopesOf, summaryOf } from './slopes';

const NAMES = ['before', 'after'] as const;

/** How the ranking changed: a slope chart for the eye, one sentence, and a table that says the same. */
export function RankSlopes({ ranks }: { ranks: readonly RankChange[] }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <div>
      {!asTable && <RankChart ranks={ranks} names={NAMES} />}
      <p className="soft">
        {summaryOf(slopesOf(ranks))}{' '}
        <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </button>
      </p>
      {/* A table ignores a width of one pixel, so what hides it is a box around it. */}
      <div className={asTable ? undefined : 'visually-hidden'}>
        <RankTable ranks={ranks} names={NAMES} />
      </div>
    </div>
  );
}
