import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import type { Scale } from '../../engine/start';
import { given } from '../../ui/format';
import { ScaleInput } from '../shared/ScaleInput';
import { Stars } from '../shared/Stars';
import classes from './Review.module.css';
import { hasStars, stepped } from './ratingSteps';

interface Props {
  readonly scale: Scale;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** The overall rating in stars, and from there by the steps of its scale; what stars cannot say is said by a slider. */
export function RatingInput({ scale, value, onChange }: Props) {
  const { max, step, label } = scale;
  if (!hasStars(scale)) return <ScaleInput {...{ scale, value, onChange }} testId="review-rating" />;
  return (
    <div className={classes.rating} data-testid="review-rating" data-value={value ?? undefined}>
      <Stars legend={label} most={max} value={value} onChange={onChange} />
      {value === null ? (
        <span className="note">not given</span>
      ) : (
        <span className={classes.fine}>
          {step < 1 && <Step {...{ scale, value, onChange }} by={-1} />}
          <output className="note">
            {given(value)} of {max}
          </output>
          {step < 1 && <Step {...{ scale, value, onChange }} by={1} />}
          <ActionIcon aria-label="Take the rating back" variant="subtle" onClick={() => onChange(null)}>
            <IconX size={16} />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}

interface StepProps extends Props {
  readonly value: number;
  readonly by: 1 | -1;
}

function Step({ scale, value, onChange, by }: StepProps) {
  const next = stepped(scale, value, by);
  return (
    <ActionIcon
      aria-label={`${by < 0 ? 'Less' : 'More'}, by ${scale.step}`}
      // At the end of the scale the focus stays.
      aria-disabled={next === null}
      onClick={() => next !== null && onChange(next)}
    >
      {by < 0 ? <IconMinus size={16} /> : <IconPlus size={16} />}
    </ActionIcon>
  );
}
