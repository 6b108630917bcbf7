import type { ReactNode } from 'react';
import type { Prediction } from '../../../engine/answers';
import type { NumberRef } from '../../../engine/openedNumber';
import { BAR_TABLE } from '../../../ui/figure/Bar';
import { FOR_AND_AGAINST, fromZero } from '../../../ui/figure/bars';
import { DataTable } from '../../../ui/figure/DataTable';
import { spread } from '../../../ui/figure/figure';
import { capital, rating, signed } from '../../../ui/format';
import { cutSum } from '../../../ui/predicted';
import { Term } from '../../../ui/Term';
import { Num } from '../Num';
import { useKind } from '../useKind';
import { TermBar } from './SplitPart';
import classes from './Sums.module.css';

/** Rating units at which a bar reaches the end of its half. */
const REACH = 1.2;

interface Props {
  readonly prediction: Prediction;
  readonly person: string;
  readonly item: string;
}

interface Row {
  readonly name: string;
  /** With words that explain themselves. */
  readonly shown?: ReactNode;
  readonly value: number;
  /** Of a rating, which is no part that adds something: how it is written, and a remark in place of a bar. */
  readonly whole?: string;
  readonly note?: string;
  readonly open?: NumberRef;
}

const BIAS = <Term name="bias">bias</Term>;
const MATCH = <Term name="match">Match</Term>;

/** r̂ = μ + user bias + item bias + match, each as a signed bar with its number. */
export function ScoreSplit({ prediction: p, person, item }: Props) {
  const kind = useKind();
  const pair = { person, item };
  const sum = cutSum(p);
  const rows: Row[] = [
    { name: 'Mean of all ratings', value: p.mean, whole: rating(p.mean) },
    {
      name: `${capital(kind)}’s bias`,
      shown: (
        <>
          {capital(kind)}’s {BIAS}
        </>
      ),
      value: p.userBias,
      open: { of: 'user-bias', ...pair },
    },
    { name: 'Item’s bias', shown: <>Item’s {BIAS}</>, value: p.itemBias, open: { of: 'item-bias', ...pair } },
    { name: 'Match, product', shown: <>{MATCH}, product</>, value: p.dot, open: { of: 'dot', ...pair } },
    { name: 'Match, network', shown: <>{MATCH}, network</>, value: p.mlp, open: { of: 'mlp', ...pair } },
    ...(sum === null ? [] : [{ name: 'Sum', value: p.raw, whole: sum }]),
  ];
  const foot: Row = {
    name: 'Predicted rating',
    value: p.rating,
    whole: rating(p.rating),
    ...(sum !== null && { note: 'cut at the end of the scale' }),
    open: { of: 'prediction', ...pair },
  };
  return (
    <DataTable
      title={`Predicted rating: how this ${kind} would rate it`}
      summary={spread(
        'Parts beside the mean',
        rows.flatMap(({ name, value, whole }) => (whole === undefined ? [[name, value] as const] : [])),
        signed,
      )}
      titled={
        <>
          <Term name="predicted rating">Predicted rating</Term>: how this {kind} would rate it
        </>
      }
      className={`${BAR_TABLE} ${classes.split}`}
      drawn
      bars={() => ({
        axis: 'stars above or below the mean of all ratings',
        tick: signed,
        tones: FOR_AND_AGAINST,
        rows: [...rows, foot].map((one) => ({
          name: one.name,
          bars: one.whole === undefined ? fromZero(one.value, one.value < 0 ? 1 : 0) : [],
          text: one.whole ?? signed(one.value),
          total: one === foot,
        })),
      })}
      spokenHeads={null}
      rows={rows}
      foot={[foot]}
      columns={[
        { head: 'part', value: ({ name }) => name, show: ({ name, shown }) => shown ?? name },
        {
          head: 'bar',
          className: 'soft',
          show: ({ value, whole, note }) =>
            whole === undefined ? <TermBar value={value} reach={REACH} /> : note,
        },
        {
          head: 'predicted rating',
          value: ({ value }) => value,
          show: ({ value, whole, open }) => (
            <Num
              open={open}
              value={open?.of === 'prediction' ? p.raw : value}
              as={whole === undefined ? signed : () => whole}
            />
          ),
        },
      ]}
    />
  );
}
