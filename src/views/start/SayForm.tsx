import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Spoken } from '../../engine/questions/spoken';
import { choose, useAct, useSession } from '../../session/part';
import { NOTHING_SAID, ownReview, say, startAgain, typeOf, useStart } from '../../session/start';
import { stepHistory } from '../../session/verbs';
import { plural } from '../../ui/format';
import { TextBox } from '../../ui/TextBox';
import { Stars } from '../shared/Stars';
import classes from './Form.module.css';
import { Guess } from './Guess';
import { OFFERED } from './offered';
import start from './Start.module.css';
import { Teas } from './Teas';

interface Props {
  readonly teas: readonly Spoken[];
  /** Something was said. */
  readonly onSend: () => void;
}

/** One review of one tea: stars, words, or both; and what may be changed of it. */
export function SayForm({ teas, onSend }: Props) {
  const act = useAct();
  const { item, typed } = useStart();
  const offered = OFFERED.find(({ id }) => id === item) ?? OFFERED[0];
  const { id } = offered;
  const history = useSession((s) => s.history);
  const person = useSession((s) => s.person);
  const entries = useSession((s) => s.view?.person.history) ?? [];
  const everyone = useSession((s) => s.view?.everyone) ?? [];
  const [hint, setHint] = useState('');
  // On a phone what was sent makes room for the list.
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const any = entries.length > 0;
  const had = useRef(any);
  // What takes the last review back goes with it: the keyboard goes on where another is given.
  useEffect(() => {
    if (had.current && !any && document.activeElement === document.body)
      submit.current?.focus({ preventScroll: true });
    had.current = any;
  }, [any]);
  const written = ownReview({ history, person }, id) && entries.find((one) => one.item === id);
  const before = written ? { rating: written.rating, text: written.text ?? '' } : null;
  const said = typed[id] ?? before ?? NOTHING_SAID;
  const type = (change: Partial<typeof said>) => {
    setHint('');
    act(typeOf(id, { ...said, ...change }));
  };
  const send = () => {
    const text = said.text.trim();
    if (said.rating === null && text === '') return setHint('Give stars, words, or both.');
    if (before && before.rating === said.rating && before.text === text)
      return setHint('That is what the list shows already. Change the stars or the words.');
    act(say(id, said));
    setEditing(false);
    onSend();
  };
  const change = () => {
    flushSync(() => setEditing(true));
    box.current?.focus();
  };
  const collapsed = before !== null && !editing;
  return (
    <form
      className={classes.form}
      aria-label="Review one tea"
      data-collapsed={collapsed}
      // Enter chooses a tea or a star: what is said is sent by its button, or from the words by their keys.
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={classes.fields}>
        <Teas teas={teas} chosen={id} onChoose={(chosen) => act(choose(useStart, { item: chosen }))} />
        <Stars value={said.rating} onChange={(rating) => type({ rating })} />
        <div className={classes.written}>
          <label htmlFor="start-words">Your words</label>
          <Plain onPress={() => type({ rating: offered.rating, text: offered.text })} testId="start-example">
            Use an example
          </Plain>
          <TextBox
            ref={box}
            id="start-words"
            rows={2}
            maxRows={5}
            value={said.text}
            onChange={({ currentTarget }) => type({ text: currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
            }}
            classNames={{ root: classes.box ?? '', input: classes.words ?? '' }}
          />
        </div>
      </div>
      {before && (
        <p className={classes.sent}>
          <strong>{teas.find(({ item }) => item.id === id)?.item.name}</strong>{' '}
          {before.rating !== null && (
            <>
              <span aria-hidden="true">{'★'.repeat(Math.floor(before.rating))}</span>
              <span className="visually-hidden">{plural(before.rating, 'star')}</span>{' '}
            </>
          )}
          {before.text && `“${before.text}”`}
        </p>
      )}
      {!any && <Guess everyone={everyone} />}
      <div className={classes.buttons}>
        <Button
          ref={submit}
          variant="filled"
          size="lg"
          className={`${start.button} ${classes.submit}`}
          onClick={send}
          data-testid="start-send"
        >
          {before ? 'Show it again' : 'Show what changes'}
        </Button>
        {before && (
          <Button size="lg" className={`${start.button} ${classes.change}`} onClick={change}>
            Change it
          </Button>
        )}
        {any && (
          <>
            <Plain onPress={() => act(stepHistory('undo'))}>Undo</Plain>
            <Plain onPress={() => act(startAgain)}>Start afresh</Plain>
          </>
        )}
      </div>
      <p role="status" className="soft">
        {hint}
      </p>
    </form>
  );
}

interface PlainProps {
  readonly onPress: () => void;
  readonly testId?: string;
  readonly children: string;
}

const Plain = ({ onPress, testId, children }: PlainProps) => (
  <Button
    variant="subtle"
    size="lg"
    className={`${start.button} ${classes.plain}`}
    onClick={onPress}
    data-testid={testId}
  >
    {children}
  </Button>
);
