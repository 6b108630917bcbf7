import type { Summand } from '../../engine/openedNumber';
import classes from './Number.module.css';
import { ORIGIN_ORDER, ORIGINS } from './origins';

/** What the letters before the operands mean, those that are there. */
export function Legend({ terms }: { terms: readonly Summand[] }) {
  const present = new Set(terms.flatMap(({ factors }) => factors.map(({ origin }) => origin)));
  return (
    <p className={`note ${classes.legend}`}>
      {ORIGIN_ORDER.filter((origin) => present.has(origin)).map((origin) => (
        <span key={origin}>
          <span className={classes.mark} data-origin={origin} aria-hidden="true">
            {ORIGINS[origin].mark}
          </span>{' '}
          {ORIGINS[origin].short}
        </span>
      ))}
    </p>
  );
}
