import type { ReactNode } from 'react';
import classes from './Form.module.css';

/** Leaves as they are made, about the origin. */
const LEAVES: Readonly<Record<string, ReactNode>> = {
  Black: <path d="M-10 4C-5-8 3 10 10-3M-9 9C-4-2 3 14 9 3" />,
  Green: <path d="M-10 7Q-7-9 10-8Q8 7-10 7ZL3-2" />,
  Herbal: (
    <>
      {[0, 72, 144, 216, 288].map((turn) => (
        <ellipse key={turn} cy={-6.5} rx={3} ry={4} transform={`rotate(${turn})`} />
      ))}
      <circle r={2} />
    </>
  ),
  Oolong: <path d="M-9 5A9 9 0 1 1 5 7A6 6 0 1 1 0-4A3 3 0 1 1 1 2" />,
  'Pu-erh': (
    <>
      <circle r={9} />
      <circle r={3} />
    </>
  ),
  White: <path d="M0-10Q7 0 0 9Q-7 0 0-10ZM0 9V-2" />,
};

/** How dark the tea is. */
const STRENGTHS: Readonly<Record<string, number>> = { Light: 0.18, Medium: 0.36, Strong: 0.6 };

interface Props {
  /** Kind, origin, strength and brewing, as "4 min at 90 °C". */
  readonly facts: readonly (string | null)[];
}

/**
 * A tea by what is known of it: the leaf by its kind, the darker the stronger, the more steam the hotter. Drawn by hand:
 * the words beside it say the same.
 */
export function Cup({ facts: [kind, , strength, brewing] }: Props) {
  const degrees = Number(/(\d+) °C/.exec(brewing ?? '')?.[1] ?? 0);
  const steam = degrees >= 95 ? [-12, 0, 12] : degrees >= 80 ? [-7, 7] : [0];
  return (
    <svg className={classes.cup} viewBox="0 0 96 84" aria-hidden="true">
      {steam.map((x) => (
        <path key={x} d={`M${44 + x} 24c-5-6 5-9 0-17`} data-faint />
      ))}
      <path
        d="M19 38H69V48A22 22 0 0 1 47 70H41A22 22 0 0 1 19 48Z"
        data-tea
        style={{ fillOpacity: STRENGTHS[strength ?? ''] ?? 0.36 }}
      />
      <path d="M18 30H70V48A22 22 0 0 1 48 70H40A22 22 0 0 1 18 48ZM70 36H76A8 8 0 0 1 76 52H69" />
      <path d="M14 78H74" />
      <g transform="translate(44 52)" data-leaf>
        {LEAVES[kind ?? '']}
      </g>
    </svg>
  );
}
