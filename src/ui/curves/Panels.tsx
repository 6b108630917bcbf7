import type { ReactNode } from 'react';
import { DataTable } from '../figure/DataTable';
import { Drawing } from '../figure/Drawing';
import { intervalParts } from '../figure/grid';
import { fixed } from '../format';
import { lazyPart } from '../Part';
import { Twin, useTwin } from '../twin';
import { type CurvePoint, type Series, valuesOf } from './curves';
import { Lines } from './Lines';

const CurveChart = lazyPart(() => import('./CurveChart'), {
  waiting: <div style={{ minHeight: 268 }} />,
});

/** Labels that an axis has room for on a phone. */
const MOST_TICKS = 6;

export interface Panel {
  readonly key: string;
  /** What is seen; null where the card says it. */
  readonly title: string | null;
  /** What is measured, in words. */
  readonly meaning?: ReactNode;
  /** What goes up, with its unit. */
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** What the axis holds in any case. */
  readonly holds?: readonly number[];
  readonly digits: number;
}

interface Props {
  readonly title: string;
  readonly summary?: string;
  readonly panels: readonly Panel[];
  readonly xLabel: string;
  readonly xText?: (x: number) => string;
}

/** Panels that share one vertical axis. */
export const onOneAxis = (panels: readonly Panel[]): Panel[] => {
  const holds = panels.flatMap(({ series }) => valuesOf(series));
  return panels.map((panel) => ({ ...panel, holds }));
};

/** Panels of lines side by side with one legend; or the same as tables. */
export function Panels({ title, summary, panels, xLabel, xText = String }: Props) {
  const [asTable, turn] = useTwin(title);
  const shown = panels.map((panel) => {
    const { key, title: seen, meaning, yLabel, series, holds = [], digits } = panel;
    const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
    const name = `${seen ?? title}: ${yLabel}`;
    const written = (point: CurvePoint | undefined) =>
      point && point.low !== point.high ? (
        <>
          {fixed(point.value, digits)}{' '}
          <span className="soft">
            {fixed(point.low, digits)} to {fixed(point.high, digits)}
          </span>
        </>
      ) : (
        (point && fixed(point.value, digits)) || '–'
      );
    return (
      <div key={key} data-testid={`panel-${key}`}>
        {seen && <h3>{seen}</h3>}
        {!asTable && (
          <CurveChart
            xTicks={some(xs)}
            yValues={[...holds, ...valuesOf(series)]}
            {...{ series, xs, xText, xLabel, yLabel, digits }}
          />
        )}
        <Twin seen={asTable}>
          <DataTable
            title={name}
            words={0}
            scroll={asTable ? name : null}
            rows={xs}
            columns={[
              { head: xLabel, value: (x) => x, as: xText },
              ...series.map(({ label, points }) => {
                const at = (x: number) => points.find((one) => one.x === x);
                return {
                  head: label,
                  value: (x: number) => intervalParts(at(x)),
                  show: (x: number) => written(at(x)),
                };
              }),
            ]}
          />
        </Twin>
        {meaning && <p className="soft">{meaning}</p>}
      </div>
    );
  });
  const panes = <div className="panels">{shown}</div>;
  return (
    <>
      {asTable ? (
        panes
      ) : (
        <Drawing title={title} summary={summary}>
          <Lines series={panels.flatMap(({ series }) => series)} />
          {panes}
        </Drawing>
      )}
      {turn}
    </>
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
