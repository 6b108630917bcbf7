import { useState } from 'react';
import type { HistoryEntry } from '../../engine/answers';
import { actions } from '../../session/actions';
import { useAct, useSession } from '../../session/part';
import { selectItem, showDifference } from '../../session/verbs';
import { count, day, percent, plural, rating } from '../../ui/format';
import { Term } from '../../ui/Term';
import { useOneStop } from '../../ui/useOneStop';
import { RatingChip } from '../shared/RatingChip';
import { saidWord } from '../shared/reasonWords';
import { useKind } from '../shared/useKind';
import classes from './PersonHistory.module.css';

/** Rows shown at first, and what of a long history is called its newest. */
const STEP = 50;

/** The person's interactions in order, each sized by what is left of it in the state. */
export function PersonHistory() {
  const act = useAct();
  const kind = useKind();
  const view = useSession((s) => s.view?.person);
  const item = useSession((s) => s.item);
  const quoted = useSession((s) => s.start?.dataset.quoted);
  const [limit, setLimit] = useState(STEP);
  const oneStop = useOneStop<HTMLOListElement>();
  if (!view) return null;
  const { history } = view;
  const shown = limit + history.filter(({ simulated }) => simulated).length;
  const newest = history.slice(-STEP).reduce((sum, { share }) => sum + share, 0);
  const most = Math.max(...history.map((h) => h.share), 0);
  return (
    <section className="card" aria-label={`Reviews of this ${kind}`}>
      <h2>{history.length === 0 ? 'No reviews yet' : `${plural(history.length, 'review')}, newest first`}</h2>
      <p className="soft">
        {history.length === 0 ? (
          <>
            A new person starts from the learned initial state.{' '}
            <button type="button" className="text-button" onClick={() => act(actions.writeReview.perform)}>
              Write a review
            </button>{' '}
            and watch it change.
          </>
        ) : (
          <>
            The bar shows how much of each <Term name="interaction" /> is left in the{' '}
            <Term name="embedding">embedding</Term>. Outlined: written here.
            {history.length > 2 * STEP &&
              ` The newest ${STEP} make ${percent(newest)} of what is left: a state is a chain of updates, and each fades those before.`}
            {quoted && history.some(({ text }) => text) && ` ${quoted}`}
          </>
        )}
      </p>
      <ol {...oneStop} className="list scroll" style={{ marginTop: 10, maxHeight: 420 }}>
        {history
          .toReversed()
          // The chosen one is shown however old it is.
          .filter((entry, k) => k < shown || entry.item === item)
          .map((entry) => (
            <li key={entry.key}>
              <Row entry={entry} most={most} current={entry.item === item} />
            </li>
          ))}
        {shown < history.length && (
          <li>
            <button type="button" className="text-button" onClick={() => setLimit(limit + 4 * STEP)}>
              Show more of {count(history.length)}
            </button>
          </li>
        )}
      </ol>
    </section>
  );
}

function Row({ entry, most, current }: { entry: HistoryEntry; most: number; current: boolean }) {
  const act = useAct();
  return (
    <button
      type="button"
      className="plain-button row-button"
      style={{ '--accent': 'var(--item)' } as React.CSSProperties}
      aria-current={current}
      onClick={() => (entry.simulated ? act(showDifference(entry.key)) : act(selectItem(entry.item)))}
      data-testid="history-row"
      data-key={entry.key}
      data-remaining={entry.remaining}
    >
      <div className={classes.head}>
        <span className={classes.name}>{entry.itemName}</span>
        {entry.rating !== null ? (
          <RatingChip value={entry.rating} />
        ) : (
          <span className="soft" style={{ flex: 'none' }} title="No overall rating was given">
            no rating
          </span>
        )}
      </div>
      <div className={`note ${classes.words}`}>
        {entry.time !== null && `${day(entry.time)} · `}
        {entry.keywords
          .slice(0, 4)
          .map(({ word, weight }) => saidWord(word, weight))
          .join(', ') || (entry.words > 0 ? 'no keyword in the text' : 'no text')}
      </div>
      {entry.text && (
        <p className={classes.text} data-whole={current}>
          “{entry.text}”
        </p>
      )}
      <div className={classes.track}>
        <span
          className={classes.bar}
          data-simulated={entry.simulated}
          style={{ width: `${most > 0 ? (100 * entry.share) / most : 0}%` }}
        />
        <span className={`note ${classes.share}`}>
          {percent(entry.share)}
          <span className="visually-hidden">
            {' '}
            of what is left{entry.rating !== null && `, rated ${rating(entry.rating)}`}
          </span>
        </span>
      </div>
    </button>
  );
}
