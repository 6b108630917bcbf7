import type { OwnTable } from '../../engine/ownTable';
import { Fold } from '../../ui/Fold';
import { plural } from '../../ui/format';
import { Scroll } from '../../ui/Scroll';
import classes from './OwnTable.module.css';

/** The first rows of the table, as they are. */
export function Preview({ table: { columns, preview, header } }: { readonly table: OwnTable }) {
  if (preview.length === 0) return null;
  return (
    <Fold
      opened
      summary={preview.length === 1 ? 'The first row' : `The first ${plural(preview.length, 'row')}`}
    >
      <Scroll label="The first rows">
        <table className={classes.preview}>
          <thead>
            <tr>
              {columns.map((name, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may be called alike
                <th key={k} scope="col">
                  {header === false ? `Column ${name}` : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else
              <tr key={row}>
                {cells.map((cell, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={k} title={cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Fold>
  );
}
