import { lazy, Suspense, useState } from 'react';
import type { RankChange } from '../../engine/api';
import { rating, signed } from '../../ui/format';
import classes from './Review.module.css';
import { slopesOf, summaryOf } from './slopes';

// The charting library is the largest part of the page, and nobody sees it before the first review.
const SlopeChart = lazy(() => import('./SlopeChart'));

const place = (rank: number | null): string => (rank === null ? 'reviewed' : String(rank));

/** How the ranking changed: a slope chart for the eye, one sentence, and a table that says the same. */
export function RankSlopes({ ranks }: { ranks: readonly RankChange[] }) {
  const [asTable, setAsTable] = useState(false);
  const slopes = slopesOf(ranks);
  return (
    <div>
      {!asTable && (
        <Suspense fallback={<p className="soft">Drawing…</p>}>
          <SlopeChart slopes={slopes} />
        </Suspense>
      )}
      <p className="soft">
        {summaryOf(slopes)}{' '}
        <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </button>
      </p>
      {/* A table ignores a width of one pixel, so what hides it is a box around it. */}
      <div className={asTable ? undefined : 'visually-hidden'}>
        <table className={classes.words}>
          <caption className="visually-hidden">
            Ranks and predicted ratings before and after the review
          </caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Rank</th>
              <th scope="col">Rating</th>
            </tr>
          </thead>
          <tbody>
            {ranks.map((r) => (
              <tr key={r.item.id}>
                <th scope="row">{r.item.name}</th>
                <td>
                  {place(r.before)} → {place(r.after)}
                </td>
                <td>
                  {rating(r.ratingAfter)} ({signed(r.ratingAfter - r.ratingBefore)})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
