import { COMPARED } from '../../session/compare';
import { says } from '../../ui/cell';
import { arrow, exact, moveOf } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { placeParts, placesOf, type Slope, slopesOf, summaryOf } from '../review/slopes';
import classes from './Compare.module.css';
import { litItem, setLinked, useLink, useLinked } from './linked';

// The charting library is the largest part of the page.
const SlopeChart = lazyPart(() => import('../review/SlopeChart'), {
  waiting: <p className="soft">Drawing…</p>,
});

/** Places drawn below the first twenty, for those that fell out or come from below. */
const BELOW = 4;

interface Props {
  readonly ranks: Parameters<typeof slopesOf>[0];
}

/** The first twenty of both sides, as slopes and as a table; what is pointed at in one is lit in both. */
export function CompareRanks({ ranks }: Props) {
  const lit = useLinked(litItem);
  const slopes = slopesOf(ranks);
  return (
    <div>
      <h3>The first {COMPARED}</h3>
      <p className="soft">
        {summaryOf(slopes)} ▲ rose, ▼ fell, grey stayed. Places among what is reviewed on neither side.
      </p>
      <div className={classes.ranks}>
        <SlopeChart
          slopes={slopes}
          last={COMPARED + BELOW}
          columns={['left', 'right']}
          lit={lit}
          onPoint={(id) => setLinked(id === null ? null : { kind: 'item', id })}
        />
        <table className={classes.table}>
          <caption className="visually-hidden">Places and predicted ratings, left and right</caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Place</th>
              <th scope="col">Predicted rating</th>
            </tr>
          </thead>
          <tbody>
            {slopes.map((slope) => (
              <RankRow key={slope.change.item.id} slope={slope} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const ARROWS = { rose: '▲ ', fell: '▼ ', stayed: '', left: '' };

function RankRow({ slope }: { slope: Slope }) {
  const { item, ratingBefore, ratingAfter } = slope.change;
  const { lit, on } = useLink('item', item.id);
  return (
    <tr data-lit={lit} data-testid="compare-rank" data-item={item.id} {...on}>
      <th scope="row">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what pointing shows must be reachable by key */}
        <span tabIndex={0}>{item.name}</span>
      </th>
      <td data-direction={slope.direction} {...placeParts(slope.change)}>
        <span aria-hidden="true">{ARROWS[slope.direction]}</span>
        {placesOf(slope.change)}
      </td>
      <td
        title={`${exact(ratingBefore)} → ${exact(ratingAfter)}`}
        {...says({ left: ratingBefore, right: ratingAfter })}
      >
        {arrow(moveOf(ratingBefore, ratingAfter))}
      </td>
    </tr>
  );
}
