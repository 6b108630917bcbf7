import type { Ask, Lesson } from '../../lessons/lesson';
import { type Outcome, outcomeOf } from '../../lessons/outcome';
import { wordsIn } from '../../lessons/words';
import { outcomeWords } from '../shared/guessWords';
import { Blank, Line, NotHere } from './Line';
import classes from './Sheet.module.css';
import type { Sheet } from './sheet';

interface Props extends Sheet {
  readonly ask: Ask;
  readonly lesson: Lesson;
}

/** A prediction: on the sheet to be ticked or written before the model answers, on the key what it says. */
export function SheetAsk({ ask, lesson, ...sheet }: Props) {
  const { values, isKey } = sheet;
  const known = Object.fromEntries(Object.entries(values).map(([name, live]) => [name, live?.value]));
  const outcome = isKey ? outcomeOf(ask, known) : null;
  return (
    <div className={classes.ask} data-kind={ask.kind}>
      <p className={classes.asked}>
        <Line text={ask.question} {...sheet} filled />
      </p>
      <Room ask={ask} lesson={lesson} outcome={outcome} {...sheet} />
      <p>
        {!isKey && ask.kind === 'number' && (
          <>
            I say: <Blank /> {ask.unit}{' '}
          </>
        )}
        The model says:{' '}
        {!isKey ? (
          <Blank words={ask.kind !== 'number' && ask.kind !== 'point'} />
        ) : outcome ? (
          <strong data-testid="sheet-answer">{outcomeWords(ask, outcome, values)}</strong>
        ) : (
          <NotHere />
        )}
      </p>
    </div>
  );
}

/** Where the prediction goes. */
function Room({ ask, lesson, outcome, ...sheet }: Props & { readonly outcome: Outcome | null }) {
  switch (ask.kind) {
    case 'choice':
      return (
        <ul className={classes.options}>
          {ask.options.map(({ text }, k) => (
            <li key={text} data-right={outcome?.kind === 'choice' && outcome.right.includes(k)}>
              <Line text={text} {...sheet} filled />
            </li>
          ))}
        </ul>
      );
    case 'order':
      return (
        <>
          <p className={classes.aside}>Number them: 1 for the one on top.</p>
          <ul className={classes.options} data-numbered>
            {ask.items.map(({ text }, k) => (
              <li key={text} data-place={outcome?.kind === 'order' ? outcome.order.indexOf(k) + 1 : ''}>
                <Line text={text} {...sheet} filled />
              </li>
            ))}
          </ul>
        </>
      );
    case 'word':
      return (
        <>
          <p className={classes.aside}>Draw a ring around one word.</p>
          <p className={classes.words}>{wordsIn(lesson.entries[ask.of]).join(' · ')}</p>
        </>
      );
    case 'point':
      return (
        <>
          <p className={classes.aside}>Draw a cross on the line.</p>
          <p className={classes.scale} aria-hidden="true">
            <span>{ask.ends[0]}</span>
            <span>{ask.ends[1]}</span>
          </p>
        </>
      );
    case 'number':
      return null;
  }
}
