import { ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { percent, thousandths } from '../../ui/format';

interface Point {
  readonly word: string;
  /** Attention, and the size of the change. */
  readonly x: number;
  readonly y: number;
}

/** Two names that are nearer than this, as shares of the field, would lie upon each other. */
const APART = { x: 0.2, y: 0.08 };

/** The points whose names are written, the farthest from the corner first. */
function namedAmong(points: readonly Point[], right: number, top: number): ReadonlySet<Point> {
  const named: Point[] = [];
  const farthest = points.toSorted((a, b) => b.x / right + b.y / top - (a.x / right + a.y / top));
  for (const point of farthest)
    if (
      named.every(
        ({ x, y }) => Math.abs(x - point.x) > APART.x * right || Math.abs(y - point.y) > APART.y * top,
      )
    )
      named.push(point);
  return new Set(named);
}

const LOOK = {
  type: 'number',
  interval: 0,
  tick: { fill: 'var(--soft)', fontSize: 'var(--size-note)' },
  tickLine: false,
  axisLine: { stroke: 'var(--line)' },
} as const;

/** Attention to the right, the size of the change upwards. For the eye: the table says the same. */
export default function ScatterChart({ points }: { points: readonly Point[] }) {
  const right = Math.max(...points.map((one) => one.x)) || 1;
  const top = Math.max(...points.map((one) => one.y)) || 1;
  const named = namedAmong(points, right, top);
  return (
    <ResponsiveContainer width="100%" height={250}>
      <ComposedChart
        data={[...points]}
        margin={{ top: 10, right: 20, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis {...LOOK} dataKey="x" domain={[0, right]} ticks={[0, right]} tickFormatter={percent} />
        <YAxis {...LOOK} domain={[0, top]} ticks={[0, top]} tickFormatter={thousandths} width={52} />
        <Line
          dataKey="y"
          stroke="none"
          isAnimationActive={false}
          activeDot={false}
          dot={({ cx = 0, cy = 0, index }) => {
            const { word, x, y } = points[index];
            const onLeft = x > 0.75 * right;
            return (
              <g key={index} transform={`translate(${cx} ${cy})`}>
                <title>{`${word}: attention ${percent(x)}, change ${thousandths(y)}`}</title>
                <circle r={4.5} fill="var(--attended)" opacity={0.85} />
                {named.has(points[index]) && (
                  <text
                    x={onLeft ? -8 : 8}
                    y={4}
                    textAnchor={onLeft ? 'end' : 'start'}
                    fill="var(--ink)"
                    fontSize="var(--size-note)"
                  >
                    {word}
                  </text>
                )}
              </g>
            );
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
