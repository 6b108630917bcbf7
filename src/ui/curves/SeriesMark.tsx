/** Line, dash and marker of each series: told apart without colour, the model that ships the heaviest. */
export const STYLES = [
  { color: 'var(--ink)', width: 2.5, dash: '0' },
  { color: 'var(--soft)', width: 1.8, dash: '7 3' },
  { color: 'var(--soft)', width: 1.8, dash: '2 3' },
  { color: 'var(--soft)', width: 1.8, dash: '9 3 2 3' },
  { color: 'var(--soft)', width: 1.4, dash: '4 4' },
] as const;

export type StyleNumber = 0 | 1 | 2 | 3 | 4;

export const styleOf = (place: number): StyleNumber => Math.min(place, STYLES.length - 1) as StyleNumber;

/** The marker of a series, around the origin. */
export function Marker({ style }: { style: StyleNumber }) {
  const { color } = STYLES[style];
  const hollow = { fill: 'var(--paper)', stroke: color, strokeWidth: 1.8 };
  if (style === 1) return <rect x={-3.5} y={-3.5} width={7} height={7} {...hollow} />;
  if (style === 2) return <path d="M0 -4.5 L4.2 3.2 L-4.2 3.2 Z" {...hollow} />;
  if (style === 3) return <path d="M0 -4.8 L4.8 0 L0 4.8 L-4.8 0 Z" {...hollow} />;
  return <circle r={style === 0 ? 4 : 3} {...(style === 0 ? { fill: color } : hollow)} />;
}

/** A piece of the line, for legends. */
export function Sample({ style }: { style: StyleNumber }) {
  const { color, width, dash } = STYLES[style];
  return (
    <svg width={34} height={12} viewBox="-17 -6 34 12" aria-hidden="true">
      <line x1={-17} x2={17} stroke={color} strokeWidth={width} strokeDasharray={dash} />
      <Marker style={style} />
    </svg>
  );
}
