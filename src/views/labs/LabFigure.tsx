import type { ReactNode } from 'react';
import { saysInterval } from '../../ui/cell';
import { type Series, valuesOf } from '../../ui/curves/curves';
import { Lines } from '../../ui/curves/Lines';
import { fixed } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { Table } from '../../ui/Table';
import { Twin, useTwin } from '../../ui/twin';
import classes from './Labs.module.css';

const CurveChart = lazyPart(() => import('../../ui/curves/CurveChart'), {
  waiting: <div className={classes.waiting} />,
});

/** Labels that an axis has room for on a phone. */
const MOST_TICKS = 6;

export interface Panel {
  readonly key: string;
  /** What is seen; null where the card says it. */
  readonly title: string | null;
  /** What is measured, in words. */
  readonly meaning: ReactNode;
  /** What goes up, with its unit. */
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** What the axis holds in any case. */
  readonly holds: readonly number[];
  readonly digits: number;
}

interface Props {
  readonly title: string;
  /** Whole numbers, ascending. */
  readonly xs: readonly number[];
  readonly xLabel: string;
  readonly panels: readonly Panel[];
}

/** Panels of lines over the same whole numbers, with one legend; or the same as tables. */
export function LabFigure({ title, xs, xLabel, panels }: Props) {
  const [asTable, turn] = useTwin(title);
  return (
    <>
      <div data-figure={asTable ? undefined : true}>
        {!asTable && <Lines series={panels.flatMap(({ series }) => series)} />}
        <div className="panels">
          {panels.map(({ key, title: seen, meaning, yLabel, series, holds, digits }) => (
            <div key={key} data-testid={`panel-${key}`}>
              {seen && <h3>{seen}</h3>}
              {!asTable && (
                <CurveChart
                  series={series}
                  xs={xs}
                  xTicks={some(xs)}
                  xText={String}
                  yValues={[...holds, ...valuesOf(series)]}
                  digits={digits}
                  {...{ xLabel, yLabel }}
                />
              )}
              <Twin seen={asTable}>
                <Numbers title={`${seen ?? title}: ${yLabel}`} {...{ asTable, xs, xLabel, series, digits }} />
              </Twin>
              <p className="soft">{meaning}</p>
            </div>
          ))}
        </div>
      </div>
      {turn}
    </>
  );
}

interface NumbersProps extends Pick<Props, 'title' | 'xs' | 'xLabel'>, Pick<Panel, 'series' | 'digits'> {
  readonly asTable: boolean;
}

function Numbers({ asTable, title, xs, xLabel, series, digits }: NumbersProps) {
  return (
    <Table
      words={0}
      scroll={asTable ? title : null}
      spoken={title}
      heads={[xLabel, ...series.map(({ label }) => label)]}
    >
      <tbody>
        {xs.map((x) => (
          <tr key={x}>
            <th scope="row">{x}</th>
            {series.map(({ key, points }) => {
              const point = points.find((one) => one.x === x);
              return (
                <td key={key} {...(point && saysInterval(point))}>
                  {point ? fixed(point.value, digits) : '–'}
                  {point && point.low !== point.high && (
                    <span className="soft">
                      {' '}
                      {fixed(point.low, digits)} to {fixed(point.high, digits)}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Some of the places, evenly spread, both ends included. */
function some(xs: readonly number[]): number[] {
  const count = Math.min(xs.length, MOST_TICKS);
  return Array.from(
    { length: count },
    (_, k) => xs[Math.round((k * (xs.length - 1)) / Math.max(1, count - 1))],
  );
}
