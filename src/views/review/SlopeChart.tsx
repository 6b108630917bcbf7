import type { Slope } from './slopes';

/** Places past this one are drawn at the edge, so that a single far one does not squeeze the rest. */
const LAST = 14;
const ROW = 26;
const TOP = 30;
const LEFT = 34;
const RIGHT = 250;
const WIDTH = 560;

const COLORS = { rose: 'var(--high)', fell: 'var(--low)', stayed: 'var(--neutral)', left: 'var(--item)' };
const short = (name: string): string => (name.length > 38 ? `${name.slice(0, 37)}…` : name);

/** Two columns of places, before and after, one line an item. Decoration for the eye: the table beside it says the same. */
export function SlopeChart({ slopes }: { slopes: readonly Slope[] }) {
  const drawn = slopes.filter((s) => s.before !== null && s.after !== null);
  const deepest = Math.max(1, ...drawn.flatMap((s) => [s.before ?? 1, s.after ?? 1]));
  const edge = Math.min(deepest, LAST + 1);
  const y = (place: number) => TOP + (Math.min(place, edge) - 0.5) * ROW;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${TOP + edge * ROW}`}
      width="100%"
      style={{ maxWidth: WIDTH, display: 'block' }}
      aria-hidden="true"
    >
      <g fill="var(--soft)" fontSize={12}>
        <text x={LEFT + 8} y={14}>
          place before
        </text>
        <text x={RIGHT} y={14} textAnchor="end">
          after
        </text>
        {Array.from({ length: edge }, (_, k) => k + 1).map((place) => (
          <text key={place} x={LEFT - 12} y={y(place) + 4} textAnchor="end">
            {place > LAST ? `${place}+` : place}
          </text>
        ))}
      </g>
      {drawn.map(({ change, before, after, direction }) => (
        <g key={change.item.id} stroke={COLORS[direction]} fill={COLORS[direction]}>
          <title>{`${change.item.name}: ${before} → ${after}`}</title>
          <line
            x1={LEFT}
            x2={RIGHT}
            y1={y(before ?? 1)}
            y2={y(after ?? 1)}
            strokeWidth={direction === 'stayed' ? 1.2 : 2}
          />
          <circle cx={LEFT} cy={y(before ?? 1)} r={3} stroke="none" />
          <circle cx={RIGHT} cy={y(after ?? 1)} r={3} stroke="none" />
          <text x={RIGHT + 12} y={y(after ?? 1) + 4} fontSize={12.5} fill="var(--ink)" stroke="none">
            {(after ?? 1) >= edge && edge > LAST
              ? `${short(change.item.name)} (${after})`
              : short(change.item.name)}
          </text>
        </g>
      ))}
    </svg>
  );
}
