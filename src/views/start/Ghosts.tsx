import { type RefObject, useEffect, useState } from 'react';
import type { Popular } from '../../engine/questions/view';
import classes from './Ghosts.module.css';
import { ghostsOf } from './ghostsOf';

interface Props {
  /** What stands for the person now. */
  readonly rows: RefObject<HTMLOListElement | null>;
  readonly everyone: readonly Popular[];
  readonly own: readonly string[];
  /** The item whose way is drawn stronger. */
  readonly lit: string | null;
}

/** Pixels that the lines cross. */
const ACROSS = 56;
/** About how high a row is. */
const ROW = 56;

/** Everyone’s list beside the person’s own, a line from where each stood to where it stands. The words of each row say the same. */
export function Ghosts({ rows, everyone, own, lit }: Props) {
  const middles = useMiddles(rows, own);
  const ghosts = ghostsOf(everyone, own);
  // Beyond the end of a list is a row below the last, where the line is cut off.
  const at = (place: number | null): number => middles[place ?? -1] ?? (middles.at(-1) ?? 0) + ROW;
  return (
    <div className={classes.ghosts} aria-hidden="true" data-testid="ghosts">
      <svg width={ACROSS} className={classes.ways} aria-hidden="true">
        {ghosts.map(({ id, from, to }) => {
          const [y0, y1] = [at(from), at(to)];
          return (
            <path
              key={id}
              d={`M${ACROSS - 4} ${y0}C${ACROSS / 2} ${y0} ${ACROSS / 2} ${y1} 6 ${y1}`}
              data-stayed={from === to}
              data-lit={id === lit}
            />
          );
        })}
        {middles.map((y, k) => (
          <circle key={own[k]} cx={5} cy={y} r={2.5} data-lit={own[k] === lit} />
        ))}
      </svg>
      <p className={`note ${classes.head}`}>For everyone</p>
      {everyone.map(({ item }, k) => (
        <p
          key={item.id}
          className={`note ellipsis ${classes.name}`}
          style={{ top: at(k) }}
          data-lit={item.id === lit}
        >
          {k + 1} <span>{item.name}</span>
        </p>
      ))}
    </div>
  );
}

/** The middles of the rows, in pixels from the top of the list. */
function useMiddles(rows: RefObject<HTMLOListElement | null>, own: readonly string[]): readonly number[] {
  const [middles, setMiddles] = useState<readonly number[]>([]);
  const order = own.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order has other rows to measure
  useEffect(() => {
    const list = rows.current;
    if (!list) return;
    const measure = () => {
      const all = [...list.children].filter((row) => row instanceof HTMLElement);
      setMiddles(all.map((row) => row.offsetTop - all[0].offsetTop + row.offsetHeight / 2));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    return () => observer.disconnect();
  }, [rows, order]);
  return middles;
}
