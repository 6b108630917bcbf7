import { Area, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { fixed } from '../format';
import type { CurveProps, Series } from './curves';
import { Marker, STYLES } from './SeriesMark';
import { axisOf } from './scale';

const HEIGHT = 220;
const tick = { fill: 'var(--soft)', fontSize: 'var(--size-note)' };

/** One row for each place on the axis: value and band of every series. */
function toRows(series: readonly Series[], xs: readonly number[]) {
  return xs.map((x) => ({
    x,
    ...Object.fromEntries(
      series.flatMap(({ key, points }) => {
        const point = points.find((one) => one.x === x);
        return point
          ? [
              [key, point.value],
              [`${key} band`, [point.low, point.high]],
            ]
          : [];
      }),
    ),
  }));
}

/** Lines with interval bands. Decoration for the eye: the table beside it says the same. */
export default function CurveChart(props: CurveProps) {
  return (
    <>
      <p className="axis note">{props.yLabel}</p>
      <Chart {...props} />
      <p className="axis note" data-end="x">
        {props.xLabel}
      </p>
    </>
  );
}

function Chart({ series, xs, xTicks = xs, xText, yValues, digits }: CurveProps) {
  const axis = axisOf(yValues, 4);
  return (
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ComposedChart
          data={toRows(series, xs)}
          margin={{ top: 8, right: 14, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="x"
            type="number"
            domain={[xs[0], xs[xs.length - 1]]}
            ticks={[...xTicks]}
            tickFormatter={xText}
            interval={0}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            padding={{ left: 8, right: 8 }}
          />
          <YAxis
            domain={[axis.low, axis.high]}
            ticks={[...axis.ticks]}
            tickFormatter={(value: number) => fixed(value, axis.digits)}
            interval={0}
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={58}
          />
          {series.map(({ key, style, band }) =>
            band ? (
              <Area
                key={`${key} band`}
                dataKey={`${key} band`}
                stroke="none"
                connectNulls
                fill={STYLES[style].color}
                fillOpacity={0.12}
                isAnimationActive={false}
                activeDot={false}
              />
            ) : null,
          )}
          {series.map(({ key, label, style }) => (
            <Line
              key={key}
              dataKey={key}
              stroke={STYLES[style].color}
              strokeWidth={STYLES[style].width}
              strokeDasharray={STYLES[style].dash}
              // Not each line has a point at each place of the others.
              connectNulls
              isAnimationActive={false}
              activeDot={false}
              dot={({ cx, cy, value, payload }) =>
                cx === undefined || cy === undefined || !xTicks.includes(payload.x) ? null : (
                  <g key={`${key} ${cx}`} transform={`translate(${cx} ${cy})`}>
                    <title>{`${label}: ${fixed(Array.isArray(value) ? value[1] : Number(value), digits)}`}</title>
                    <Marker style={style} />
                  </g>
                )
              }
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
