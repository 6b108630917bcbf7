import { LabelList, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Slope } from './slopes';

/** Places past this one are drawn at the edge, so that a single far one does not squeeze the rest. */
const LAST = 14;
const ROW = 27;

const COLORS = { rose: 'var(--high)', fell: 'var(--low)', stayed: 'var(--neutral)', left: 'var(--item)' };
const short = (name: string): string => (name.length > 28 ? `${name.slice(0, 27)}…` : name);
const tick = { fill: 'var(--soft)', fontSize: 12 };

/** Two columns of places, one line an item. Decoration for the eye: the table beside it says the same. */
export default function SlopeChart({ slopes }: { slopes: readonly Slope[] }) {
  const drawn = slopes.filter((s) => s.before !== null && s.after !== null);
  const deepest = Math.max(1, ...drawn.flatMap((s) => [s.before ?? 1, s.after ?? 1]));
  const edge = Math.min(deepest, LAST + 1);
  const data = (['before', 'after'] as const).map((when) => ({
    when,
    ...Object.fromEntries(drawn.map((s) => [s.change.item.id, Math.min(s[when] ?? 1, edge)])),
  }));
  const nameOf = ({ change, after }: Slope): string =>
    edge > LAST && (after ?? 1) >= edge ? `${short(change.item.name)} (${after})` : short(change.item.name);
  return (
    <div aria-hidden="true" style={{ maxWidth: 600 }}>
      <ResponsiveContainer width="100%" height={ROW * edge + 44}>
        <LineChart
          data={data}
          margin={{ top: 14, right: 210, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis dataKey="when" tick={tick} axisLine={false} tickLine={false} interval={0} />
          <YAxis
            reversed
            domain={[0.6, edge + 0.6]}
            ticks={Array.from({ length: edge }, (_, k) => k + 1)}
            tickFormatter={(place: number) => (place > LAST ? `${place}+` : String(place))}
            interval={0}
            tick={tick}
            axisLine={false}
            tickLine={false}
            width={34}
          />
          {drawn.map((slope) => (
            <Line
              key={slope.change.item.id}
              dataKey={slope.change.item.id}
              stroke={COLORS[slope.direction]}
              strokeWidth={slope.direction === 'stayed' ? 1.2 : 2}
              dot={{ r: 3, fill: COLORS[slope.direction], strokeWidth: 0 }}
              isAnimationActive={false}
            >
              <LabelList
                dataKey={slope.change.item.id}
                content={({ x, y, index }) =>
                  index === 1 ? (
                    <text x={Number(x) + 12} y={Number(y) + 4} fontSize={12.5} fill="var(--ink)">
                      {nameOf(slope)}
                    </text>
                  ) : null
                }
              />
            </Line>
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
