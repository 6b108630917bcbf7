import { Slider } from '@mantine/core';
import type { Timeline } from '../../engine/questions/timeline';
import { actions } from '../../session/actions';
import { useAct, useSession } from '../../session/part';
import { placeOf } from '../../session/timeline';
import { setAt } from '../../session/verbs';
import { count } from '../../ui/format';
import { ActionButton } from '../shared/ActionButton';
import classes from './Timeline.module.css';

/** Moves the whole page through time: just after the first interaction of this history up to the present. */
export function Scrubber({ timeline }: { timeline: Timeline }) {
  const act = useAct();
  const at = useSession((s) => s.at);
  const { entries } = timeline;
  if (entries.length === 0) return null;
  const value = placeOf(timeline, at);
  const words = (place: number) =>
    place > entries.length ? 'the present' : `just after ${count(place)} of ${count(entries.length)}`;
  return (
    <div className={classes.scrubber}>
      <Slider
        min={1}
        max={entries.length + 1}
        step={1}
        value={value}
        onChange={(place) => act(setAt(place > entries.length ? null : entries[place - 1].key))}
        label={words}
        thumbLabel="Moment"
        thumbProps={{ 'aria-valuetext': words(value) }}
        className={classes.slider}
        data-testid="timeline-scrubber"
      />
      <span className={classes.moment} data-testid="timeline-moment">
        {at === null ? 'Now: the present' : `Now: ${words(value)}`}
      </span>
      <ActionButton of={actions.present} variant="subtle" disabled={at === null}>
        To the present
      </ActionButton>
    </div>
  );
}
