import { memo, useDeferredValue, useMemo } from 'react';
import type { RankChange } from '../../engine/change';
import { lazyPart } from '../../ui/Part';
import classes from './Change.module.css';
import { letGo, litItem, setLinked, useLinked } from './linked';
import { slopesOf } from './slopes';

/** As high as most charts, so that what follows stays where it is. */
const drawing = (
  <p className="soft" style={{ minHeight: 314 }}>
    Drawing…
  </p>
);

// The charting library is the largest part of the page, and nobody sees it before the first review.
const SlopeChart = lazyPart(() => import('./SlopeChart'), { waiting: drawing });

interface Props {
  readonly ranks: readonly RankChange[];
  /** What both moments are called. */
  readonly names: readonly [string, string];
  /** As of the chart. */
  readonly last?: number;
  /** Whether an item that is pointed at is lit wherever it is. */
  readonly linked?: boolean;
}

/** Places at both moments as slopes. They take longer than all else that a review redraws: they come after, and in slices. */
export function RankChart({ ranks, ...rest }: Props) {
  const charted = useDeferredValue(ranks, null);
  return (
    <div aria-busy={charted !== ranks} className={classes.charted}>
      {charted ? <Slopes ranks={charted} {...rest} /> : drawing}
    </div>
  );
}

const point = (id: string | null) => (id === null ? letGo('item') : setLinked({ kind: 'item', id }));

const Slopes = memo(({ ranks, names, last = 14, linked = false }: Props) => {
  const lit = useLinked((s) => (linked ? litItem(s) : null));
  const slopes = useMemo(() => slopesOf(ranks), [ranks]);
  return <SlopeChart {...{ slopes, last, names, lit }} {...(linked && { onPoint: point })} />;
});
