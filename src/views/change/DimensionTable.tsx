import { saysOnly } from '../../ui/cell';
import { Table } from '../../ui/Table';

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
    <Table
      words={0}
      scroll={caption}
      mostHeight={260}
      spoken={caption}
      heads={['No.', ...columns.map(({ name }) => name)]}
      full
    >
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
    </Table>
  );
}
