import { NativeSelect } from '@mantine/core';
import { type End, type LogName, placeAt, setPlace, useEnd, usePlaces } from '../../session/compare';
import { useAct } from '../../session/part';
import { useSaved } from '../../session/savedState';
import { useTimeline } from '../../session/timeline';
import { count } from '../../ui/format';
import { contentsOf } from '../shared/saidWords';
import classes from './Compare.module.css';

const NAMES = { left: 'Left', right: 'Right' };

/** Chooses one end of a comparison: a log, and a moment of it. */
export function PlacePicker({ end }: { end: End }) {
  const act = useAct();
  usePlaces((s) => s[end]);
  const choice = act(placeAt(end));
  const moments = useEnd[end]((s) => s.answer?.moments) ?? [];
  const branch = useTimeline((s) => s.branch);
  const kept = useSaved((s) => s.others);
  const logs: { value: LogName; label: string }[] = [
    { value: 'now', label: 'What is on the screen' },
    { value: 'data', label: 'The data, nothing changed' },
    ...(branch ? [{ value: 'branch' as const, label: 'Where the branch began' }] : []),
    ...kept.map(({ id, log }): { value: LogName; label: string } => ({
      value: `kept:${id}`,
      label: `Kept here: ${contentsOf(log)}`,
    })),
  ];
  const own = choice.log === 'now' || choice.log === 'branch';
  const options = [
    ...(own
      ? [{ value: 'own', label: choice.log === 'now' ? 'the moment shown' : 'the moment of the branch' }]
      : []),
    { value: 'present', label: 'the present' },
    ...moments.map(({ key, itemName }, k) => ({
      value: key,
      label: `just after ${count(k + 1)}. ${itemName}`,
    })),
  ];
  const at = options.some(({ value }) => value === choice.at) ? choice.at : 'present';
  return (
    <fieldset className={classes.place} data-testid={`compare-${end}`}>
      <legend>{NAMES[end]}</legend>
      <NativeSelect
        aria-label={`${NAMES[end]}: which log`}
        value={choice.log}
        data={logs}
        onChange={(event) => {
          const log = event.currentTarget.value as LogName;
          act(setPlace(end, { log, at: log === 'now' || log === 'branch' ? 'own' : 'present' }));
        }}
        data-testid={`compare-${end}-log`}
      />
      <NativeSelect
        aria-label={`${NAMES[end]}: which moment`}
        value={at}
        data={options}
        onChange={(event) => act(setPlace(end, { ...choice, at: event.currentTarget.value }))}
        data-testid={`compare-${end}-at`}
      />
    </fieldset>
  );
}
