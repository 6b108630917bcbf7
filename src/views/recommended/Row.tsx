import { partsOf } from '../../engine/choice';
import type { Recommendation, View } from '../../engine/questions/view';
import { useAct, useSession } from '../../session/part';
import { selectItem } from '../../session/verbs';
import { count, rating, signed } from '../../ui/format';
import { OnOneLine } from '../../ui/OnOneLine';
import { lazyPart } from '../../ui/Part';
import { useLink } from '../change/linked';
import { Num } from '../shared/Num';
import { isPopular, reasonWords, termRef } from '../shared/reasonWords';
import { ScoreNumber } from '../shared/ScoreNumber';
import classes from './Recommended.module.css';
import { SumBar } from './SumBar';
import { type Scale, segmentsOf, strongest } from './sentences';

const Sums = lazyPart(() => import('../shared/sums/Sums'), { waiting: <p className="soft">Adding up…</p> });

const BETWEEN = ' · ';

interface Props {
  readonly of: Recommendation;
  readonly person: View['person']['summary'];
  readonly average: View['average'];
  readonly scale: Scale;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A place of a person’s list: the terms of its score as a bar, and as many of the strongest in words as one line holds; opened, all of it. */
export function Row({ of: r, person, average, scale, open, onToggle }: Props) {
  const act = useAct();
  const chosen = useSession((s) => s.item === r.item.id);
  const { lit, on } = useLink('item', r.item.id);
  const pair = { person: person.id, item: r.item.id };
  const { choice } = r;
  // Where the review that is shown has moved it from; that the reviewed one leaves the list moves nothing.
  const was = useSession(({ view }) => {
    const change = view?.change?.ranks.find(({ item }) => item.id === r.item.id);
    if (!change || change.placeBefore === change.placeAfter || change.before === r.rank) return null;
    return change.before;
  });
  const own = person.simulated ? 'your' : 'the';
  const popular = isPopular(choice, average) && (
    <span key="popularity" data-testid="reason" data-value={partsOf(choice)[0]}>
      mostly because many like it{' '}
      {Number.isFinite(choice.times) && choice.times !== 1 && `${choice.times} × `}
      <Num open={{ of: 'choice-popularity', ...pair }} value={choice.popularity} as={signed} />
    </span>
  );
  const named = strongest(r).map((reason) => {
    const text = reasonWords(reason, own);
    return (
      <span key={text} data-testid="reason" data-value={reason.value}>
        {text} <Num open={termRef(reason, pair)} value={reason.value} as={signed} />
      </span>
    );
  });
  const about = [
    was !== null && (
      <strong key="was" data-testid="was">
        <span aria-hidden="true">{was > r.rank ? '▲' : '▼'}</span> was {count(was)} before this review
      </strong>
    ),
    ...r.item.facts.slice(0, 2),
  ].filter(Boolean);
  const reasons = popular ? [popular, ...named] : named;
  return (
    <li
      data-testid="recommendation-row"
      data-item={r.item.id}
      data-choice={choice.score}
      data-rating={r.prediction.raw}
      data-lit={lit}
      className={classes.item}
      {...on}
    >
      <div className={classes.row}>
        <button
          type="button"
          className={`plain-button row-button ${classes.choose}`}
          aria-current={chosen}
          onClick={() => act(selectItem(r.item.id))}
        >
          <span className={classes.rank}>{r.rank}</span>
          <span>
            <span className={classes.name}>{r.item.name}</span>
            <span className={`note ${classes.about}`}>
              <OnOneLine parts={about} between={BETWEEN} loose={was === null} all={open} />
            </span>
          </span>
        </button>
        <div className={classes.end}>
          <span className={classes.rating}>
            <span className="visually-hidden">choice score </span>
            <ScoreNumber choice={choice} {...pair} />
          </span>
          <span className="note">
            rating{' '}
            <Num
              open={{ of: 'prediction', ...pair }}
              value={r.prediction.raw}
              as={() => rating(r.prediction.rating)}
            />
          </span>
        </div>
      </div>
      <SumBar segments={segmentsOf(r)} score={choice.score} average={average.score} scale={scale} />
      <div className={`note ${classes.foot}`}>
        {open ? (
          <ul className={classes.reasons}>
            {reasons.map((reason) => (
              <li key={reason.key}>{reason}</li>
            ))}
          </ul>
        ) : (
          <p className={classes.line}>
            <OnOneLine parts={reasons} between={BETWEEN} />
          </p>
        )}
        <button
          type="button"
          className={`text-button ${classes.why}`}
          aria-expanded={open}
          onClick={onToggle}
        >
          <span className={classes.verb}>{open ? 'Hide the' : 'Show the'} </span>sum
          <span className="visually-hidden"> for {r.item.name}</span>
        </button>
      </div>
      {open && <Sums item={r.item.id} prediction={r.prediction} />}
    </li>
  );
}
