import type { Comparison } from '../../engine/questions/compare';
import { saysOnly } from '../../ui/cell';
import { Fold } from '../../ui/Fold';
import { arrow, moveOf, thousandths } from '../../ui/format';
import { StateStrip } from '../review/StateStrip';
import classes from './Compare.module.css';
import { litDimension, setLinked, useLinked } from './linked';

type States = Comparison['person'];

interface Props {
  readonly person: States;
  readonly item: States | null;
  readonly itemName: string | null;
}

/** Both embeddings dimension by dimension; one that is pointed at is marked in both, and read out in numbers. */
export function CompareDimensions({ person, item, itemName }: Props) {
  const lit = useLinked(litDimension);
  const named = [
    { name: 'The person', states: person },
    ...(item ? [{ name: itemName ?? 'The item', states: item }] : []),
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
      <div className={classes.pair}>
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
      <Fold summary="Dimensions as a table" className={classes.fold}>
        <DimensionTable named={named} />
      </Fold>
    </div>
  );
}

interface StripProps {
  readonly name: string;
  readonly states: States;
  readonly lit: number | null;
  readonly read: (d: number) => string;
}

/** A strip that is gone through like a slider: the arrows choose a dimension. */
function DimensionStrip({ name, states, lit, read }: StripProps) {
  const last = states.before.length - 1;
  const point = (d: number | null) => setLinked(d === null ? null : { kind: 'dimension', id: d });
  const onKeyDown = (event: React.KeyboardEvent) => {
    const now = lit ?? 0;
    const to: Record<string, number> = {
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      Home: 0,
      End: last,
    };
    if (to[event.key] === undefined) return;
    event.preventDefault();
    point(Math.max(0, Math.min(last, to[event.key])));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.strip}
      aria-label={`Dimension of the embedding: ${name}`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={lit ?? 0}
      aria-valuetext={`dimension ${lit ?? 0}: ${read(lit ?? 0)}`}
      onFocus={() => point(lit ?? 0)}
      onBlur={() => point(null)}
      onKeyDown={onKeyDown}
      data-testid="compare-strip"
    >
      <StateStrip change={states} rows={['left', 'right', 'change']} lit={lit} onPoint={point} />
    </div>
  );
}

function DimensionTable({ named }: { named: readonly { readonly name: string; readonly states: States }[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="scroll" style={{ maxHeight: 300 }} tabIndex={0} aria-label="Dimensions">
      <table className={classes.table}>
        <caption className="visually-hidden">Every dimension of the embeddings, left and right</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            {named.flatMap(({ name }) =>
              ['left', 'right', 'change'].map((what) => (
                <th key={name + what} scope="col">
                  {name}, {what}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {named[0].states.before.map((_, d) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is its index
            <tr key={d}>
              <th scope="row">{d}</th>
              {named.flatMap(({ name, states: { before, after } }) => [
                <td key={`${name}l`} {...saysOnly(before[d])}>
                  {thousandths(before[d])}
                </td>,
                <td key={`${name}r`} {...saysOnly(after[d])}>
                  {thousandths(after[d])}
                </td>,
                <td key={`${name}c`} {...saysOnly(after[d] - before[d])}>
                  {moveOf(before[d], after[d], 3).change}
                </td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
