import { type ReactNode, useId } from 'react';
import classes from './Evidence.module.css';
import { Measured } from './Measured';

interface Props {
  readonly title: string;
  /** What was found, in words. */
  readonly said: ReactNode;
  /** How that was measured; null where it was not. */
  readonly measured: { readonly lines: readonly string[]; readonly definition: string } | null;
  readonly testId: string;
  readonly children?: ReactNode;
}

/** One question of the first screen: its answer in words, and what it is read from. */
export function Panel({ title, said, measured, testId, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id} data-testid={testId}>
      <div className={classes.asked}>
        <h2 id={id}>{title}</h2>
        {measured && <Measured title={title} {...measured} />}
      </div>
      {said && <p className={classes.sentence}>{said}</p>}
      {children}
    </section>
  );
}
