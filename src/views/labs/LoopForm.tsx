import { type LoopState, loopIn, setGives, setRounds, setWho, useLoop } from '../../session/loop';
import { useSession } from '../../session/store';
import classes from './Labs.module.css';

/** Who goes through the rounds, how they rate, and how often. */
export function LoopForm() {
  const loop = useLoop();
  const session = useSession();
  const { view, start } = session;
  const { offered, rounds } = loopIn(loop, session);
  return (
    <div className={classes.form}>
      <label className="choice">
        Who
        <select
          value={loop.who}
          onChange={(e) => setWho(e.currentTarget.value as LoopState['who'])}
          data-testid="loop-who"
        >
          <option value="chosen">{view?.person.summary.label ?? 'The person'}, as they are</option>
          <option value="new">Somebody new</option>
        </select>
      </label>
      <label className="choice">
        Gives
        <select
          value={loop.gives}
          onChange={(e) => setGives(e.currentTarget.value as LoopState['gives'])}
          data-testid="loop-gives"
        >
          <option value="predicted">The rating that the model predicts</option>
          <option value="top">Always {start?.dataset.rating.max}, the top of the scale</option>
        </select>
      </label>
      <label className="choice">
        Rounds
        <select
          value={rounds ?? ''}
          onChange={(e) => setRounds(Number(e.currentTarget.value))}
          data-testid="loop-rounds"
        >
          {offered.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
