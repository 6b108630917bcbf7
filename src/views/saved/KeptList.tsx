import { Button } from '@mantine/core';
import { useAct } from '../../session/part';
import { bringBack, downloadDamaged, downloadKept, forget } from '../../session/saved';
import { useSaved } from '../../session/savedState';
import { dayAndTime } from '../../ui/format';
import { contentsOf } from '../shared/saidWords';
import classes from './Saved.module.css';

/** Other logs of this data set in this browser, from other tabs or set aside; and what was found damaged. */
export function KeptList() {
  const act = useAct();
  const others = useSaved((s) => s.others);
  const damaged = useSaved((s) => s.damaged);
  if (others.length + damaged.length === 0) return null;
  return (
    <div className={classes.others}>
      <h3>Also kept in this browser</h3>
      <ul className="list">
        {others.map((kept) => (
          <li key={kept.id} className={classes.kept} data-testid="kept-log">
            <span>
              {contentsOf(kept.log)} <span className="soft">{dayAndTime(kept.created)}</span>
            </span>
            <span className={classes.buttons}>
              <Button size="compact-sm" variant="subtle" onClick={() => void act(bringBack(kept, 'report'))}>
                Bring back
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => downloadKept(kept)}>
                Save as file
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => act(forget('log', kept))}
              >
                Forget
              </Button>
            </span>
          </li>
        ))}
        {damaged.map((place) => (
          <li key={place.id} className={classes.kept} data-testid="kept-damaged">
            <span>Damaged reviews, as they were found</span>
            <span className={classes.buttons}>
              <Button size="compact-sm" variant="subtle" onClick={() => downloadDamaged(place)}>
                Save as file
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => act(forget('damaged', place))}
              >
                Forget
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
