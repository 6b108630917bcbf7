import { useState } from 'react';
import type { HistoryEntry, Profile } from '../../engine/answers';
import type { DatasetInfo } from '../../engine/start';
import { useAct, useSession } from '../../session/part';
import { selectItem } from '../../session/verbs';
import { capital, count, rating } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { Term } from '../../ui/Term';
import type { Side } from '../../vocabulary';
import { Num } from '../shared/Num';
import { useItemNoun } from '../shared/useKind';
import { AspectProfile } from './AspectProfile';
import { ColourKey } from './ColourKey';
import { KeywordProfile, type Profiled } from './KeywordProfile';
import classes from './Profiles.module.css';
import { expectedSentence, placeSentence, sharedSentence } from './sentences';

const KeywordEvidence = lazyPart(() => import('./KeywordEvidence'), {
  waiting: <p className="soft">Looking for the reviews…</p>,
});

const Sums = lazyPart(() => import('../shared/sums/Sums'), { waiting: <p className="soft">Adding up…</p> });

const NO_FACES: DatasetInfo['faces'] = [];
/** Items that are offered where none is chosen, nor known to be worth a first look. */
const FIRST = 3;

function title(history: readonly HistoryEntry[], profile: Profile): string {
  if (history.length === 0) return 'Nothing is known yet';
  if (profile.words.length === 0) return 'No words yet, only ratings';
  if (history.length === 1) return 'One review makes this profile';
  return `${count(history.length)} reviews make this profile`;
}

/** Keyword and aspect profiles of the person and of the selected item, side by side. */
export function Profiles() {
  const view = useSession((s) => s.view);
  const act = useAct();
  const noun = useItemNoun().one;
  const faces = useSession((s) => s.start?.dataset.faces ?? NO_FACES);
  const [word, setWord] = useState<string | null>(null);
  const [summed, setSummed] = useState<string | null>(null);
  if (!view) return null;
  const { person, item } = view;
  // What is worth a first look, or leads the list.
  const first = faces.length > 0 ? faces : view.recommendations.slice(0, FIRST).map((one) => one.item);
  // The engine names the strongest shared words only; any word in both lists is shared too.
  const listed = new Set(item?.profile.words.map((w) => w.word));
  const shared = new Set([
    ...(item?.shared ?? []).map((s) => s.word),
    ...person.profile.words.map((w) => w.word).filter((w) => listed.has(w)),
  ]);
  // A word chosen for somebody else is let go once neither profile shows it.
  const known = [...person.profile.words, ...(item?.profile.words ?? [])];
  const selected = known.some((w) => w.word === word) ? word : null;
  const reviews = person.history.filter((one) => one.item === item?.summary.id);
  const here = reviews.length > 0 && reviews.every(({ simulated }) => simulated);
  const expected = item && expectedSentence(item, person.summary.kind ?? undefined, here);
  const keywords = (side: Side, { summary, profile }: Profiled, empty: string) => (
    <KeywordProfile
      {...{ profile, side, shared, selected, empty }}
      title={`Keywords of ${side === 'user' ? person.summary.label : item?.summary.name}`}
      id={summary.id}
      onSelect={(w) => setWord(word === w ? null : w)}
    />
  );
  return (
    <section className="card" aria-label="Profiles">
      <div className={`pair ${classes.pair}`}>
        <div data-testid="profile-person" style={{ '--accent': 'var(--person)' } as React.CSSProperties}>
          <p className={classes.kind}>{capital(person.summary.kind ?? 'person')}</p>
          <h2>{title(person.history, person.profile)}</h2>
          <p className="soft">{[person.summary.label, ...person.summary.facts].join(' · ')}</p>
          {keywords('user', person, 'Nothing said yet. A review with text fills this profile.')}
        </div>
        <div data-testid="profile-item" style={{ '--accent': 'var(--item)' } as React.CSSProperties}>
          {item ? (
            <>
              <p className={classes.kind}>{capital(noun)}</p>
              <h2>{item.summary.name}</h2>
              <p className="soft">{item.summary.facts.filter(Boolean).join(' · ')}</p>
              {item.note && <p style={{ fontSize: 'var(--size-small)' }}>{item.note}</p>}
              {keywords('item', item, 'Nobody has said anything about it yet.')}
            </>
          ) : (
            <div className={classes.empty}>
              <p className={classes.kind}>{capital(noun)}</p>
              <h2>Choose something to look at</h2>
              <p className="soft">
                Its profile then stands here, beside that of the {person.summary.kind ?? 'person'}. You may
                press anything in the list, or a review; or begin with one of these:
              </p>
              <ul className={classes.offers}>
                {first.map(({ id, name }) => (
                  <li key={id}>
                    <button type="button" className="link" onClick={() => act(selectItem(id))}>
                      {name}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
      {item && expected && (
        <p className={classes.match} data-target="match">
          <span className={classes.swatch} />
          {sharedSentence(item)} {placeSentence(item, view.candidates)} {expected.before}{' '}
          <strong data-testid="predicted-rating" data-rating={item.prediction.raw}>
            <Num
              open={{ of: 'prediction', person: person.summary.id, item: item.summary.id }}
              value={item.prediction.raw}
              as={() => rating(item.prediction.rating)}
            />
          </strong>
          {expected.after}{' '}
          <button
            type="button"
            className="text-button"
            aria-expanded={summed === item.summary.id}
            onClick={() => setSummed(summed === item.summary.id ? null : item.summary.id)}
          >
            {summed === item.summary.id ? 'Hide both sums' : 'Show both sums'}
          </button>
        </p>
      )}
      {item && summed === item.summary.id && <Sums item={item.summary.id} prediction={item.prediction} />}
      {selected && <KeywordEvidence word={selected} onClose={() => setWord(null)} />}
      <p className="soft" style={{ marginTop: 10 }}>
        Length: weight in the <Term name="keyword profile" />, hollow where it is below 0. Colour (
        <Term name="polarity" />
        ): <ColourKey />. <span className={classes.swatch} />
        in both profiles.
      </p>
      <div data-target="aspects">
        <AspectProfile />
      </div>
    </section>
  );
}
