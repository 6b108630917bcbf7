import { type Choice, changesIn, goalsIn, setChange, setGoal } from '../../session/labs';
import { useSession } from '../../session/store';
import classes from './Labs.module.css';

/** What is to rise, and which review may change for it. */
export function GoalForm({ goal, change }: { goal: string; change: string }) {
  const view = useSession((s) => s.view);
  const { own, fresh } = changesIn({ view }, goal);
  return (
    <div className={classes.form}>
      <label className="choice">
        Bring into the top five
        <select value={goal} onChange={(e) => setGoal(e.currentTarget.value)} data-testid="goal-item">
          {goalsIn({ view }).map(option)}
        </select>
      </label>
      <label className="choice">
        By changing
        <select value={change} onChange={(e) => setChange(e.currentTarget.value)} data-testid="goal-change">
          {own.length > 0 && <optgroup label="A review there is">{own.map(option)}</optgroup>}
          {fresh.length > 0 && <optgroup label="A new review of">{fresh.map(option)}</optgroup>}
        </select>
      </label>
    </div>
  );
}

const option = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
);
