import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { OwnTableRequest } from '../../engine/ownTable';
import { addTable, askTable, closeTable, type TableFile, useTableFile } from '../../session/ownTable';
import { useAct, useAnswer, useSession, useVerb } from '../../session/part';
import { Dialog, type Opened } from '../../ui/Dialog';
import { plural } from '../../ui/format';
import { errorWords } from '../shared/problemWords';
import { Columns } from './Columns';
import { Problems, Unmatched } from './LeftOut';
import classes from './OwnTable.module.css';
import { Preview } from './Preview';
import { Ranges } from './Ranges';
import { encodingWords, matchWords, orderWords, peopleWords } from './words';

/** A table of reviews that somebody brings along: what its columns are, what can be taken, and adding it. */
export default function OwnTable(window: Opened) {
  const { file, opened } = useTableFile();
  return (
    <Dialog {...window} title="Your reviews" size={760} data-testid="own-table">
      {file && <Mapping key={opened} file={file} />}
    </Dialog>
  );
}

type Choice = Pick<OwnTableRequest, 'header' | 'roles' | 'ranges' | 'meant'>;

/** Nothing chosen: all as it looks. */
const GUESSED: Choice = { header: null, roles: null, ranges: {}, meant: {} };

function Mapping({ file: { name, text, encoding } }: { readonly file: TableFile }) {
  const act = useAct();
  const cancel = useVerb(closeTable);
  const log = useSession((s) => s.history.present);
  const dataset = useSession((s) => s.start?.dataset);
  const [choice, setChoice] = useState(GUESSED);
  const { answer: table, asking, failure } = useAnswer(askTable, { ...choice, text, log });
  const choose = (next: Partial<Choice>) => setChoice((now) => ({ ...now, ...next }));
  if (failure)
    return (
      <p role="alert">
        “{name}” could not be read: {errorWords(failure)}
      </p>
    );
  if (!table || !dataset) return <p className="soft">Reading “{name}”…</p>;
  return (
    <div className={classes.parts}>
      <p role="status" data-testid="own-table-match">
        <strong className={classes.name}>{name}</strong>: {matchWords(table, dataset.itemNoun)}{' '}
        {encodingWords[encoding]}
      </p>
      <Columns
        table={table}
        dataset={dataset}
        onRoles={(roles) => choose({ roles })}
        onHeader={(header) => choose({ header, roles: null })}
      />
      <Preview table={table} />
      <Ranges
        scales={table.scales}
        onRange={(field, range) => choose({ ranges: { ...choice.ranges, [field]: range } })}
      />
      <Unmatched
        unmatched={table.unmatched}
        noun={dataset.itemNoun.many}
        onMeant={(key, id) => {
          const { [key]: _, ...others } = choice.meant;
          choose({ meant: id === null ? others : { ...others, [key]: id } });
        }}
      />
      <Problems problems={table.problems} />
      <section aria-label="Whose they are">
        <h3>Whose they are</h3>
        <p data-testid="own-table-people">
          {peopleWords(table.people)} {table.reviews > 1 && orderWords[table.order]}
        </p>
      </section>
      <div className={classes.foot}>
        <Group gap={10}>
          <Button
            variant="filled"
            size="sm"
            disabled={asking || table.reviews === 0}
            onClick={() => act(addTable(table))}
            data-testid="own-table-add"
          >
            Add {plural(table.reviews, 'review')}
          </Button>
          <Button size="sm" variant="subtle" color="gray" onClick={cancel}>
            Cancel
          </Button>
        </Group>
        <p className="note">One undo takes all of it back. Nothing leaves this device.</p>
      </div>
    </div>
  );
}
