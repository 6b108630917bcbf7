import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { DatasetCard } from '../../../engine/start';
import { useDatasets } from '../../../session/evidence';
import { comesAlong, keepDataset, keepPage, letGoOf, sortKept, useOffline } from '../../../session/offline';
import { useAct } from '../../../session/part';
import { megabytes, wholePercent } from '../../../ui/format';
import classes from './Offline.module.css';

/** Each data set, and whether it is kept: one comes with the page, others are kept on request and thrown away again. */
export function OfflineSets() {
  const act = useAct();
  const { answer } = useDatasets();
  const kept = useOffline((s) => s.kept);
  const refused = useOffline((s) => s.refused);
  useEffect(() => act(keepPage), [act]);
  if (!Array.isArray(answer) || !kept) return null;
  const { sets } = sortKept(kept);
  return (
    <ul className={`list ${classes.sets}`} aria-label="Data sets without a network">
      {answer.map((card: DatasetCard) => (
        <li key={card.id} data-testid="offline-set" data-dataset={card.id} data-kept={card.id in sets}>
          <span>
            {card.name}
            {card.id in sets && <span className="soft"> · kept, {megabytes(sets[card.id])}</span>}
          </span>
          <Way card={card} isKept={card.id in sets} />
          {refused === card.id && (
            <p role="alert" className={`soft ${classes.wide}`}>
              It did not come whole: the network broke off, or this device has no room. Nothing of it was
              kept.
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Way({ card: { id, name, bytes }, isKept }: { card: DatasetCard; isKept: boolean }) {
  const act = useAct();
  const keeping = useOffline((s) => s.keeping);
  if (comesAlong(id)) return <span className="soft">comes with the page</span>;
  if (keeping?.id === id)
    return (
      <span role="status">
        <progress max={1} value={keeping.share} aria-label={`Keeping ${name}`} />{' '}
        {wholePercent(keeping.share)}
      </span>
    );
  return isKept ? (
    <Button size="sm" aria-label={`Remove ${name} from this device`} onClick={() => void act(letGoOf(id))}>
      Remove
    </Button>
  ) : (
    <Button
      size="sm"
      aria-label={`Keep ${name} for offline, ${megabytes(bytes)}`}
      disabled={keeping !== null}
      onClick={() => void act(keepDataset(id))}
    >
      Keep for offline, {megabytes(bytes)}
    </Button>
  );
}
