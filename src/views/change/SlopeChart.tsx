import { LabelList, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { ARROWS, columnsOf, type Slope, type SlopeColumn } from './slopes';

const ROW = 27;

interface Props {
  readonly slopes: readonly Slope[];
  /** Places past this one are drawn at the edge, so that a single far one does not squeeze the rest. */
  readonly last: number;
  /** What the two columns are called. */
  readonly names: readonly [string, string];
  /** Id of the item that is marked. */
  readonly lit: string | null;
  /** Told which item the pointer is at, or that it has left. */
  readonly onPoint?: (item: string | null) => void;
}

/** Opacity of what is not marked while something is. */
const ASIDE = 0.25;

const COLORS = { rose: 'var(--ink)', fell: 'var(--ink)', stayed: 'var(--neutral)', left: 'var(--neutral)' };
/** Room for a name on the right, in pixels, and the most letters that fit into it in the widest fallback font. */
const NAME_ROOM = 214;
const NAME_LETTERS = 24;
const short = (name: string): string =>
  name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS - 1).trimEnd()}…` : name;
const tick = { fill: 'var(--soft)', fontSize: 'var(--size-note)' };

/** Two columns of places, one line an item. Decoration for the eye: the table beside it says the same. */
export default function SlopeChart({ slopes, last, names, lit, onPoint }: Props) {
  const drawn = slopes.filter((s) => s.before !== null && s.after !== null);
  const deepest = Math.max(1, ...drawn.flatMap((s) => [s.before ?? 1, s.after ?? 1]));
  const edge = Math.min(deepest, last + 1);
  const far = drawn.filter(({ after }) => edge > last && (after ?? 1) >= edge);
  /** Beside one another at the edge, names could not be read: of several, the marked one, or how many there are. */
  const nameOf = (slope: Slope): string => {
    const { change, after } = slope;
    if (!far.includes(slope)) return short(change.item.name);
    const shown = far.find((one) => one.change.item.id === lit) ?? far[0];
    if (slope !== shown) return '';
    return far.length === 1 || change.item.id === lit
      ? `${short(change.item.name)} (${after})`
      : `${far.length} further down`;
  };
  /** The same for paper, with the whole name. */
  const wholeOf = (slope: Slope): string => {
    const { name } = slope.change.item;
    const seen = nameOf(slope);
    return seen && ARROWS[slope.direction] + seen.replace(short(name), name);
  };
  const opacityOf = ({ change }: Slope): number => (lit === null || lit === change.item.id ? 1 : ASIDE);
  const pointing = ({ change }: Slope) =>
    onPoint && { onMouseMove: () => onPoint(change.item.id), onMouseLeave: () => onPoint(null) };
  return (
    <div aria-hidden="true" style={{ maxWidth: 600 }}>
      <ResponsiveContainer width="100%" height={ROW * edge + 44}>
        <LineChart
          data={columnsOf(drawn, names, edge)}
          margin={{ top: 14, right: NAME_ROOM, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis dataKey="when" tick={tick} axisLine={false} tickLine={false} interval={0} />
          <YAxis
            reversed
            domain={[0.6, edge + 0.6]}
            ticks={Array.from({ length: edge }, (_, k) => k + 1)}
            tickFormatter={(place: number) => (place > last ? `${place}+` : String(place))}
            interval={0}
            tick={tick}
            axisLine={false}
            tickLine={false}
            width={34}
          />
          {drawn.map((slope, k) => (
            <Line
              key={slope.change.item.id}
              dataKey={({ places }: SlopeColumn) => places[k]}
              stroke={COLORS[slope.direction]}
              strokeWidth={lit === slope.change.item.id ? 3.5 : slope.direction === 'stayed' ? 1.2 : 2}
              strokeOpacity={opacityOf(slope)}
              dot={{ r: 3, fill: COLORS[slope.direction], strokeWidth: 0, fillOpacity: opacityOf(slope) }}
              {...pointing(slope)}
              isAnimationActive={false}
            >
              <LabelList
                dataKey={({ places }: SlopeColumn) => places[k]}
                content={({ x, y, index }) =>
                  index === 1 ? (
                    <text
                      x={Number(x) + 12}
                      y={Number(y) + 4}
                      fontSize="var(--size-note)"
                      fontWeight={lit === slope.change.item.id ? 600 : 400}
                      fill="var(--ink)"
                      opacity={opacityOf(slope)}
                      data-slope={slope.change.item.id}
                      data-saved={wholeOf(slope)}
                      data-lit={lit === slope.change.item.id}
                      {...pointing(slope)}
                    >
                      {nameOf(slope) && ARROWS[slope.direction]}
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
