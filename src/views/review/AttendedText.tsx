import { Fragment } from 'react';
import type { AttendedToken } from '../../engine/answers';
import { useAttended } from '../../session/attended';
import { exact, percent, plural } from '../../ui/format';
import { Term } from '../../ui/Term';
import { FailureCard } from '../shared/FailureCard';
import { saidWord } from '../shared/reasonWords';
import classes from './Review.module.css';
import { type Unit, unitsOf } from './sentences';

const inWords = ({ effect, attention }: AttendedToken): string =>
  effect === null
    ? `attention ${exact(attention)}`
    : `${percent(effect)} of the effect, attention ${exact(attention)}`;

/** The draft's words tinted by what they do to the predicted rating, or by attention while no pair is chosen; unknown ones marked. */
export function AttendedText() {
  const { answer: tokens, failure } = useAttended();
  if (failure) return <FailureCard title="The text could not be read" error={failure} />;
  if (!tokens?.length) return null;
  const measured = tokens.every((t) => t.effect !== null);
  const units = unitsOf(tokens);
  const shareOf = (unit: Unit) => unit.tokens.reduce((sum, t) => sum + (t.effect ?? t.attention), 0);
  const most = Math.max(...units.map(shareOf)) || 1;
  const unknown = tokens.filter((t) => !t.known).length;
  const cut = tokens.filter((t) => t.cut).length;
  const denied = [...new Set(units.flatMap((unit) => unit.denied))];
  return (
    <div>
      <p className={classes.tokens} translate="no">
        {units.map((unit) => (
          <Fragment key={unit.tokens[0].start}>
            <span
              className={classes.unit}
              style={{
                background: `color-mix(in oklab, var(--attended) ${Math.round((30 * shareOf(unit)) / most)}%, transparent)`,
              }}
              {...(unit.denied.length > 0 && { 'data-testid': 'review-denied', 'data-denied': true })}
            >
              {unit.tokens.map((t, k) => (
                <Fragment key={t.start}>
                  {k > 0 && ' '}
                  <span
                    className={classes.token}
                    title={t.cut ? 'beyond the limit of words' : inWords(t)}
                    data-testid="review-token"
                    data-attention={t.attention}
                    data-effect={t.effect ?? undefined}
                    data-known={t.known}
                    data-cut={t.cut}
                  >
                    {t.word}
                  </span>
                </Fragment>
              ))}
            </span>{' '}
          </Fragment>
        ))}
      </p>
      <p className="soft">
        Stronger tint: more {measured ? <Term name="word effect">effect</Term> : <Term name="attention" />}.{' '}
        {denied.length > 0 &&
          `Framed, as one: it says ${denied.map((word) => saidWord(word, -1)).join(', ')}, which counts against ${denied.length === 1 ? 'that word' : 'those words'}. `}
        {unknown > 0 && `${plural(unknown, 'word')} underlined: not known to the model. `}
        {cut > 0 && `${plural(cut, 'word')} beyond the limit, struck through.`}
      </p>
    </div>
  );
}
