import { useState } from 'react';
import { LabelList, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { RankChange } from '../../engine/api';
import { rating, signed } from '../../ui/format';
import classes from './Review.module.css';

const color = (r: RankChange): string => {
  if (r.before === r.after) return 'var(--neutral)';
  if (r.after === null) return 'var(--item)';
  return r.before === null || r.after < r.before ? 'var(--high)' : 'var(--low)';
};

const place = (rank: number | null): string => (rank === null ? 'reviewed' : String(rank));
const short = (name: string): string => (name.length > 30 ? `${name.slice(0, 29)}…` : name);

/** Places past this one are drawn at the edge, so that a single far one does not squeeze the rest. */
const LAST = 16;

/** Slope chart of ranks, one line an item; the table says the same. */
export default function RankSlopes({ ranks }: { ranks: readonly RankChange[] }) {
  const [asTable, setAsTable] = useState(false);
  const known = ranks.flatMap((r) => [r.before, r.after]).filter((r): r is number => r !== null);
  const edge = Math.min(Math.max(...known, 1), LAST) + 1;
  const at = (rank: number | null) => (rank === null ? null : Math.min(rank, edge));
  const data = (['before', 'after'] as const).map((when) => ({
    when,
    ...Object.fromEntries(ranks.map((r) => [r.item.id, at(r[when])])),
  }));
  const moved = ranks.filter((r) => r.before !== null && r.after !== null);
  const rose = moved.filter((r) => (r.after ?? 0) < (r.before ?? 0)).length;
  const fell = moved.filter((r) => (r.after ?? 0) > (r.before ?? 0)).length;
  return (
    <div>
      {!asTable && (
        <div className={classes.slopes} aria-hidden="true">
          <ResponsiveContainer width="100%" height={26 * edge + 40}>
            <LineChart
              data={data}
              margin={{ top: 14, right: 200, bottom: 0, left: 12 }}
              accessibilityLayer={false}
            >
              <XAxis
                dataKey="when"
                tick={{ fill: 'var(--soft)', fontSize: 12 }}
                axisLine={false}
                tickLine={false}
              />
              <YAxis
                reversed
                domain={[1, edge]}
                ticks={Array.from({ length: edge - 1 }, (_, k) => k + 1)}
                interval={0}
                tick={{ fill: 'var(--soft)', fontSize: 12 }}
                axisLine={false}
                tickLine={false}
                width={28}
              />
              {ranks.map((r) => (
                <Line
                  key={r.item.id}
                  dataKey={r.item.id}
                  stroke={color(r)}
                  strokeWidth={r.before === r.after ? 1.2 : 2}
                  dot={{ r: 3, fill: color(r), strokeWidth: 0 }}
                  isAnimationActive={false}
                >
                  <LabelList
                    dataKey={r.item.id}
                    content={({ x, y, index }) =>
                      index === 1 && r.after !== null ? (
                        <text x={Number(x) + 10} y={Number(y) + 4} fontSize={12} fill="var(--ink)">
                          {r.after >= edge ? `${short(r.item.name)} (${r.after})` : short(r.item.name)}
                        </text>
                      ) : null
                    }
                  />
                </Line>
              ))}
            </LineChart>
          </ResponsiveContainer>
        </div>
      )}
      <p className="soft">
        {rose} rose, {fell} fell.{ranks.some((r) => r.after === null) && ' The reviewed item left the list.'}{' '}
        <button type="button" className={classes.toggle} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </button>
      </p>
      {/* A table ignores a width of one pixel, so what hides it is a box around it. */}
      <div className={asTable ? undefined : 'visually-hidden'}>
        <table className={classes.words}>
          <caption className="visually-hidden">
            Ranks and predicted ratings before and after the review
          </caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Rank</th>
              <th scope="col">Rating</th>
            </tr>
          </thead>
          <tbody>
            {ranks.map((r) => (
              <tr key={r.item.id}>
                <th scope="row">{r.item.name}</th>
                <td>
                  {place(r.before)} → {place(r.after)}
                </td>
                <td>
                  {rating(r.ratingAfter)} ({signed(r.ratingAfter - r.ratingBefore)})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
