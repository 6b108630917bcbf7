import { useState } from 'react';
import { useAct, useSession } from '../../session/part';
import { selectItem } from '../../session/verbs';
import { count, rating } from '../../ui/format';
import { cutSum } from '../../ui/predicted';
import { Num } from '../shared/Num';
import { MiniSplit } from './MiniSplit';
import classes from './Recommended.module.css';
import { ScoreSplit } from './ScoreSplit';

/** The ranked list, with the reasons and the split of each predicted rating. */
export function Recommended() {
  const act = useAct();
  const list = useSession((s) => s.view?.recommendations);
  const candidates = useSession((s) => s.view?.candidates ?? 0);
  const noun = useSession((s) => s.start?.dataset.itemNoun);
  const item = useSession((s) => s.item);
  const person = useSession((s) => s.view?.person.summary.id);
  const scale = useSession((s) => s.start?.dataset.rating);
  const [open, setOpen] = useState<string | null>(null);
  if (!list || person === undefined) return null;
  const cut = list.filter(({ prediction }) => cutSum(prediction) !== null);
  return (
    <section
      className="card"
      aria-label="Recommendations"
      style={{ '--accent': 'var(--item)' } as React.CSSProperties}
    >
      <h2>
        Best {list.length} of {count(candidates)} {noun?.many} not yet reviewed
      </h2>
      <p className="soft">
        Predicted rating, and words that this person likes and others like here. Small bars: how person, item
        and match move it from the mean of all ratings, blue up and orange down.{' '}
        {cut.length > 0 &&
          scale &&
          `The scale ends at ${scale.max}: where more comes out, the sum stands below, and the list goes by it.`}
      </p>
      <ol className="list" style={{ marginTop: 10 }}>
        {list.map((r) => (
          <li
            key={r.item.id}
            data-testid="recommendation-row"
            data-item={r.item.id}
            data-rating={r.prediction.raw}
            className={classes.item}
          >
            <div className={classes.row}>
              <button
                type="button"
                className={`plain-button row-button ${classes.choose}`}
                aria-current={r.item.id === item}
                onClick={() => act(selectItem(r.item.id))}
              >
                <span className={classes.rank}>{r.rank}</span>
                <span>
                  <span className={classes.name} title={r.item.name}>
                    {r.item.name}
                  </span>
                  <span className={`note ${classes.block}`}>
                    {r.item.facts.slice(0, 2).filter(Boolean).join(' · ')}
                  </span>
                  <span className={`note ${classes.reasons}`}>
                    {r.reasons.length > 0
                      ? r.reasons.map((w) => (
                          <span key={w.word} className={classes.reason}>
                            {w.word}
                          </span>
                        ))
                      : 'no word liked on both sides'}
                  </span>
                </span>
              </button>
              <div className={classes.end}>
                <span className={classes.rating}>
                  <Num open={{ of: 'prediction', person, item: r.item.id }} value={r.prediction.raw}>
                    {rating(r.prediction.rating)}
                  </Num>
                </span>
                {cutSum(r.prediction) && <span className="note">sum {cutSum(r.prediction)}</span>}
                <MiniSplit prediction={r.prediction} />
              </div>
            </div>
            <button
              type="button"
              className={`text-button ${classes.why}`}
              aria-expanded={open === r.item.id}
              onClick={() => setOpen(open === r.item.id ? null : r.item.id)}
            >
              {open === r.item.id ? 'Hide the sum' : 'Show the sum'}
              <span className="visually-hidden"> for {r.item.name}</span>
            </button>
            {open === r.item.id && <ScoreSplit prediction={r.prediction} person={person} item={r.item.id} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
