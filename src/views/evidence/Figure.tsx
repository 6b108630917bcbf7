import { type ReactNode, useId } from 'react';
import classes from './Evidence.module.css';
import { Measured } from './Measured';

interface Props {
  /** What is seen. */
  readonly title: string;
  /** How to read it: what is drawn, in which unit, what the interval is. */
  readonly reading: ReactNode;
  readonly children: ReactNode;
  /** The words of the protocol. */
  readonly definition: string;
  readonly testId: string;
}

/** A figure with its sentence, and how it was measured. */
export function Figure({ title, reading, children, definition, testId }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id} data-testid={testId}>
      <h2 id={id}>{title}</h2>
      <p className={`soft ${classes.reading}`}>{reading}</p>
      {children}
      <Measured definition={definition} />
    </section>
  );
}

/** Parts that the evidence does not hold. */
export function Unmeasured({ titles, command }: { titles: readonly string[]; command: string }) {
  return (
    <section className="card" aria-label="Not measured yet" data-testid="evidence-lacks">
      <h2>Not measured yet</h2>
      <p>Not measured for this model so far:</p>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <p className="soft">
        Figures of an earlier model are not shown instead.{' '}
        <code className={classes.command} translate="no">
          {command}
        </code>{' '}
        measures it.
      </p>
    </section>
  );
}
