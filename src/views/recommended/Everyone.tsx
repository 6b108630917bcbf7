import { useRef } from 'react';
import type { Popular } from '../../engine/questions/view';
import { useAct, useSession } from '../../session/part';
import { selectItem } from '../../session/verbs';
import { liking } from '../../ui/colors';
import { Drawing } from '../../ui/figure/Drawing';
import { spread } from '../../ui/figure/figure';
import { count, signed } from '../../ui/format';
import { useGlide } from '../../ui/useGlide';
import { useKeptFocus } from '../../ui/useKeptFocus';
import { useOneStop } from '../../ui/useOneStop';
import { useLink } from '../change/linked';
import { Num } from '../shared/Num';
import { everyoneFigure } from './figures';
import classes from './Recommended.module.css';

interface Props {
  readonly list: readonly Popular[];
  readonly person: string;
}

/** The list by popularity alone: the same for everybody, but for what each has reviewed. */
export function Everyone({ list, person }: Props) {
  const rows = useRef<HTMLOListElement>(null);
  const oneStop = useOneStop(rows);
  useGlide(rows);
  useKeptFocus(rows);
  const most = Math.max(...list.map(({ popularity }) => Math.abs(popularity)), 1e-9);
  return (
    <Drawing
      title="For everyone: the first by popularity"
      summary={spread(
        'Popularity',
        list.map(({ item, popularity }) => [item.name, popularity]),
        signed,
      )}
      rows={list}
      columns={[
        { head: 'place', value: (_, k) => k + 1 },
        { head: 'item', value: ({ item }) => item.name },
        { head: 'popularity', value: ({ popularity }) => popularity },
        { head: 'place by choice score', value: ({ rank }) => rank },
      ]}
      bars={() => everyoneFigure(list)}
    >
      <ol {...oneStop} className="list">
        {list.map((one, k) => (
          <Row key={one.item.id} {...{ one, person, most }} place={k + 1} />
        ))}
      </ol>
    </Drawing>
  );
}

interface RowProps {
  readonly one: Popular;
  readonly place: number;
  readonly person: string;
  readonly most: number;
}

function Row({ one: { item, popularity, rank }, place, person, most }: RowProps) {
  const act = useAct();
  const chosen = useSession((s) => s.item === item.id);
  const { lit, on } = useLink('item', item.id);
  return (
    <li className={classes.popular} data-testid="everyone-row" data-item={item.id} data-lit={lit} {...on}>
      <button
        type="button"
        className={`plain-button row-button ${classes.choose}`}
        aria-current={chosen}
        onClick={() => act(selectItem(item.id))}
      >
        <span className={classes.rank}>{place}</span>
        <span className={classes.name}>{item.name}</span>
      </button>
      <span className={`note ${classes.ends}`}>
        <span>for you: {count(rank)}</span>
        <span>
          <span className="visually-hidden">popularity </span>
          <Num open={{ of: 'choice-popularity', person, item: item.id }} value={popularity} as={signed} />
        </span>
      </span>
      <span className={classes.track} aria-hidden="true">
        <span
          style={{
            width: `${(100 * Math.abs(popularity)) / most}%`,
            borderColor: liking(Math.sign(popularity)),
          }}
        />
      </span>
    </li>
  );
}
