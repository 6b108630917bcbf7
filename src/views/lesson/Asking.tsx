import { Button, NumberInput, Slider } from '@mantine/core';
import { useState } from 'react';
import type { Ask, Lesson, Step } from '../../lessons/lesson';
import { cameTrue, type Guess, type Outcome, outcomeOf } from '../../lessons/outcome';
import { wordsIn } from '../../lessons/words';
import { commitGuess } from '../../session/lesson';
import { knownOf, useLesson } from '../../session/lessonState';
import { useAct } from '../../session/part';
import { hundredths } from '../../ui/format';
import classes from './Ask.module.css';
import { Said } from './Said';

interface Props {
  readonly step: Step;
  readonly ask: Ask;
  readonly lesson: Lesson;
  readonly guess: Guess | undefined;
}

/** Predict, then reveal: the model answers once a prediction is committed, and both stand side by side. */
export function Asking({ step, ask, lesson, guess }: Props) {
  const values = useLesson((s) => s.values);
  const outcome = guess === undefined ? null : outcomeOf(ask, knownOf({ values }));
  return (
    <fieldset className={classes.ask} data-testid="ask" data-kind={ask.kind}>
      <legend>
        <Said text={ask.question} />
      </legend>
      {guess === undefined ? (
        <Open key={step.id} ask={ask} lesson={lesson} />
      ) : (
        <Closed ask={ask} guess={guess} outcome={outcome} />
      )}
    </fieldset>
  );
}

/** Before it is committed. */
function Open({ ask, lesson }: Pick<Props, 'ask' | 'lesson'>) {
  const act = useAct();
  const [picked, setPicked] = useState<Guess | null>(
    ask.kind === 'order' ? ask.items.map((_, k) => k) : null,
  );
  return (
    <>
      <Input ask={ask} lesson={lesson} picked={picked} pick={setPicked} />
      <Button
        variant="filled"
        size="md"
        className={classes.commit}
        disabled={picked === null}
        onClick={() => picked !== null && act(commitGuess(picked))}
        data-testid="commit"
      >
        That is my prediction
      </Button>
    </>
  );
}

interface InputProps {
  readonly ask: Ask;
  readonly lesson: Lesson;
  readonly picked: Guess | null;
  readonly pick: (guess: Guess | null) => void;
}

function Input({ ask, lesson, picked, pick }: InputProps) {
  switch (ask.kind) {
    case 'choice':
      return ask.options.map(({ text }, k) => (
        <label key={text} className={classes.option}>
          <input type="radio" name="ask" checked={picked === k} onChange={() => pick(k)} />
          <span>
            <Said text={text} />
          </span>
        </label>
      ));
    case 'order':
      return <Order ask={ask} order={picked as readonly number[]} pick={pick} />;
    case 'number':
      return (
        <NumberInput
          aria-label="My prediction"
          size="md"
          min={ask.min}
          max={ask.max}
          step={ask.step}
          value={typeof picked === 'number' ? picked : ''}
          onChange={(value) => pick(typeof value === 'number' ? value : null)}
          suffix={ask.unit ? ` ${ask.unit}` : ''}
        />
      );
    case 'word': {
      const entry = lesson.entries[ask.of];
      const words = wordsIn(entry);
      return (
        <div className={classes.words}>
          {words.map((word) => (
            <button
              key={word}
              type="button"
              className={classes.word}
              aria-pressed={picked === word}
              onClick={() => pick(word)}
            >
              {word}
            </button>
          ))}
        </div>
      );
    }
    case 'point':
      return (
        <div className={classes.line}>
          <Slider
            thumbLabel="My prediction"
            min={ask.min}
            max={ask.max}
            step={(ask.max - ask.min) / 100}
            value={typeof picked === 'number' ? picked : (ask.min + ask.max) / 2}
            onChange={pick}
            label={hundredths}
            thumbSize={28}
          />
          <Ends ask={ask} />
        </div>
      );
  }
}

const Ends = ({ ask }: { readonly ask: Extract<Ask, { kind: 'point' }> }) => (
  <div className={classes.ends}>
    <span>{ask.ends[0]}</span>
    <span>{ask.ends[1]}</span>
  </div>
);

interface OrderProps {
  readonly ask: Extract<Ask, { kind: 'order' }>;
  readonly order: readonly number[];
  readonly pick: (order: readonly number[]) => void;
}

/** A list whose rows go up and down by buttons: a finger, a mouse and a keyboard can all do that. */
function Order({ ask, order, pick }: OrderProps) {
  const move = (from: number, to: number) => {
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    pick(next);
  };
  return (
    <ol className={classes.order}>
      {order.map((item, k) => (
        <li key={ask.items[item].text}>
          <span>
            <Said text={ask.items[item].text} />
          </span>
          <button
            type="button"
            aria-label={`${ask.items[item].text}: up`}
            disabled={k === 0}
            onClick={() => move(k, k - 1)}
          >
            ▲
          </button>
          <button
            type="button"
            aria-label={`${ask.items[item].text}: down`}
            disabled={k === order.length - 1}
            onClick={() => move(k, k + 1)}
          >
            ▼
          </button>
        </li>
      ))}
    </ol>
  );
}

interface ClosedProps {
  readonly ask: Ask;
  readonly guess: Guess;
  readonly outcome: Outcome | null;
}

/** What was predicted beside what the model says. Being wrong is no fault: the model may be the one that errs. */
function Closed({ ask, guess, outcome }: ClosedProps) {
  if (!outcome) return <p className="soft">The model is working it out…</p>;
  const right = cameTrue(ask, guess, outcome);
  return (
    <dl className={classes.outcome} data-testid="outcome" data-right={right}>
      <div>
        <dt>You</dt>
        <dd>
          <Guessed ask={ask} of={guess} />
        </dd>
      </div>
      <div>
        <dt>The model</dt>
        <dd>
          <Came ask={ask} outcome={outcome} />
          {right && <span className={classes.right}> ✓ as you said</span>}
        </dd>
      </div>
    </dl>
  );
}

function Guessed({ ask, of }: { readonly ask: Ask; readonly of: Guess }) {
  if (ask.kind === 'choice') return <Said text={ask.options[Number(of)]?.text ?? ''} />;
  if (ask.kind === 'order' && Array.isArray(of)) return <InOrder ask={ask} order={of} />;
  return <>{typeof of === 'number' ? numberOf(ask, of) : String(of)}</>;
}

function Came({ ask, outcome }: { readonly ask: Ask; readonly outcome: Outcome }) {
  if (outcome.kind === 'choice') {
    if (ask.kind !== 'choice' || outcome.right.length === 0) return <>None of these</>;
    return outcome.right.map((k, at) => (
      <span key={ask.options[k].text}>
        {at > 0 && '; '}
        <Said text={ask.options[k].text} />
      </span>
    ));
  }
  if (outcome.kind === 'order')
    return ask.kind === 'order' ? <InOrder ask={ask} order={outcome.order} /> : null;
  return <>{typeof outcome.value === 'number' ? numberOf(ask, outcome.value) : outcome.value}</>;
}

const InOrder = ({
  ask,
  order,
}: {
  readonly ask: Extract<Ask, { kind: 'order' }>;
  readonly order: readonly number[];
}) =>
  order.map((item, k) => (
    <span key={ask.items[item].text}>
      {k > 0 && ', '}
      <Said text={ask.items[item].text} />
    </span>
  ));

const numberOf = (ask: Ask, value: number): string =>
  ask.kind === 'number' && Number.isInteger(ask.step)
    ? `${Math.round(value)}${ask.unit ? ` ${ask.unit}` : ''}`
    : hundredths(value);
