import { Group, Progress, SegmentedControl } from '@mantine/core';
import { actions } from '../../session/actions';
import { type Sizing, setSizing, useLeftOut, useSizing } from '../../session/leftOut';
import { useAct } from '../../session/part';
import { count } from '../../ui/format';
import { hintOf } from '../shared/keys';
import { errorWords } from '../shared/problemWords';
import classes from './Timeline.module.css';

/** Chooses between the two questions that one may ask of an interaction, and says that they are two. */
export function SizingSwitch() {
  const act = useAct();
  const sizing = useSizing((s) => s.sizing);
  return (
    <div className={classes.sizing}>
      Size:
      <SegmentedControl
        value={sizing}
        onChange={(value) => act(setSizing(value as Sizing))}
        data={[
          { value: 'left', label: 'what is left' },
          { value: 'without', label: 'if it had not happened' },
        ]}
        aria-label="What the size of a mark shows"
        title={hintOf(actions.sizeMarks)}
      />
      {sizing === 'without' && <Told />}
    </div>
  );
}

/** How far it is, what it means, or what went wrong. */
function Told() {
  const { answer: report, progress, failure } = useLeftOut();
  if (failure)
    return (
      <span role="alert" className={classes.wrong}>
        This could not be worked out: {errorWords(failure)}
      </span>
    );
  if (!report)
    return (
      <Group gap={10} role="status">
        {progress
          ? `${count(progress.done)} of ${count(progress.total)} worked out`
          : 'Replaying without each…'}
        {progress && (
          <Progress
            value={(100 * progress.done) / Math.max(1, progress.total)}
            w={120}
            aria-label="Interactions worked out"
          />
        )}
      </Group>
    );
  return (
    <span className="soft" data-testid="left-out" data-milliseconds={report.milliseconds}>
      The whole log is replayed once without each of them, later interactions included. Sizes do not add up:
      others may make up for the one that is missing.
    </span>
  );
}
