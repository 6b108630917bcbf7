import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { isAltered } from '../../engine/alterations';
import { actions } from '../../session/actions';
import { followSession } from '../../session/dissect';
import { useSession } from '../../session/store';
import { shownKeys } from '../header/keys';
import { Consequences } from './Consequences';
import classes from './Dissect.module.css';
import { GateControls } from './GateControls';
import { HoldControls } from './HoldControls';
import { InputControls } from './InputControls';

/** Takes the model apart: parts are held, hidden or shuffled, and what follows is told. */
export function DissectCard() {
  const altered = useSession((s) => isAltered(s.history.present));
  useEffect(followSession, []);
  return (
    <section className="card" aria-label="Dissect" data-testid="dissect">
      <div className={classes.head}>
        <div>
          <h2>Dissect the model</h2>
          <p className="soft">
            Alter how the cells work, and everything is replayed with it, on every view. Each step is an entry
            of the log: it can be undone, and a link carries it.
          </p>
        </div>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!altered}
          onClick={actions.unalter.perform}
          title={`${actions.unalter.label} (${shownKeys(actions.unalter.keys)})`}
          data-testid="unalter"
        >
          Take all back
        </Button>
      </div>
      <div className={classes.columns}>
        <div className={classes.controls}>
          <GateControls />
          <HoldControls />
          <InputControls />
        </div>
        <Consequences />
      </div>
    </section>
  );
}
