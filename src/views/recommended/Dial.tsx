import { Slider } from '@mantine/core';
import { useState } from 'react';
import { DIAL } from '../../engine/choice';
import { useAct, useSession } from '../../session/part';
import { setTimes } from '../../session/verbs';
import { timesWords } from '../shared/reasonWords';
import classes from './Recommended.module.css';

const TRAINED = DIAL.indexOf(1);

/** From everyone’s list to what is personal alone: how much popularity counts, and nothing else. */
export function Dial() {
  const act = useAct();
  const times = useSession((s) => s.history.times);
  // While it is dragged; one drag is one step to undo.
  const [dragged, setDragged] = useState<number | null>(null);
  const at = dragged ?? DIAL.indexOf(times);
  return (
    <div className={classes.dial} data-testid="dial" data-times={String(times)}>
      <span>
        Popularity counts <strong>{timesWords(DIAL[at])}</strong>
      </span>
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
  );
}
