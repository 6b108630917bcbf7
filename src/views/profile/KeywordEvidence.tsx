import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../session/part';
import { capital, count, day, exact, signed } from '../../ui/format';
import { RatingChip } from '../shared/RatingChip';
import { ReviewSentences, useSentences } from '../shared/ReviewSentences';
import { saidWord, toneWords } from '../shared/reasonWords';
import { useItemNoun, useKind } from '../shared/useKind';
import type { Profiled } from './KeywordProfile';
import classes from './Profiles.module.css';

const MOST = 6;

/** Which interactions put a word into the profiles, with their ratings. */
export default function KeywordEvidence({ word, onClose }: { word: string; onClose: () => void }) {
  const view = useSession((s) => s.view);
  if (!view) return null;
  return (
    <div className={classes.evidence} data-testid="evidence">
      <div style={{ display: 'flex', justifyContent: 'space-between' }}>
        <h3>Where “{word}” comes from</h3>
        <CloseButton size="sm" aria-label="Close the evidence" onClick={onClose} />
      </div>
      <div className={view.item ? `pair ${classes.pair}` : undefined}>
        <Side {...view.person} word={word} of="person" />
        {view.item && <Side {...view.item} word={word} of="item" />}
      </div>
    </div>
  );
}

interface SideProps extends Profiled {
  readonly word: string;
  readonly of: 'person' | 'item';
}

function Side({ summary, profile, history, word, of }: SideProps) {
  const [all, setAll] = useState(false);
  const kind = useKind();
  const noun = useItemNoun().one;
  const called = of === 'person' ? kind : noun;
  const said = useSentences({ side: of === 'person' ? 'user' : 'item', id: summary.id, word });
  const found = profile.words.find((w) => w.word === word);
  if (!found) return <p className="soft">Not among the heaviest words of this {called}.</p>;
  const byKey = new Map(history.map((h) => [h.key, h]));
  return (
    <div style={{ '--accent': `var(--${of})` } as React.CSSProperties}>
      <p className="soft">
        Weight {signed(found.weight)} in the profile of this {called}, the sum of what each review brings
        {found.polarity !== null && `; ${signed(found.polarity)} stars on average`}
      </p>
      <ul className="list" style={{ marginTop: 6, fontSize: 'var(--size-small)' }}>
        {found.evidence.slice(0, all ? undefined : MOST).map(({ key, weight, denied, tone }) => {
          const entry = byKey.get(key);
          if (!entry) return null;
          const mentioned = said.get(key);
          return (
            <li key={key}>
              <div style={{ display: 'flex', gap: 8, justifyContent: 'space-between' }}>
                <span className="ellipsis" title={of === 'person' ? entry.itemName : entry.personLabel}>
                  {of === 'person' ? entry.itemName : entry.personLabel}
                </span>
                <span style={{ whiteSpace: 'nowrap' }}>
                  {entry.rating !== null && <RatingChip value={entry.rating} />}{' '}
                  <span className="soft" title={exact(weight)}>
                    {signed(weight)}
                  </span>
                </span>
              </div>
              {(entry.time !== null || denied) && (
                // Below the name, which may be long: a date is never cut.
                <div className="note">
                  {entry.time !== null && <span data-testid="evidence-date">{day(entry.time)}</span>}
                  {entry.time !== null && denied && ' · '}
                  {denied && <span data-testid="denied">says “{saidWord(word, -1)}”</span>}
                </div>
              )}
              {mentioned && <ReviewSentences mentioned={mentioned} />}
              {of === 'person' && tone !== 0 && <div className="soft">{capital(toneWords(tone))}.</div>}
            </li>
          );
        })}
      </ul>
      {found.evidence.length > MOST && !all && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          Show {count(found.evidence.length - MOST)} more
        </button>
      )}
    </div>
  );
}
