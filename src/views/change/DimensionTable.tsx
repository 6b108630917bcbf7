import { saysOnly } from '../../ui/cell';
import classes from './Change.module.css';

/** A value [D] with how each number of it is written. */
export interface DimensionColumn {
  readonly name: string;
  readonly values: readonly number[];
  readonly show: (value: number, d: number) => React.ReactNode;
}

/** States, changes or gates as numbers: a row for each dimension. */
export function DimensionTable({
  caption,
  columns,
}: {
  readonly caption: string;
  readonly columns: readonly DimensionColumn[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="scroll" style={{ maxHeight: 260 }} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns[0].values.map((_, d) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is its index
            <tr key={d}>
              <th scope="row">{d}</th>
              {columns.map(({ name, values, show }) => (
                <td key={name} {...saysOnly(values[d])}>
                  {show(values[d], d)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
