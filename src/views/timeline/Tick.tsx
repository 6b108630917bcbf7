import type { ReactNode } from 'react';
import classes from './Tick.module.css';
import { isTick } from './ticks';

interface Props {
  readonly k: number;
  readonly n: number;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** What a mark is called below, of those that are. */
export function Tick({ k, n, testId, children }: Props) {
  const named = isTick(k, n);
  const end = k === 0 ? 'first' : k === n - 1 ? 'last' : undefined;
  return (
    <span
      className={classes.tick}
      data-end={n > 1 ? end : undefined}
      data-testid={named && children ? testId : undefined}
      aria-hidden="true"
    >
      {named && children}
    </span>
  );
}
