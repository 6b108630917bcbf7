import { NativeSelect } from '@mantine/core';
import { type LoopState, loopIn, setLoop, useLoop } from '../../session/loop';
import { useAct, useSession } from '../../session/part';
import { useKind } from '../shared/useKind';
import classes from './Labs.module.css';

/** Who goes through the rounds, how they rate, and how often. */
export function LoopForm() {
  const act = useAct();
  const loop = useLoop();
  const session = useSession();
  const kind = useKind();
  const { view, start } = session;
  const { offered, rounds } = loopIn(loop, session);
  return (
    <div className={classes.form}>
      <NativeSelect
        label="Who"
        value={loop.who}
        onChange={({ currentTarget }) => act(setLoop({ who: currentTarget.value as LoopState['who'] }))}
        data-testid="loop-who"
      >
        <option value="chosen">
          {view?.person.summary.label ?? `This ${kind}`}, with the reviews so far
        </option>
        <option value="new">Somebody new</option>
      </NativeSelect>
      <NativeSelect
        label="Gives"
        value={loop.gives}
        onChange={({ currentTarget }) => act(setLoop({ gives: currentTarget.value as LoopState['gives'] }))}
        data-testid="loop-gives"
      >
        <option value="predicted">The rating that the model predicts</option>
        <option value="top">Always {start?.dataset.rating.max}, the top of the scale</option>
      </NativeSelect>
      <NativeSelect
        label="Rounds"
        value={rounds ?? ''}
        onChange={({ currentTarget }) => act(setLoop({ rounds: Number(currentTarget.value) }))}
        data-testid="loop-rounds"
      >
        {offered.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </NativeSelect>
    </div>
  );
}
