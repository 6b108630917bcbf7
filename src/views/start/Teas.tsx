import type { Spoken } from '../../engine/questions/spoken';
import { Cup } from './Cup';
import classes from './Form.module.css';
import { introduced } from './sentences';

interface Props {
  readonly teas: readonly Spoken[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Teas to choose one from, each drawn by what is known of it; of the chosen one it is said. */
export function Teas({ teas, chosen, onChoose }: Props) {
  const one = teas.find(({ item }) => item.id === chosen);
  return (
    <fieldset>
      <legend>Choose a tea; all are made up</legend>
      <div className={classes.teas}>
        {teas.map(({ item: { id, name, facts } }) => (
          <label key={id} className={classes.tea}>
            <input
              type="radio"
              name="tea"
              className="visually-hidden"
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <Cup facts={facts} />
            <strong>{name}</strong>
          </label>
        ))}
      </div>
      {one && <p className={`soft ${classes.about}`}>{introduced(one)}</p>}
    </fieldset>
  );
}
