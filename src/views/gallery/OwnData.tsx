import { Button, Code, CopyButton, Group } from '@mantine/core';
import { IconFileZip, IconFolderOpen, IconTable } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { OWN_DATASET } from '../../engine/ownSet';
import { datasetAddress } from '../../session/address';
import { openLogFile } from '../../session/exchange';
import {
  forgetOwnSet,
  isOwnOpen,
  lookAtOwnSet,
  openOwnFolder,
  openOwnZip,
  useOwnSet,
} from '../../session/ownSet';
import { useAct, useSession } from '../../session/part';
import { setGallery } from '../../session/verbs';
import { count, megabytes } from '../../ui/format';
import { errorWords } from '../shared/problemWords';
import classes from './Gallery.module.css';

const COMMAND = 'npm run pretrain -- --data my-reviews.csv --out my-set';

/** How to bring data along: a few reviews of what is here, or a whole data set with a model of its own. */
export function OwnData() {
  const act = useAct();
  const noun = useSession((s) => s.start?.dataset.itemNoun.many);
  const { opening, failure } = useOwnSet();
  const status = useRef<HTMLDivElement>(null);
  // What was dropped on the page is told here, below all that ships.
  useEffect(() => {
    if (opening || failure) status.current?.scrollIntoView({ block: 'nearest' });
  }, [opening, failure]);
  const openTable = () => {
    act(setGallery(false));
    void act(openLogFile);
  };
  return (
    <section className={classes.own} aria-label="Use your own data">
      <h3>Use your own data</h3>
      {noun && (
        <>
          <p>
            A table of reviews of the {noun} here (CSV, TSV or JSON lines) can be added as it is: you say
            which column is what.
          </p>
          <Button
            size="sm"
            leftSection={<IconTable size={16} />}
            onClick={openTable}
            data-testid="open-table"
          >
            Open a table of reviews
          </Button>
        </>
      )}
      <p>
        For other things, train a model on your own computer: fetch this project, install Node, and run the
        command below. The table needs the columns <Code>user</Code> and <Code>item</Code>, and may have{' '}
        <Code>rating</Code>, <Code>text</Code>, <Code>time</Code> and aspects like <Code>aspects.taste</Code>.
        Then open the folder that it makes.
      </p>
      <Group gap={8} className={classes.command}>
        <Code translate="no">{COMMAND}</Code>
        <CopyButton value={COMMAND}>
          {({ copied, copy }) => (
            <Button variant="subtle" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group gap={8}>
        <Button
          size="sm"
          leftSection={<IconFolderOpen size={16} />}
          disabled={opening !== null}
          onClick={() => void act(openOwnFolder)}
          data-testid="open-own-folder"
        >
          Open a trained data set
        </Button>
        <Button
          size="sm"
          variant="subtle"
          leftSection={<IconFileZip size={16} />}
          disabled={opening !== null}
          onClick={() => void act(openOwnZip)}
          data-testid="open-own-zip"
        >
          or a zip of it
        </Button>
      </Group>
      <div ref={status} role="status" data-testid="own-set-status">
        {opening && <p>Checking “{opening}”…</p>}
        {failure && <p className={classes.problem}>It was not opened. {errorWords(failure)}</p>}
      </div>
      <p className="note">
        It stays in this browser, on this device, until you remove it; nothing is sent anywhere. A link to it
        works only where it is.
      </p>
    </section>
  );
}

/** The one that was opened before. */
export function OwnSetCard() {
  const act = useAct();
  const kept = useOwnSet((s) => s.kept);
  const open = isOwnOpen();
  useEffect(() => void act(lookAtOwnSet), [act]);
  if (!kept) return null;
  const { name, counts, bytes } = kept;
  const body = (
    <>
      <span className={classes.head}>
        <strong className="ellipsis" title={name}>
          {name}
        </strong>
        <span className={`note ${classes.kind}`}>your own</span>
        {open && <span className={`note ${classes.mark}`}>shown now</span>}
      </span>
      <span className="note">
        {count(counts.interactions)} interactions · {count(counts.users)} reviewers · {count(counts.items)}{' '}
        items · {megabytes(bytes)}
      </span>
    </>
  );
  return (
    <div className={classes.kept} data-testid="own-set">
      {open ? (
        <div className={classes.card} data-current="true">
          {body}
        </div>
      ) : (
        <a className={classes.card} href={datasetAddress(OWN_DATASET)}>
          {body}
        </a>
      )}
      {!open && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => void act(forgetOwnSet)}
          aria-label={`Remove ${name}`}
        >
          Remove
        </Button>
      )}
    </div>
  );
}
