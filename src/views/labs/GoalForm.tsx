import { NativeSelect } from '@mantine/core';
import { changesIn, goalsIn, type Choice as Option, setChange, setGoal } from '../../session/labs';
import { useAct, useSession } from '../../session/part';
import classes from './Labs.module.css';

/** What is to rise, and which review may change for it. */
export function GoalForm({ goal, change }: { goal: string; change: string }) {
  const act = useAct();
  const view = useSession((s) => s.view);
  const { own, fresh } = changesIn({ view }, goal);
  return (
    <div className={classes.form}>
      <NativeSelect
        label="Bring into the top five"
        value={goal}
        onChange={({ currentTarget }) => act(setGoal(currentTarget.value))}
        data-testid="goal-item"
      >
        {goalsIn({ view }).map(option)}
      </NativeSelect>
      <NativeSelect
        label="By changing"
        value={change}
        onChange={({ currentTarget }) => act(setChange(currentTarget.value))}
        data-testid="goal-change"
      >
        {own.length > 0 && <optgroup label="An existing review">{own.map(option)}</optgroup>}
        {fresh.length > 0 && <optgroup label="A new review of">{fresh.map(option)}</optgroup>}
      </NativeSelect>
    </div>
  );
}

const option = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);
