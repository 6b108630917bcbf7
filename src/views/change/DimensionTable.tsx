import { DataTable } from '../../ui/figure/DataTable';

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
    <DataTable
      title={caption}
      words={0}
      scroll={caption}
      mostHeight={260}
      full
      rows={columns[0].values.map((_, d) => d)}
      columns={[
        { head: 'No.', value: (d) => d },
        ...columns.map(({ name, values, show }) => ({
          head: name,
          value: (d: number) => values[d],
          show: (d: number) => show(values[d], d),
        })),
      ]}
    />
  );
}
