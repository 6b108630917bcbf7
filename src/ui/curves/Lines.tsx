import type { Series } from './curves';
import { Sample } from './SeriesMark';

/** What each line of a figure is. */
export const Lines = ({ series }: { readonly series: readonly Series[] }) => (
  <ul className="signs" aria-label="Lines">
    {[...new Map(series.map((one) => [one.key, one])).values()].map(({ key, label, style }) => (
      <li key={key}>
        <Sample style={style} /> {label}
      </li>
    ))}
  </ul>
);
