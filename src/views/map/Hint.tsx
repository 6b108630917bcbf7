import type { Ref } from 'react';
import classes from './Map.module.css';
import type { Mark } from './scene';
import { factsOf } from './sentences';

interface Props {
  readonly mark: Mark;
  readonly itemNoun: string;
  readonly who: string;
  readonly ref: Ref<HTMLDivElement>;
}

/** What the pointer or the keyboard is at; its place is set with every picture. */
export function Hint({ mark, itemNoun, who, ref }: Props) {
  return (
    <div ref={ref} className={classes.hint} data-kind={mark.kind} aria-hidden="true" data-testid="map-hint">
      <strong>{mark.name}</strong>
      <span className="soft">{factsOf(mark, itemNoun, who)}</span>
    </div>
  );
}
