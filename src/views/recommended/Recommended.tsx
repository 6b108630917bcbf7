import { useState } from 'react';
import { useAct, useSession } from '../../session/part';
import { selectItem, setScreen } from '../../session/verbs';
import { count, exact, hundredths, rating, signed } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { Term } from '../../ui/Term';
import { Num } from '../shared/Num';
import { reasonText } from '../shared/reasonText';
import { MiniSplit } from './MiniSplit';
import classes from './Recommended.module.css';
import { scaleOf } from './sentences';

const Sums = lazyPart(() => import('./Sums'), { waiting: <p className="soft">Adding up…</p> });

/** The list by choice score, with the words that speak for each item; both scores open as sums. */
export function Recommended() {
  const act = useAct();
  const list = useSession((s) => s.view?.recommendations);
  const candidates = useSession((s) => s.view?.candidates ?? 0);
  const noun = useSession((s) => s.start?.dataset.itemNoun);
  const item = useSession((s) => s.item);
  const person = useSession((s) => s.view?.person.summary.id);
  const [open, setOpen] = useState<string | null>(null);
  if (!list || person === undefined) return null;
  const scale = scaleOf(list.map(({ choice }) => choice));
  return (
    <section
      className="card"
      aria-label="Recommendations"
      style={{ '--accent': 'var(--item)' } as React.CSSProperties}
    >
      <h2>
        First {list.length} of {count(candidates)} {noun?.many} not yet reviewed
      </h2>
      <p className="soft">
        Sorted by <Term name="choice score" />, what to show first: popularity, match of states and match of
        words, as the small bars add them up, blue for more and orange for less. Below each name, the words
        that add most. The <Term name="predicted rating" />, how this person would rate it, sorts nothing.
      </p>
      <ol className="list" style={{ marginTop: 10 }}>
        {list.map((r) => (
          <li
            key={r.item.id}
            data-testid="recommendation-row"
            data-item={r.item.id}
            data-choice={r.choice.score}
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
                          <span key={w.word} className={classes.reason} title={exact(w.value)}>
                            {reasonText(w)} {signed(w.value)}
                          </span>
                        ))
                      : 'no word speaks for it'}
                  </span>
                </span>
              </button>
              <div className={classes.end}>
                <span className={classes.rating}>
                  <span className="visually-hidden">choice score </span>
                  <Num open={{ of: 'choice', person, item: r.item.id }} value={r.choice.score}>
                    {hundredths(r.choice.score)}
                  </Num>
                </span>
                <MiniSplit choice={r.choice} scale={scale} />
                <span className="note">
                  rating{' '}
                  <Num open={{ of: 'prediction', person, item: r.item.id }} value={r.prediction.raw}>
                    {rating(r.prediction.rating)}
                  </Num>
                </span>
              </div>
            </div>
            <button
              type="button"
              className={`text-button ${classes.why}`}
              aria-expanded={open === r.item.id}
              onClick={() => setOpen(open === r.item.id ? null : r.item.id)}
            >
              {open === r.item.id ? 'Hide the sums' : 'Show the sums'}
              <span className="visually-hidden"> for {r.item.name}</span>
            </button>
            {open === r.item.id && <Sums of={r} person={person} reach={scale.reach} />}
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="text-button"
        onClick={() => act(setScreen('others'))}
        data-testid="to-others"
      >
        What would another recommender show?
      </button>
    </section>
  );
}
