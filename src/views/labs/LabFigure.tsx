import { useState } from 'react';
import classes from './Labs.module.css';

export interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly title: string;
  readonly xs: readonly number[];
  readonly xLabel: string;
  readonly lines: readonly Line[];
}

const WIDTH = 300;
const HEIGHT = 100;

/** Shares from 0 to 1 over whole numbers, as lines; or the same as a table. */
export function LabFigure({ title, xs, xLabel, lines }: Props) {
  const [asTable, setAsTable] = useState(false);
  const last = xs[xs.length - 1];
  const path = (values: Line['values']) =>
    values.map((y, k) => (y === null ? '' : `${(xs[k] / last) * WIDTH},${(1 - y) * HEIGHT}`)).join(' ');
  return (
    <>
      {!asTable && (
        <div className={classes.chart} aria-hidden="true">
          {lines.map(({ label }, k) => (
            <span key={label} data-line={k}>
              {label}
            </span>
          ))}
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            {[0, 50, 100].map((y) => (
              <path key={y} d={`M0 ${y}H${WIDTH}`} />
            ))}
            {lines.map(({ label, values }, k) => (
              <polyline key={label} data-line={k} points={path(values)} />
            ))}
          </svg>
          <p className="soft">
            Up: share, from 0 to 1 (all as in the end), a line at each half. Right: {xLabel}, from 0 to {last}
            .
          </p>
        </div>
      )}
      <div className={asTable ? undefined : 'visually-hidden'}>
        <table className={classes.trace}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {[xLabel, ...lines.map((one) => one.label)].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {xs.map((x, k) => (
              <tr key={x}>
                <th scope="row">{x}</th>
                {lines.map(({ label, values }) => (
                  <td key={label}>{values[k]?.toFixed(2) ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className={classes.toggle} onClick={() => setAsTable(!asTable)}>
        {asTable ? 'Show as a chart' : 'Show as a table'}
      </button>
    </>
  );
}
