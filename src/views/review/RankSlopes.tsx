import { memo, useDeferredValue, useState } from 'react';
import type { RankChange } from '../../engine/answers';
import { says } from '../../ui/cell';
import { arrow, moveOf } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import classes from './Review.module.css';
import { placeParts, placesOf, slopesOf, summaryOf } from './slopes';

/** As high as most charts, so that what follows stays where it is. */
const drawing = (
  <p className="soft" style={{ minHeight: 314 }}>
    Drawing…
  </p>
);

// The charting library is the largest part of the page, and nobody sees it before the first review.
const SlopeChart = lazyPart(() => import('./SlopeChart'), { waiting: drawing });

const Chart = memo(({ ranks }: { ranks: readonly RankChange[] }) => <SlopeChart slopes={slopesOf(ranks)} />);

/** How the ranking changed: a slope chart for the eye, one sentence, and a table that says the same. */
export function RankSlopes({ ranks }: { ranks: readonly RankChange[] }) {
  const [asTable, setAsTable] = useState(false);
  // The chart takes longer than all else that a review redraws: it comes after, and in slices.
  const charted = useDeferredValue(ranks, null);
  return (
    <div>
      {!asTable && (
        <div aria-busy={charted !== ranks} className={classes.charted}>
          {charted ? <Chart ranks={charted} /> : drawing}
        </div>
      )}
      <p className="soft">
        {summaryOf(slopesOf(ranks))}{' '}
        <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </button>
      </p>
      {/* A table ignores a width of one pixel, so what hides it is a box around it. */}
      <div className={asTable ? undefined : 'visually-hidden'}>
        <table className={classes.words}>
          <caption className="visually-hidden">Places and predicted ratings, before and after</caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Place</th>
              <th scope="col">Predicted rating</th>
            </tr>
          </thead>
          <tbody>
            {ranks.map((r) => (
              <tr key={r.item.id}>
                <th scope="row">{r.item.name}</th>
                <td {...placeParts(r)}>{placesOf(r)}</td>
                <td {...says({ before: r.ratingBefore, after: r.ratingAfter })}>
                  {arrow(moveOf(r.ratingBefore, r.ratingAfter))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
