import type { ReactNode } from 'react';
import { DataTable } from '../figure/DataTable';
import { Drawing } from '../figure/Drawing';
import { intervalParts } from '../figure/grid';
import { count, fixed } from '../format';
import { lazyPart } from '../Part';
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
export function Panels({ title, panels, xLabel, xText = count }: Props) {
  const pane = ({ key, title: seen, meaning }: Panel, inside: ReactNode) => (
    <div key={key} data-testid={`panel-${key}`}>
      {seen && <h3>{seen}</h3>}
      {inside}
      {meaning && <p className="soft">{meaning}</p>}
    </div>
  );
  const table = (panel: Panel, seen: boolean) => {
    const name = `${panel.title ?? title}: ${panel.yLabel}`;
    return (
      <DataTable
        key={panel.key}
        title={name}
        testId={`panel-table-${panel.key}`}
        words={0}
        scroll={seen ? name : null}
        rows={placesOf(panel)}
        columns={[
          { head: xLabel, value: (x) => x, as: xText },
          ...panel.series.map(({ label, points }) => {
            const at = (x: number) => points.find((one) => one.x === x);
            return {
              head: label,
              value: (x: number) => intervalParts(at(x)),
              show: (x: number) => written(at(x), panel.digits),
            };
          }),
        ]}
      />
    );
  };
  return (
    <Drawing
      title={title}
      signs={
        panels.some(({ series }) => series.some(isBanded))
          ? [{ name: 'shaded: from the low to the high end of the interval' }]
          : []
      }
      summary={panels.flatMap((panel) => endsOf(panel, xText) ?? []).join(' ')}
      table={(seen) => (
        <div className={seen ? 'panels' : undefined}>
          {panels.map((panel) => (seen ? pane(panel, table(panel, seen)) : table(panel, seen)))}
        </div>
      )}
    >
      <Lines series={panels.flatMap(({ series }) => series)} />
      <div className="panels">
        {panels.map((panel) => {
          const { series, holds = [], yLabel, digits } = panel;
          const xs = placesOf(panel);
          const yValues = [...holds, ...valuesOf(series)];
          return pane(
            panel,
            <CurveChart xTicks={some(xs)} {...{ series, xs, yValues, xText, xLabel, yLabel, digits }} />,
          );
        })}
      </div>
    </Drawing>
  );
}

/** Of the first line: "New people, DReX: 0.62 at 0, 0.55 at 10." */
function endsOf({ title, series, digits }: Panel, xText: (x: number) => string): string | null {
  const { label, points = [] } = series.at(0) ?? {};
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last) return null;
  const at = ({ x, value }: CurvePoint) => `${fixed(value, digits)} at ${xText(x)}`;
  return `${[title, label].filter(Boolean).join(', ')}: ${at(first)}, ${at(last)}.`;
}

const placesOf = ({ series }: Panel): number[] =>
  [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);

const written = (point: CurvePoint | undefined, digits: number): ReactNode =>
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

/** Some of the places, evenly spread, both ends included. */
function some(xs: readonly number[]): number[] {
  const ticks = Math.min(xs.length, MOST_TICKS);
  return Array.from(
    { length: ticks },
    (_, k) => xs[Math.round((k * (xs.length - 1)) / Math.max(1, ticks - 1))],
  );
}

const isBanded = ({ band, points }: Series): boolean => band && points.some(({ low, high }) => low !== high);
