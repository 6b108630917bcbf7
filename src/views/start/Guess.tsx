import type { Popular } from '../../engine/questions/view';
import { choose, useAct } from '../../session/part';
import { useStart } from '../../session/start';
import classes from './Guess.module.css';

/** Which will fall, asked before anything is sent: on a phone, where the list stands below the button. */
export function Guess({ everyone }: { readonly everyone: readonly Popular[] }) {
  const act = useAct();
  const { guess } = useStart();
  return (
    <fieldset className={classes.guess}>
      <legend>Which of everyone’s ten will fall?</legend>
      <div className={classes.choices}>
        {everyone.map(({ item: { id, name } }) => {
          const chosen = id === guess;
          const turn = () => act(choose(useStart, { guess: chosen ? null : id }));
          return (
            <label key={id}>
              <input
                type="radio"
                name="first-guess"
                className="visually-hidden"
                checked={chosen}
                onChange={turn}
                // What is chosen already is let go.
                onClick={chosen ? turn : undefined}
              />
              {name}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
