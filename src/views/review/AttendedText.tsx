import { Fragment } from 'react';
import { useSession } from '../../session/store';
import { exact, plural } from '../../ui/format';
import { Term } from '../../ui/Term';
import classes from './Review.module.css';

/** The draft's words tinted by their attention; unknown ones marked. */
export function AttendedText() {
  const tokens = useSession((s) => s.tokens);
  if (tokens.length === 0) return null;
  const most = Math.max(...tokens.map((t) => t.attention));
  const unknown = tokens.filter((t) => !t.known).length;
  const cut = tokens.filter((t) => t.cut).length;
  return (
    <div>
      <p className={classes.tokens}>
        {tokens.map((t) => (
          <Fragment key={t.start}>
            <span
              className={classes.token}
              title={t.cut ? 'past the limit of words' : `attention ${exact(t.attention)}`}
              style={{
                background: `color-mix(in oklab, var(--person) ${Math.round((42 * t.attention) / most)}%, transparent)`,
              }}
              data-testid="review-token"
              data-attention={t.attention}
              data-known={t.known}
              data-cut={t.cut}
            >
              {t.word}
            </span>{' '}
          </Fragment>
        ))}
      </p>
      <p className="soft">
        Darker: more <Term name="attention" />.{' '}
        {unknown > 0 && `${plural(unknown, 'word')} underlined: the model never learned it. `}
        {cut > 0 && `${plural(cut, 'word')} past the limit, struck through.`}
      </p>
    </div>
  );
}
