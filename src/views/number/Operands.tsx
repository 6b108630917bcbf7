import { useState } from 'react';
import type { Factor, Summand } from '../../engine/openedNumber';
import { openOperand } from '../../session/number';
import { useAct } from '../../session/part';
import { Drawing } from '../../ui/figure/Drawing';
import type { Column } from '../../ui/figure/figure';
import { plural, significant } from '../../ui/format';
import { byWeight, inWords, isProduct, sumOf } from '../shared/arithmetic';
import { type Noun, useUsersNoun } from '../shared/useKind';
import classes from './Number.module.css';
import { ORIGINS } from './origins';
import { Tex } from './Tex';
import { operandWords } from './words';

const FIRST = 8;
/** More rows at a time than this would be drawn too slowly. */
const STEP = 48;

interface Props {
  readonly caption: string;
  /** `terms` or `divisor`: which sum of the formula these are. */
  readonly part: 'terms' | 'divisor';
  readonly terms: readonly Summand[];
}

/** A row: a factor of a term, what a term of several comes to, or what all further terms do. */
interface Operand {
  readonly term: number;
  readonly operand: string;
  readonly value: number;
  readonly factor?: Factor;
}

const COLUMNS: readonly Column<Operand>[] = [
  { head: 'Term', value: ({ term }) => term },
  { head: 'Operand', value: ({ operand }) => operand },
  { head: 'Value', value: ({ value }) => value },
];

const rowsOf = (term: Summand, k: number, who: Noun): Operand[] => [
  ...term.factors.map((factor) => ({
    term: k + 1,
    operand: `${factor.symbol} ${operandWords(factor.what, who)}`,
    value: factor.value,
    factor,
  })),
  ...(isProduct(term) ? [{ term: k + 1, operand: 'Product', value: term.value }] : []),
];

/** The terms of a sum, largest first, each with its factors; what opens is a button. */
export function Operands({ caption, part, terms }: Props) {
  const [most, setMost] = useState(FIRST);
  const who = useUsersNoun();
  const sorted = byWeight(terms);
  // One row for a single remaining term would take the room of the term itself.
  const count = sorted.length === most + 1 ? most + 1 : Math.min(most, sorted.length);
  const shown = sorted.slice(0, count).map((term, k) => ({ value: term.value, rows: rowsOf(term, k, who) }));
  const others = sorted.slice(count);
  const rest: Operand[] =
    others.length > 0
      ? [
          {
            term: count + 1,
            operand: `The other ${plural(others.length, 'term')}, summed`,
            value: sumOf(others),
          },
        ]
      : [];
  return (
    <Drawing
      title={caption}
      drawn={false}
      rows={[...shown.flatMap(({ rows }) => rows), ...rest]}
      columns={COLUMNS}
    >
      <table className={`wide-table ${classes.operands}`} data-testid={`operands-${part}`}>
        <caption>{caption}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Operand</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        {shown.map(({ value: product, rows }, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: terms have no name, and their order is part of the number
          <tbody key={k} data-testid="term" data-value={product}>
            {rows.map(({ factor, operand, value }, f) =>
              factor ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <tr key={f}>
                  <th scope="row">
                    <Name factor={factor} times={f > 0} />
                  </th>
                  <td>
                    <Value factor={factor} />
                  </td>
                </tr>
              ) : (
                <tr key={operand} className={classes.product}>
                  <th scope="row" className="visually-hidden">
                    {operand}
                  </th>
                  <td colSpan={2}>
                    <span aria-hidden="true">= </span>
                    {significant(value)}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        ))}
        {rest.map(({ operand, value }) => (
          <tbody key={operand} data-testid="other-terms" data-value={value}>
            <tr>
              <th scope="row">
                <button type="button" className="text-button" onClick={() => setMost(count + STEP)}>
                  {operand}
                </button>
              </th>
              <td className={classes.term}>{significant(value)}</td>
            </tr>
          </tbody>
        ))}
      </table>
    </Drawing>
  );
}

function Name({ factor: { symbol, what, origin }, times }: { factor: Factor; times: boolean }) {
  const who = useUsersNoun();
  const { mark, short } = ORIGINS[origin];
  return (
    <span className={classes.name}>
      <span className={classes.mark} title={short} aria-hidden="true" data-origin={origin}>
        {mark}
      </span>
      <span>
        {times && <span className={classes.times}>× </span>}
        <Tex tex={symbol} /> <span className={classes.label}>{operandWords(what, who)}</span>
        <span className="visually-hidden">, {short}</span>
      </span>
    </span>
  );
}

function Value({ factor }: { factor: Factor }) {
  const who = useUsersNoun();
  const act = useAct();
  const { open, value, apply, what } = factor;
  const data = { 'data-testid': 'factor', 'data-value': value, 'data-apply': apply ?? undefined };
  const text = inWords(factor, significant(value));
  if (!open) return <span {...data}>{text}</span>;
  return (
    <button
      type="button"
      className="num"
      title="How was this computed?"
      onClick={() => act(openOperand(open))}
      data-of={open.of}
      {...data}
    >
      {text}
      <span className="visually-hidden">: open {operandWords(what, who)}</span>
    </button>
  );
}
