import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { plural } from '../../ui/format';
import { documentOf } from './compose';
import classes from './Export.module.css';
import type { Found } from './find';
import { type Format, formatsOf } from './save';

interface Props {
  readonly found: Found;
  readonly onSave: (found: Found, format: Format) => void;
}

/** One figure or table: what it looks like, what it is called, and what it can be saved as. */
export function SaveRow({ found, onSave }: Props) {
  return (
    <li className={classes.row} data-testid="saving-row" data-kind={found.kind}>
      <Preview found={found} />
      <div>
        <p className={classes.title}>{found.title}</p>
        <p className="soft">{described(found)}</p>
      </div>
      <div className={classes.formats}>
        {formatsOf(found).map((format) => (
          <Button
            key={format}
            aria-label={`${found.title}: save as ${format.toUpperCase()}`}
            onClick={() => onSave(found, format)}
            data-testid={`save-${format}`}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
    </li>
  );
}

function described(found: Found): string {
  if (found.kind === 'table') {
    const { rows, columns } = found.grid;
    return `Table, ${plural(rows.length, 'row')} by ${plural(columns.length, 'column')}`;
  }
  return 'Figure';
}

function Preview({ found }: Pick<Props, 'found'>) {
  const source = useMemo(
    () =>
      found.kind === 'figure'
        ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(documentOf(found.drawing, found.look))}`
        : null,
    [found],
  );
  if (found.kind === 'table')
    return (
      <span className={classes.preview} data-grid aria-hidden="true">
        {found.grid.columns.slice(0, 3).join(' · ')}
      </span>
    );
  return <img className={classes.preview} src={source ?? ''} alt="" />;
}
