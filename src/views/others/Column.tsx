import { type ReactNode, useState } from 'react';
import type { Listed } from '../../engine/questions/others';
import { useAct, useSession } from '../../session/part';
import { selectItem } from '../../session/verbs';
import { capital, exact } from '../../ui/format';
import { useLink } from '../change/linked';
import classes from './Others.module.css';
import { NAMES, type RecommenderName, scoreText } from './sentences';

interface Props {
  readonly name: RecommenderName;
  readonly about: string;
  /** Whether it is the one that is shown where there is room for one. */
  readonly shown: boolean;
  /** Null where there is none. */
  readonly list: readonly Listed[] | null;
  /** Places of the same items in the list of DReX. */
  readonly places: ReadonlyMap<string, number>;
  /** In place of the list, or below it. */
  readonly children?: ReactNode;
  /** What an item opens into. */
  readonly why?: ((item: string) => ReactNode) | undefined;
}

/** The list of one recommender. */
export const Column = ({ name, about, shown, list, places, children, why }: Props) => (
  <section
    className={classes.column}
    aria-label={NAMES[name]}
    data-testid={`other-${name}`}
    data-shown={shown}
  >
    <h3>{capital(NAMES[name])}</h3>
    <p className={classes.about}>{about}</p>
    <div>
      {list && (
        <ol className="list">
          {list.map((one, k) => (
            <Row key={one.item} name={name} of={one} place={k + 1} also={places.get(one.item)} why={why} />
          ))}
        </ol>
      )}
      {children}
    </div>
  </section>
);

interface RowProps extends Pick<Props, 'name' | 'why'> {
  readonly of: Listed;
  readonly place: number;
  readonly also: number | undefined;
}

function Row({ name, of: { item, name: called, score }, place, also, why }: RowProps) {
  const act = useAct();
  const chosen = useSession((s) => s.item === item);
  const { lit, on } = useLink('item', item);
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.item} data-testid="other-row" data-item={item}>
      <button
        type="button"
        className={`plain-button row-button ${classes.row}`}
        style={{ '--accent': 'var(--item)' } as React.CSSProperties}
        aria-current={chosen}
        data-lit={lit}
        onClick={() => act(selectItem(item))}
        {...on}
      >
        <span className={classes.place}>{place}</span>
        <span>
          <span className={classes.name}>{called}</span>
          <span className={`note ${classes.beside}`}>
            <span title={exact(score)}>{scoreText(name, score)}</span>
            {name !== 'drex' && also !== undefined && <span>DReX no. {also}</span>}
          </span>
        </span>
      </button>
      {why && (
        <button
          type="button"
          className={`text-button ${classes.why}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide' : 'Why?'}
          <span className="visually-hidden"> the reasons for {called}</span>
        </button>
      )}
      {open && why?.(item)}
    </li>
  );
}
