import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Popular, Recommendation, View } from '../../engine/questions/view';
import { lookInto } from '../../session/microscope';
import { choose, useAct } from '../../session/part';
import { useStart } from '../../session/start';
import { count } from '../../ui/format';
import { useGlide } from '../../ui/useGlide';
import { changedPlaces } from '../shared/announcements';
import { Ghosts } from './Ghosts';
import classes from './List.module.css';
import { changeWords, guessWords, outWords, personalPlaces, reasonNote } from './sentences';
import { Why } from './Why';

interface Props {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly view: View;
  /** What the reviews of each item say it is like. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** The list before and after a review: everyone’s, then the person’s own, beside where each stood before. */
export function TheList({ heading, view, words }: Props) {
  const { everyone, recommendations, person } = view;
  const said = person.history.length > 0;
  const { item, guess, saidAt } = useStart();
  const [why, setWhy] = useState<string | null>(null);
  const act = useAct();
  const rows = useRef<HTMLOListElement>(null);
  useGlide(rows);
  const spoken = useSpokenChange(said ? recommendations : everyone);
  const review = person.history.findLast((one) => one.item === item) ?? person.history.at(-1);
  const first = recommendations[0];
  // A sum that is opened takes its room.
  const drawn = said && why === null;
  return (
    <section className={classes.list} aria-labelledby="start-list" aria-busy={saidAt === view}>
      <div className={classes.head}>
        <h2 id="start-list" tabIndex={-1} ref={heading} data-skip>
          {said ? `For you (${personalPlaces(view)} of ${recommendations.length} changed)` : 'For everyone'}
        </h2>
        {review && first && (
          <>
            <button
              type="button"
              className={classes.ask}
              aria-expanded={why !== null}
              onClick={() => setWhy(why === null ? first.item.id : null)}
            >
              Why?<span className="visually-hidden"> The sum behind a place</span>
            </button>
            <button
              type="button"
              className={classes.ask}
              onClick={() => act(lookInto(review.key, person.summary.id))}
            >
              How?<span className="visually-hidden"> The review, step by step</span>
            </button>
          </>
        )}
      </div>
      <fieldset>
        <legend className={said ? 'visually-hidden' : ''}>
          {said ? 'Choose one to see why it stands there' : 'Most liked first.'}
          {!said && <span className={classes.asked}> Which of these will fall? Tap one, or skip.</span>}
        </legend>
        <div role="status" className={classes.said}>
          <span className="visually-hidden">{spoken}</span>
          {said && <p>{guessWords(everyone, guess)}</p>}
        </div>
        <div className={classes.rows} data-ghosts={drawn}>
          <ol ref={rows}>
            {said
              ? recommendations.map((one) => (
                  <Row
                    key={one.item.id}
                    name={one.item.name}
                    id={one.item.id}
                    place={one.rank}
                    was={one.popular}
                    drawn={one.popular <= everyone.length}
                    group="why"
                    chosen={one.item.id === why}
                    onChoose={() => setWhy(one.item.id === why ? null : one.item.id)}
                    note={reasonNote(one, view.average, person.history.length).text}
                  >
                    {one.item.id === why && <Why of={one} person={person.summary.id} />}
                  </Row>
                ))
              : everyone.map(({ item: { id, name } }, k) => (
                  <Row
                    key={id}
                    name={name}
                    id={id}
                    place={k + 1}
                    group="guess"
                    chosen={id === guess}
                    onChoose={() => act(choose(useStart, { guess: id === guess ? null : id }))}
                    note={(words.get(id) ?? []).join(', ')}
                  />
                ))}
          </ol>
          {drawn && (
            <Ghosts
              rows={rows}
              everyone={everyone}
              own={recommendations.map((one) => one.item.id)}
              lit={guess}
            />
          )}
        </div>
      </fieldset>
      {said && <p className="soft">{outWords(view)}</p>}
    </section>
  );
}

/** What became of the list with its last change; empty before there was one. */
function useSpokenChange(list: readonly (Popular | Recommendation)[]): string {
  const shown = useRef<readonly string[]>([]);
  const [words, setWords] = useState('');
  useEffect(() => {
    const [before, now] = [shown.current, list.map(({ item }) => item.id)];
    shown.current = now;
    if (before.length > 0 && changedPlaces(before, now) > 0)
      setWords(
        changeWords(
          before,
          list.map(({ item }) => item),
        ),
      );
  }, [list]);
  return words;
}

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly place: number;
  /** Its place in everyone’s list, where this is another list. */
  readonly was?: number;
  /** Whether that place is drawn beside it, where there is room. */
  readonly drawn?: boolean;
  /** What the rows are chosen for. */
  readonly group: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly note: string;
  /** Below it, where it is chosen. */
  readonly children?: React.ReactNode;
}

function Row({ id, name, place, was, drawn = false, group, chosen, onChoose, note, children }: RowProps) {
  return (
    <li data-item={id} data-testid="start-row" className={classes.row}>
      <label>
        <input
          type="radio"
          name={group}
          className="visually-hidden"
          checked={chosen}
          onChange={onChoose}
          // What is chosen already is let go.
          onClick={chosen ? onChoose : undefined}
        />
        <span className={classes.place}>{place}</span>
        <span>
          <strong>{name}</strong>
          <span className={`note ${classes.note}`}>{note}</span>
        </span>
        {was !== undefined && <Was place={place} was={was} drawn={drawn} />}
      </label>
      {children}
    </li>
  );
}

/** Where it stood before. */
const Was = ({ place, was, drawn }: { place: number; was: number; drawn: boolean }) => (
  <span className={`note ${classes.was}`} data-drawn={drawn}>
    {place !== was && (
      <>
        <span aria-hidden="true">{place < was ? '▲' : '▼'}</span>
        <span className="visually-hidden">{place < was ? 'rose, ' : 'fell, '}</span>{' '}
      </>
    )}
    was {count(was)} <span className={classes.of}>for everyone</span>
  </span>
);
