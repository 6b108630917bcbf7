import { Term } from '../../ui/Term';
import { Consequences } from './Consequences';
import classes from './Dissect.module.css';
import { GateControls } from './GateControls';
import { HoldControls } from './HoldControls';
import { InputControls } from './InputControls';

/** Takes the model apart: parts are held, hidden or shuffled, and what follows is told. */
export function DissectCard() {
  return (
    <section className="card" aria-label="Dissect" data-testid="dissect">
      <h2>Dissect the model</h2>
      <p className="soft">
        Change how the <Term name="cell">cells</Term> work, and everything is replayed that way, on every
        view. Each change is an entry of the log: it can be undone, and a link carries it.
      </p>
      <div className={`pair ${classes.columns}`} data-wide>
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
