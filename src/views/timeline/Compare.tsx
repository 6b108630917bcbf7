import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Comparison } from '../../engine/api';
import { followPlaces, swapPlaces, useCompare } from '../../session/compare';
import { useSession } from '../../session/store';
import { FailureCard } from '../../ui/FailureCard';
import { exact, rating, signed } from '../../ui/format';
import { Term } from '../../ui/Term';
import classes from './Compare.module.css';
import { CompareDimensions } from './CompareDimensions';
import { CompareRanks } from './CompareRanks';
import { CompareWords } from './CompareWords';
import { PlacePicker } from './PlacePicker';

/** Any two moments, of one log or of two, side by side. */
export function Compare() {
  const { comparison, same, failure } = useCompare();
  useEffect(followPlaces, []);
  return (
    <section className="card" aria-label="Compare" data-testid="compare">
      <h2>Compare any two moments or branches</h2>
      <div className={classes.places}>
        <PlacePicker end="left" />
        <Button size="compact-sm" variant="default" onClick={swapPlaces} data-testid="compare-swap">
          Swap
        </Button>
        <PlacePicker end="right" />
      </div>
      {failure && <FailureCard title="These two could not be compared" message={failure} />}
      {same && !failure && (
        <p className="soft" data-testid="compare-same">
          Left and right are the same. Choose another moment or another log on one side.
        </p>
      )}
      {!same && !failure && !comparison && <p className="soft">Working it out…</p>}
      {comparison && <Compared comparison={comparison} />}
    </section>
  );
}

const apart = ({ before, after }: Comparison['person']): number =>
  Math.sqrt(before.reduce((sum, value, d) => sum + (value - after[d]) ** 2, 0));

function Compared({ comparison }: { comparison: Comparison }) {
  const item = useSession((s) => s.view?.item?.summary.name);
  const { person, prediction } = comparison;
  const distance = apart(person);
  return (
    <div data-testid="comparison" data-apart={distance}>
      <p className={classes.sentence}>
        The person’s <Term name="embedding" /> lies{' '}
        <strong title={exact(distance)}>{distance.toFixed(3)}</strong> apart
        {comparison.item && item && (
          <>
            , that of {item}{' '}
            <strong title={exact(apart(comparison.item))}>{apart(comparison.item).toFixed(3)}</strong>
          </>
        )}
        .{' '}
        {prediction && item && (
          <>
            Predicted rating of {item}:{' '}
            <strong title={exact(prediction.before.raw)}>{rating(prediction.before.rating)}</strong> →{' '}
            <strong title={exact(prediction.after.raw)}>{rating(prediction.after.rating)}</strong> (
            {signed(prediction.after.rating - prediction.before.rating)}).
          </>
        )}{' '}
        <span className="soft">Point at an item, a word or a dimension: it lights up wherever it is.</span>
      </p>
      <CompareRanks ranks={comparison.ranks} />
      <div className={classes.pair}>
        <CompareWords title="Words of the person" words={comparison.personProfile} hue="person" />
        {item && comparison.item && (
          <CompareWords title={`Words of ${item}`} words={comparison.itemProfile} hue="item" />
        )}
      </div>
      <CompareDimensions person={person} item={comparison.item} itemName={item ?? null} />
    </div>
  );
}
