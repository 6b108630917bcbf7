import { Slider } from '@mantine/core';
import { useState } from 'react';
import { DIAL } from '../../engine/choice';
import { useAct, useSession } from '../../session/part';
import { setTimes } from '../../session/verbs';
import { timesWords } from '../shared/reasonWords';
import classes from './Recommended.module.css';

const TRAINED = DIAL.indexOf(1);

/** Where the first screen is for the list, as the styles have it. */
const SHORT = '(height < 640px), (width < 760px)';

/** From everyone’s list to what is personal alone: how much popularity counts, and nothing else. */
export function Dial() {
  const act = useAct();
  const times = useSession((s) => s.history.times);
  // While it is dragged; one drag is one step to undo.
  const [dragged, setDragged] = useState<number | null>(null);
  const [open, setOpen] = useState(() => !matchMedia(SHORT).matches);
  const at = dragged ?? DIAL.indexOf(times);
  return (
    <details
      className={classes.dial}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="dial"
      data-times={String(times)}
    >
      <summary>
        Popularity counts <strong>{timesWords(DIAL[at])}</strong>
      </summary>
      <div className={classes.range}>
        <span className="note" aria-hidden="true">
          everyone’s
        </span>
        <Slider
          size="sm"
          min={0}
          max={DIAL.length - 1}
          value={at}
          startPointValue={TRAINED}
          marks={[{ value: TRAINED }]}
          label={null}
          thumbLabel="How much popularity counts, from everyone’s list to what is personal alone"
          thumbValueText={(value) => timesWords(DIAL[value])}
          onChange={setDragged}
          onChangeEnd={(end) => {
            setDragged(null);
            act(setTimes(DIAL[end]));
          }}
        />
        <span className="note" aria-hidden="true">
          personal
        </span>
      </div>
    </details>
  );
}
