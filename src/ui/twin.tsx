import { type ReactNode, useState } from 'react';

/** Whether a figure is shown as numbers, and the button that turns it. */
export function useTwin(
  /** What is shown, for those who do not see beside what the button stands. */
  title?: string,
  [toFigure, toNumbers] = ['Show as a chart', 'Show as a table'],
): readonly [asNumbers: boolean, button: ReactNode] {
  const [asNumbers, setAsNumbers] = useState(false);
  const button = (
    <button type="button" className="text-button" onClick={() => setAsNumbers(!asNumbers)}>
      {asNumbers ? toFigure : toNumbers}
      {title && <span className="visually-hidden"> ({title})</span>}
    </button>
  );
  return [asNumbers, button];
}

/** The table beside a figure: read out always. One ignores a width of one pixel, so what hides it is a box around it. */
export const Twin = ({ seen, children }: { readonly seen: boolean; readonly children: ReactNode }) => (
  <div className={seen ? undefined : 'visually-hidden'}>{children}</div>
);
