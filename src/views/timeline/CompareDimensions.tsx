import { useRef } from 'react';
import type { StateMove } from '../../engine/change';
import { Fold } from '../../ui/Fold';
import { arrow, moveOf, thousandths } from '../../ui/format';
import { steppedTo } from '../../ui/steppedTo';
import { DimensionTable } from '../change/DimensionTable';
import { letGo, litDimension, setLinked, useLinked } from '../change/linked';
import { StateStrip } from '../change/StateStrip';
import { useKind } from '../shared/useKind';
import classes from './Compare.module.css';

interface Props {
  readonly person: StateMove;
  readonly item: (StateMove & { readonly name: string }) | null;
}

/** Both embeddings dimension by dimension; one that is pointed at is marked in both, and read out in numbers. */
export function CompareDimensions({ person, item }: Props) {
  const kind = useKind();
  const lit = useLinked(litDimension);
  const named = [
    { name: `The ${kind}`, states: person },
    ...(item ? [{ name: item.name, states: item }] : []),
  ];
  const read = (d: number): string =>
    named
      .map(({ name, states: { before, after } }) => {
        const move = moveOf(before[d], after[d], 3);
        return `${name}: ${arrow(move)}${move.same ? '' : ` (${move.change})`}`;
      })
      .join('; ');
  return (
    <div>
      <h3>The embeddings, dimension by dimension</h3>
      <div className={`pair ${classes.pair}`} data-wide>
        {named.map(({ name, states }) => (
          <div key={name}>
            <p className="soft">{name}</p>
            <DimensionStrip name={name} states={states} lit={lit} read={read} />
          </div>
        ))}
      </div>
      <p className={classes.reading} data-testid="compare-dimension">
        {lit === null ? (
          <span className="soft">
            Up: above zero, down: below. Point at a dimension, or go through them with the arrow keys.
          </span>
        ) : (
          <>
            <strong>Dimension {lit}.</strong> {read(lit)}
          </>
        )}
      </p>
      <Fold summary="Dimensions as a table">
        <DimensionTable
          caption="Every dimension of the embeddings, left and right"
          columns={named.flatMap(({ name, states: { before, after } }) => [
            { name: `${name}, left`, values: before, show: thousandths },
            { name: `${name}, right`, values: after, show: thousandths },
            {
              name: `${name}, change`,
              values: after.map((value, d) => value - before[d]),
              show: (_: number, d: number) => moveOf(before[d], after[d], 3).change,
            },
          ])}
        />
      </Fold>
    </div>
  );
}

interface StripProps {
  readonly name: string;
  readonly states: StateMove;
  readonly lit: number | null;
  readonly read: (d: number) => string;
}

/** A strip that is gone through like a slider: the arrows choose a dimension. */
function DimensionStrip({ name, states, lit, read }: StripProps) {
  const last = states.before.length - 1;
  const slider = useRef<HTMLDivElement>(null);
  const point = (d: number) => setLinked({ kind: 'dimension', id: d });
  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = steppedTo(event.key, lit ?? 0, states.before.length);
    if (to === null) return;
    event.preventDefault();
    point(to);
  };
  return (
    <div
      ref={slider}
      role="slider"
      tabIndex={0}
      className={classes.strip}
      aria-label={`Dimension of the embedding: ${name}`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={lit ?? 0}
      aria-valuetext={`dimension ${lit ?? 0}: ${read(lit ?? 0)}`}
      onFocus={() => point(lit ?? 0)}
      onBlur={() => letGo('dimension')}
      onKeyDown={onKeyDown}
      data-testid="compare-strip"
    >
      <StateStrip
        title={`Dimensions of the embedding: ${name}`}
        change={states}
        rows={['left', 'right', 'change']}
        lit={lit}
        onPoint={(d) => {
          // Scrolling may move it from under the pointer while the keyboard goes through it.
          if (d !== null) point(d);
          else if (document.activeElement !== slider.current) letGo('dimension');
        }}
      />
    </div>
  );
}
