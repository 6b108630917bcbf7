import { partsOf } from '../../engine/choice';
import type { Recommendation, View } from '../../engine/questions/view';
import { useAct, useSession } from '../../session/part';
import { selectItem } from '../../session/verbs';
import { rating, signed } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { useLink } from '../change/linked';
import { Num } from '../shared/Num';
import { isPopular, reasonWords, termRef } from '../shared/reasonWords';
import { ScoreNumber } from '../shared/ScoreNumber';
import classes from './Recommended.module.css';
import { SumBar } from './SumBar';
import { type Scale, segmentsOf, strongest } from './sentences';

const Sums = lazyPart(() => import('../shared/sums/Sums'), { waiting: <p className="soft">Adding up…</p> });

interface Props {
  readonly of: Recommendation;
  readonly person: View['person']['summary'];
  readonly average: View['average'];
  readonly scale: Scale;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A place of a person’s list: the terms of its score as a bar, and the strongest in words. */
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
            <span className={classes.name} title={r.item.name}>
              {r.item.name}
            </span>
            <span className={`note ${classes.block}`}>
              {was !== null && (
                <strong data-testid="was">
                  <span aria-hidden="true">{was > r.rank ? '▲' : '▼'}</span> was {was}
                  {r.item.facts.length > 0 && ' · '}
                </strong>
              )}
              {r.item.facts.slice(0, 2).filter(Boolean).join(' · ')}
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
      <ul className={`note ${classes.reasons}`}>
        {isPopular(choice, average) && (
          <li data-testid="reason" data-value={partsOf(choice)[0]}>
            mostly because many like it{' '}
            {Number.isFinite(choice.times) && choice.times !== 1 && `${choice.times} × `}
            <Num open={{ of: 'choice-popularity', ...pair }} value={choice.popularity} as={signed} />
          </li>
        )}
        {strongest(r).map((reason) => {
          const text = reasonWords(reason, person.simulated ? 'your' : 'the');
          return (
            <li key={text} title={text} data-testid="reason" data-value={reason.value}>
              <span className="ellipsis">{text}</span>{' '}
              <Num open={termRef(reason, pair)} value={reason.value} as={signed} />
            </li>
          );
        })}
        <li className={classes.why}>
          <button type="button" className="text-button" aria-expanded={open} onClick={onToggle}>
            {open ? 'Hide the sum' : 'Show the sum'}
            <span className="visually-hidden"> for {r.item.name}</span>
          </button>
        </li>
      </ul>
      {open && <Sums item={r.item.id} prediction={r.prediction} />}
    </li>
  );
}
