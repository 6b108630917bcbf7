import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Comparison } from '../../engine/questions/compare';
import { followPlaces, isSame, swapPlaces, useCompared, useEnd } from '../../session/compare';
import { useSession } from '../../session/store';
import { arrow, distance, exact, moveOf } from '../../ui/format';
import { ownCounted } from '../../ui/predicted';
import { Term } from '../../ui/Term';
import { FailureCard } from '../shared/FailureCard';
import classes from './Compare.module.css';
import { CompareDimensions } from './CompareDimensions';
import { CompareRanks } from './CompareRanks';
import { CompareWords } from './CompareWords';
import { useLink } from './linked';
import { PlacePicker } from './PlacePicker';
import { comparedTitle } from './sentences';

/** Any two moments, of one log or of two, side by side. */
export function Compare() {
  const { of, failure: apart } = useCompared();
  const left = useEnd.left((s) => s.failure);
  const right = useEnd.right((s) => s.failure);
  const failure = left ?? right ?? apart;
  const same = of !== null && isSame(of);
  const fitting = useFitting();
  const comparison = failure ? null : fitting;
  useEffect(followPlaces, []);
  return (
    <section className="card" aria-label="Compare" data-testid="compare">
      <h2 aria-live="polite">{comparison ? comparedTitle(comparison) : 'Compare two moments or branches'}</h2>
      <p className="soft">Choose any two moments, of one log or of two; everything is worked out for both.</p>
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

/** The comparison, unless it is still that of another person or item. */
function useFitting(): Comparison | null {
  const { answer, of } = useCompared();
  const person = useSession((s) => s.view?.person.summary.id);
  const item = useSession((s) => s.view?.item?.summary.id ?? null);
  return of?.person === person && of?.item === item ? answer : null;
}

const apart = ({ before, after }: Comparison['person']): number =>
  Math.sqrt(before.reduce((sum, value, d) => sum + (value - after[d]) ** 2, 0));

/** The chosen item wherever it is named. */
function ItemName({ id, name }: { id: string; name: string }) {
  const { lit, on } = useLink('item', id);
  return (
    <span className={classes.item} data-lit={lit} {...on}>
      {name}
    </span>
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const item = useSession((s) => s.view?.item?.summary);
  const { person, prediction } = comparison;
  const far = apart(person);
  return (
    <div data-testid="comparison" data-apart={far}>
      <p className={classes.sentence}>
        The person’s <Term name="embedding" /> lies <strong title={exact(far)}>{distance(far)}</strong> apart
        {comparison.item && item && (
          <>
            , that of <ItemName id={item.id} name={item.name} />{' '}
            <strong title={exact(apart(comparison.item))}>{distance(apart(comparison.item))}</strong>
          </>
        )}
        .{' '}
        {prediction && item && (
          <>
            Predicted rating of <ItemName id={item.id} name={item.name} />:{' '}
            <strong title={`${exact(prediction.before.raw)} → ${exact(prediction.after.raw)}`}>
              {arrow(moveOf(prediction.before.rating, prediction.after.rating))}
            </strong>
            . {ownCounted(prediction.before, prediction.after)}
          </>
        )}{' '}
        <span className="soft">Point at an item, a word or a dimension: it lights up wherever it is.</span>
      </p>
      <CompareRanks ranks={comparison.ranks} />
      <div className={classes.pair}>
        <CompareWords title="Words of the person" words={comparison.personProfile} hue="person" />
        {item && comparison.item && (
          <CompareWords title={`Words of ${item.name}`} words={comparison.itemProfile} hue="item" />
        )}
      </div>
      <CompareDimensions person={person} item={comparison.item} itemName={item?.name ?? null} />
    </div>
  );
}
