import { saysInterval } from '../../ui/cell';
import CurveChart from '../../ui/curves/CurveChart';
import { type Series, ticksOf, valuesOf } from '../../ui/curves/curves';
import { Lines } from '../../ui/curves/Lines';
import { fixed } from '../../ui/format';
import { Scroll } from '../../ui/Scroll';
import { Table } from '../../ui/Table';
import { intervalText } from './metrics';

export interface Panel {
  readonly key: string;
  readonly title: string;
  readonly series: readonly Series[];
}

interface Props {
  readonly panels: readonly Panel[];
  readonly xLabel: string;
  readonly xText: (x: number) => string;
  readonly yLabel: string;
  readonly digits: number;
}

/** Panels side by side on one vertical axis, with one legend for all. */
export function Curves({ panels, xLabel, xText, yLabel, digits, ownAxes }: Props & { ownAxes?: boolean }) {
  const all = panels.flatMap(({ series }) => series);
  return (
    <div data-figure>
      <Lines series={all} />
      <div className="panels">
        {panels.map(({ key, title, series }) => (
          <div key={key}>
            <h3>{title}</h3>
            <CurveChart
              series={series}
              xs={ticksOf(series)}
              xText={xText}
              yValues={valuesOf(ownAxes ? series : all)}
              digits={digits}
              {...{ xLabel, yLabel }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The same as numbers. */
export function CurvesTable({ panels, xLabel, xText, digits }: Omit<Props, 'yLabel'>) {
  return (
    <Scroll label={panels.map((one) => one.title).join(', ')}>
      {panels.map(({ key, title, series }) => {
        const ticks = ticksOf(series);
        return (
          <Table key={key} caption={`${title}, by ${xLabel}`} heads={[xLabel, ...ticks.map(xText)]} full>
            <tbody>
              {series.map(({ key: name, label, points }) => (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  {ticks.map((x) => {
                    const point = points.find((one) => one.x === x);
                    return (
                      <td key={x} {...(point && saysInterval(point))}>
                        {point ? fixed(point.value, digits) : '–'}
                        {point && point.low !== point.high && (
                          <span className="soft"> {intervalText(point, digits)}</span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </Table>
        );
      })}
    </Scroll>
  );
}
