import { Button } from '@mantine/core';
import { useAct } from '../../session/part';
import { bringBack, download, forget } from '../../session/saved';
import { useSaved } from '../../session/savedState';
import type { KeptText, Kind } from '../../session/savedStorage';
import { dayAndTime } from '../../ui/format';
import { contentsOf } from '../shared/saidWords';
import classes from './Saved.module.css';

/** Other logs of this data set in this browser, from other tabs or set aside; and what was found damaged. */
export function KeptList() {
  const act = useAct();
  const others = useSaved((s) => s.others);
  const damaged = useSaved((s) => s.damaged);
  if (others.length + damaged.length === 0) return null;
  const row = (kind: Kind, place: KeptText, what: React.ReactNode, back?: React.ReactNode) => (
    <li key={place.id} className={classes.kept} data-testid={`kept-${kind}`}>
      <span>{what}</span>
      <span className={classes.buttons}>
        {back}
        <Button variant="subtle" onClick={() => download(kind, place)}>
          Save as file
        </Button>
        <Button variant="subtle" color="gray" onClick={() => act(forget(kind, place))}>
          Forget
        </Button>
      </span>
    </li>
  );
  return (
    <div className={classes.others}>
      <h3>Also kept in this browser</h3>
      <ul className="list">
        {others.map((kept) =>
          row(
            'log',
            kept,
            <>
              {contentsOf(kept.log)} <span className="soft">{dayAndTime(kept.created)}</span>
            </>,
            <Button variant="subtle" onClick={() => void act(bringBack(kept, 'report'))}>
              Bring back
            </Button>,
          ),
        )}
        {damaged.map((place) => row('damaged', place, 'Damaged reviews, as they were found'))}
      </ul>
    </div>
  );
}
