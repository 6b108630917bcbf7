import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import type { Change } from '../../engine/change';
import { COMPARED, followPlaces, isSame, swapPlaces, useCompared, useEnd } from '../../session/compare';
import { useAct, useSession } from '../../session/part';
import { Drawing } from '../../ui/figure/Drawing';
import { aOf, arrow, distance, exact, moveOf } from '../../ui/format';
import { ownCounted } from '../../ui/predicted';
import { Term } from '../../ui/Term';
import { useLink } from '../change/linked';
import { RankChart } from '../change/RankChart';
import { RankTable } from '../change/RankTable';
import { PLACES, slopesOf, summaryOf } from '../change/slopes';
import { FailureCard } from '../shared/FailureCard';
import { useItemNoun, useKind } from '../shared/useKind';
import classes from './Compare.module.css';
import { CompareDimensions } from './CompareDimensions';
import { CompareWords } from './CompareWords';
import { PlacePicker } from './PlacePicker';
import { comparedTitle } from './sentences';

/** Any two moments, of one log or of two, side by side. */
export function Compare() {
  const act = useAct();
  const { of, failure: apart } = useCompared();
  const left = useEnd.left((s) => s.failure);
  const right = useEnd.right((s) => s.failure);
  const failure = left ?? right ?? apart;
  const same = of !== null && isSame(of);
  const fitting = useFitting();
  const comparison = failure ? null : fitting;
  useEffect(() => act(followPlaces), [act]);
  return (
    <section className="card" aria-label="Compare" data-testid="compare">
      <h2 aria-live="polite">{comparison ? comparedTitle(comparison) : 'Compare two moments or branches'}</h2>
      <p className="soft">Choose any two moments, of one log or of two; everything is worked out for both.</p>
      <Group align="flex-end" gap="8px 14px" my={10}>
        <PlacePicker end="left" />
        <Button onClick={() => act(swapPlaces)} data-testid="compare-swap">
          Swap
        </Button>
        <PlacePicker end="right" />
      </Group>
      {failure && <FailureCard title="These two could not be compared" error={failure} />}
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
function useFitting(): Change | null {
  const { answer, of } = useCompared();
  const person = useSession((s) => s.view?.person.summary.id);
  const item = useSession((s) => s.view?.item?.summary.id ?? null);
  return of?.person === person && of?.item === item ? answer : null;
}

/** The chosen item wherever it is named. */
function ItemName({ id, name }: { id: string; name: string }) {
  const { lit, on } = useLink('item', id);
  return (
    <span className={classes.item} data-lit={lit} {...on}>
      {name}
    </span>
  );
}

const NAMES = ['left', 'right'] as const;
/** Places drawn below the first twenty, for those that fell out or come from below. */
const BELOW = 4;

function Compared({ comparison: { person, item, ranks } }: { comparison: Change }) {
  const summary = useSession((s) => s.view?.item?.summary);
  const kind = useKind();
  const noun = useItemNoun().one;
  const chosen = item && summary && { ...summary, ...item };
  const prediction = item?.prediction;
  return (
    <div data-testid="comparison" data-apart={person.distance}>
      <p className={classes.sentence}>
        The {kind}’s <Term name="embedding" /> differs by{' '}
        <strong title={exact(person.distance)}>{distance(person.distance)}</strong> between left and right
        {chosen && (
          <>
            , that of <ItemName id={chosen.id} name={chosen.name} /> by{' '}
            <strong title={exact(chosen.distance)}>{distance(chosen.distance)}</strong>
          </>
        )}
        .{' '}
        {chosen && prediction && (
          <>
            Predicted rating of <ItemName id={chosen.id} name={chosen.name} />:{' '}
            <strong title={`${exact(prediction.before.raw)} → ${exact(prediction.after.raw)}`}>
              {arrow(moveOf(prediction.before.rating, prediction.after.rating))}
            </strong>
            . {ownCounted(kind, prediction.before, prediction.after)} Its choice score:{' '}
            <strong title={`${exact(chosen.choice.before.score)} → ${exact(chosen.choice.after.score)}`}>
              {arrow(moveOf(chosen.choice.before.score, chosen.choice.after.score))}
            </strong>
            .
          </>
        )}{' '}
        <span className="soft">
          Point at {aOf(noun)}, a word or a dimension: it lights up wherever it is.
        </span>
      </p>
      <h3>The first {COMPARED}, by choice score</h3>
      <p className="soft">
        {summaryOf(slopesOf(ranks))} ▲ rose, ▼ fell, grey stayed. Places among what is reviewed on neither
        side.
      </p>
      <div className={`pair ${classes.pair}`} data-wide>
        <Drawing title={`Places, ${NAMES.join(' and ')}`} summary={summaryOf(slopesOf(ranks))} signs={PLACES}>
          <RankChart ranks={ranks} names={NAMES} last={COMPARED + BELOW} linked />
        </Drawing>
        <RankTable ranks={ranks} names={NAMES} linked />
      </div>
      <div className={`pair ${classes.pair}`} data-wide>
        <CompareWords title={`Words of the ${kind}`} words={person.heaviest} hue="person" />
        {chosen && <CompareWords title={`Words of ${chosen.name}`} words={chosen.heaviest} hue="item" />}
      </div>
      <CompareDimensions person={person} item={chosen || null} />
    </div>
  );
}
