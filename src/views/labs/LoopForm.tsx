import { type LoopState, loopIn, setLoop, useLoop } from '../../session/loop';
import { useAct, useSession } from '../../session/part';
import { Choice } from '../../ui/Choice';
import classes from './Labs.module.css';

/** Who goes through the rounds, how they rate, and how often. */
export function LoopForm() {
  const act = useAct();
  const loop = useLoop();
  const session = useSession();
  const { view, start } = session;
  const { offered, rounds } = loopIn(loop, session);
  return (
    <div className={classes.form}>
      <Choice
        label="Who"
        value={loop.who}
        onChange={(who) => act(setLoop({ who: who as LoopState['who'] }))}
        testId="loop-who"
      >
        <option value="chosen">{view?.person.summary.label ?? 'The person'}, as they are</option>
        <option value="new">Somebody new</option>
      </Choice>
      <Choice
        label="Gives"
        value={loop.gives}
        onChange={(gives) => act(setLoop({ gives: gives as LoopState['gives'] }))}
        testId="loop-gives"
      >
        <option value="predicted">The rating that the model predicts</option>
        <option value="top">Always {start?.dataset.rating.max}, the top of the scale</option>
      </Choice>
      <Choice
        label="Rounds"
        value={rounds ?? ''}
        onChange={(value) => act(setLoop({ rounds: Number(value) }))}
        testId="loop-rounds"
      >
        {offered.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Choice>
    </div>
  );
}
