import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import type { Scale } from '../../engine/start';
import { given, roundTo } from '../../ui/format';
import { ScaleInput } from '../shared/ScaleInput';
import { Stars } from '../shared/Stars';
import classes from './Review.module.css';

/** More than these do not stand side by side under a finger. */
const MOST = 5;
/** Digits that a step may have. */
const DIGITS = 3;

interface Props {
  readonly scale: Scale;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** The overall rating in stars, and from there by the steps of its scale; what stars cannot say is said by a slider. */
export function RatingInput({ scale, value, onChange }: Props) {
  const { min, max, step, label } = scale;
  if (!Number.isInteger(max) || max > MOST || min < 0 || min > 1)
    return <ScaleInput {...{ scale, value, onChange }} testId="review-rating" />;
  const stepTo = (by: number) => value !== null && onChange(roundTo(value + by * step, DIGITS));
  return (
    <div className={classes.rating} data-testid="review-rating" data-value={value ?? undefined}>
      <Stars legend={label} most={max} value={value} onChange={onChange} />
      {value === null ? (
        <span className="note">not given</span>
      ) : (
        <span className={classes.fine}>
          {step < 1 && (
            <ActionIcon
              aria-label={`Less, by ${step}`}
              aria-disabled={value - step < min - 1e-9}
              onClick={() => value - step >= min - 1e-9 && stepTo(-1)}
            >
              <IconMinus size={16} />
            </ActionIcon>
          )}
          <output className="note">
            {given(value)} of {max}
          </output>
          {step < 1 && (
            <ActionIcon
              aria-label={`More, by ${step}`}
              aria-disabled={value + step > max + 1e-9}
              onClick={() => value + step <= max + 1e-9 && stepTo(1)}
            >
              <IconPlus size={16} />
            </ActionIcon>
          )}
          <ActionIcon aria-label="Take the rating back" variant="subtle" onClick={() => onChange(null)}>
            <IconX size={16} />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}
