import { useEffect, useRef } from 'react';
import type { Spoken, SpokenRequest } from '../../engine/questions/spoken';
import { START_DATASET, startAddress } from '../../session/address';
import { useAct, useAnswer, useSession } from '../../session/part';
import type { Verb } from '../../session/session';
import { beNew } from '../../session/start';
import { NARROW } from '../../ui/narrow';
import { OFFERED } from './offered';
import { RealData } from './RealData';
import { SayForm } from './SayForm';
import classes from './Start.module.css';
import { TheList } from './TheList';
import { WereYouHere } from './WereYouHere';

const ask =
  (request: SpokenRequest): Verb<Promise<readonly Spoken[]>> =>
  ({ engine }) =>
    engine.spoken(request);

/** Words that say what a tea is like. */
const WORDS = 2;

/** The first minute: one review of one tea, and what it makes of a list. */
export default function StartView() {
  const here = useSession((s) => s.start?.dataset.id === START_DATASET);
  return (
    <main className={classes.start}>
      <header>
        <h1>A recommender that shows its working.</h1>
        <p>Tell it about one tea and watch it change its mind.</p>
      </header>
      {here ? (
        <FirstMinute />
      ) : (
        <p>
          It begins with teas:{' '}
          <a className="link" href={startAddress()}>
            to the teas
          </a>
          .
        </p>
      )}
      <RealData />
    </main>
  );
}

function FirstMinute() {
  const act = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  const view = useSession((s) => s.view);
  const isNew = view?.person.summary.simulated ?? false;
  useEffect(() => act(beNew), [act]);
  const items = [...OFFERED.map(({ id }) => id), ...(view?.everyone ?? []).map(({ item }) => item.id)];
  const of = (words: number): SpokenRequest | null => (isNew ? { log: [], at: null, items, words } : null);
  // Names come at once, words a little behind them.
  const { answer: named } = useAnswer(ask, of(0));
  const { answer: spoken } = useAnswer(ask, of(WORDS));
  const teas = spoken ?? named;
  if (!view || !isNew || !teas)
    return (
      <p className={classes.waiting} aria-busy="true">
        Loading the teas…
      </p>
    );
  return (
    <>
      <WereYouHere />
      <div className={classes.two}>
        <SayForm
          teas={teas.slice(0, OFFERED.length)}
          onSend={() => {
            // What was pressed has gone, to make room: what it did is read next.
            if (matchMedia(NARROW).matches) heading.current?.focus({ preventScroll: true });
          }}
        />
        <TheList
          heading={heading}
          view={view}
          words={new Map(teas.map(({ item, words }) => [item.id, words]))}
        />
      </div>
    </>
  );
}
