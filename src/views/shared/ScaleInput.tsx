import { Slider, Switch } from '@mantine/core';
import type { Scale } from '../../engine/start';
import { fixed, roundTo } from '../../ui/format';
import classes from './ScaleInput.module.css';

interface Props {
  readonly scale: Scale;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly testId: string;
}

/** One numeric modality: a switch says whether it is given, a slider how much. */
export function ScaleInput({ scale, value, onChange, testId }: Props) {
  const digits = scale.step < 1 ? 1 : 0;
  const start = roundTo(Math.round(scale.mean / scale.step) * scale.step, digits);
  return (
    <div className={classes.scale} data-testid={testId}>
      <Switch
        label={scale.label}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? start : null)}
      />
      <Slider
        size="sm"
        min={scale.min}
        max={scale.max}
        step={scale.step}
        value={value ?? start}
        onChange={(next) => onChange(roundTo(next, digits))}
        label={null}
        thumbLabel={scale.label}
        data-off={value === null || undefined}
        className={classes.slider}
      />
      <span className={`note ${classes.value}`}>
        {value === null ? 'not given' : `${fixed(value, digits)} of ${scale.max}`}
      </span>
    </div>
  );
}
