import { NativeSelect, Switch } from '@mantine/core';
import type { OwnTable, Roles } from '../../engine/ownTable';
import type { DatasetInfo } from '../../engine/start';
import { Fold } from '../../ui/Fold';
import { capital, plural } from '../../ui/format';
import classes from './OwnTable.module.css';

type Plain = Exclude<keyof Roles, 'aspects'>;

interface Props {
  readonly table: OwnTable;
  readonly dataset: DatasetInfo;
  readonly onRoles: (roles: Roles) => void;
  readonly onHeader: (header: boolean) => void;
}

/** Which column of the table holds what: as it looks, each to be changed. */
export function Columns({ table, dataset, onRoles, onHeader }: Props) {
  const { roles, columns, header } = table;
  const { aspects, itemNoun } = dataset;
  const found = roles.aspects.filter((at) => at !== null).length;
  const choose = (chosen: Partial<Roles>, column: number | null) => {
    // A column holds one thing.
    const free = (at: number | null) => (at === column ? null : at);
    onRoles({
      item: free(roles.item),
      person: free(roles.person),
      rating: free(roles.rating),
      text: free(roles.text),
      time: free(roles.time),
      aspects: roles.aspects.map(free),
      ...chosen,
    });
  };
  const plain = (role: Plain, label: string, none: string) => (
    <Column
      label={label}
      none={none}
      table={table}
      column={roles[role]}
      onColumn={(column) => choose({ [role]: column }, column)}
      testId={`own-table-${role}`}
    />
  );
  return (
    <section aria-label="Columns">
      <h3>What the columns are</h3>
      <div className={classes.columns}>
        {plain('item', capital(itemNoun.one), 'choose a column')}
        {plain('rating', 'Rating', 'no ratings')}
        {plain('text', 'In their words', 'no texts')}
        {plain('person', 'Who', 'all by one person')}
        {plain('time', 'When', 'in the order of the rows')}
      </div>
      {roles.item === null && columns.length > 1 && (
        <p role="alert">Choose the column that names the {itemNoun.one}: nothing can be added before.</p>
      )}
      {aspects.length > 0 && columns.length > 0 && (
        <Fold summary={`Aspects: ${found === 0 ? 'none' : found} of ${aspects.length} found`}>
          <div className={classes.columns}>
            {aspects.map(({ field, label }, k) => (
              <Column
                key={field}
                label={label}
                none="not in the table"
                table={table}
                column={roles.aspects[k] ?? null}
                onColumn={(column) => {
                  const free = roles.aspects.map((at) => (at === column ? null : at));
                  choose({ aspects: free.with(k, column) }, column);
                }}
                testId={`own-table-aspect-${field}`}
              />
            ))}
          </div>
        </Fold>
      )}
      {header !== null && (
        <Switch
          mt={10}
          label="The first row names the columns"
          checked={header}
          onChange={({ currentTarget }) => onHeader(currentTarget.checked)}
          data-testid="own-table-header"
        />
      )}
      {table.total === 0 && <p role="alert">There is no row below the first. Is this the right file?</p>}
      {table.total > 0 && columns.length === 1 && (
        <p>
          The whole of a row stands in {plural(1, 'column')}. Cells are separated by commas, semicolons or
          tabs.
        </p>
      )}
    </section>
  );
}

interface ColumnProps {
  readonly label: string;
  /** What it means that no column holds it. */
  readonly none: string;
  readonly table: OwnTable;
  readonly column: number | null;
  readonly onColumn: (column: number | null) => void;
  readonly testId: string;
}

const NONE = '';

function Column({ label, none, table, column, onColumn, testId }: ColumnProps) {
  const { columns, preview, header } = table;
  const example = column === null ? '' : (preview.map((cells) => cells[column]).find(Boolean) ?? '');
  const nameOf = (name: string) => (header === false ? `Column ${name}` : name || 'without a name');
  return (
    <div>
      <NativeSelect
        label={label}
        value={column === null ? NONE : String(column)}
        data={[
          { value: NONE, label: `– ${none}` },
          ...columns.map((name, k) => ({ value: String(k), label: nameOf(name) })),
        ]}
        onChange={({ currentTarget: { value } }) => onColumn(value === NONE ? null : Number(value))}
        data-testid={testId}
      />
      {example && <p className={`note ellipsis ${classes.example}`}>{example}</p>}
    </div>
  );
}
