import { useState } from 'react';
import type { Quote as Quoted, QuoteRequest } from '../../../engine/questions/quote';
import { useAnswer, useSession } from '../../../session/part';
import type { Verb } from '../../../session/session';
import { day } from '../../../ui/format';
import { beginningOf } from '../../../ui/sentences';
import { errorWords } from '../problemWords';
import { RatingChip } from '../RatingChip';
import classes from './Sums.module.css';
import type { More } from './Terms';

const ask =
  (request: QuoteRequest): Verb<Promise<Quoted>> =>
  ({ engine }) =>
    engine.quote(request);

/** Letters of a review that are quoted before all of it is asked for. */
const MOST = 280;

/** What a review says, as it is offered beside the term that it is. @param about what it is of, or who wrote it: “of X”, “by Y” */
export const quoting = (key: string, about: string): More => ({
  name: 'what it said',
  about,
  of: <Quote of={key} />,
});

/** A review in its own words, read when it is opened: a row of a sum. */
function Quote({ of: key }: { of: string }) {
  const log = useSession((s) => s.history.present);
  const at = useSession((s) => s.at);
  const [whole, setWhole] = useState(false);
  const { answer, of, failure } = useAnswer(ask, { log, at, key });
  return (
    <tr>
      <td colSpan={3} className="note">
        {of?.key === key && answer ? (
          <div className={classes.quote} data-testid="quote">
            <strong>{answer.personLabel}</strong>
            {answer.time !== null && `, ${day(answer.time)}`}{' '}
            {answer.rating !== null && (
              <span className={classes.rated}>
                · <RatingChip value={answer.rating} />
              </span>
            )}
            {answer.text && <Words text={answer.text} whole={whole} onWhole={() => setWhole(true)} />}
          </div>
        ) : failure ? (
          errorWords(failure)
        ) : (
          'Looking for the review…'
        )}
      </td>
    </tr>
  );
}

function Words({ text, whole, onWhole }: { text: string; whole: boolean; onWhole: () => void }) {
  const first = beginningOf(text, MOST);
  const cut = !whole && first.length < text.trimEnd().length;
  return (
    <p className="soft">
      “{cut ? `${first} …` : text.trim()}”{' '}
      {cut && (
        <button type="button" className="text-button" onClick={onWhole}>
          all of it
        </button>
      )}
    </p>
  );
}
