import { Button, SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { setDimension, setDimensionSide, useDimension } from '../../session/dimension';
import { useAct } from '../../session/part';
import { thousandths } from '../../ui/format';
import { steppedTo } from '../../ui/steppedTo';
import type { Side } from '../../vocabulary';
import classes from './Dimensions.module.css';

interface Props {
  readonly D: number;
  /** Of every dimension; null until known. */
  readonly variances: readonly number[] | null;
  readonly many: Readonly<Record<Side, string>>;
}

/** Which dimension of whose states: a step at a time, or any of all of them. */
export function DimensionPicker({ D, variances, many }: Props) {
  const act = useAct();
  const { side, d } = useDimension();
  const most = Math.max(...(variances ?? [0]));
  const strip = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const to = steppedTo(event.key, d, D);
    if (to === null) return;
    event.preventDefault();
    act(setDimension(to));
    strip.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div>
      <div className="verbs">
        <SegmentedControl
          aria-label="Whose states"
          data={[
            { value: 'item', label: many.item },
            { value: 'user', label: many.user },
          ]}
          value={side}
          onChange={(value) => act(setDimensionSide(value as Side))}
        />
        <Button disabled={d === 0} onClick={() => act(setDimension(d - 1))}>
          Previous
        </Button>
        <span>
          dimension <strong>{d}</strong> of {D}, from 0
        </span>
        <Button disabled={d === D - 1} onClick={() => act(setDimension(d + 1))} data-testid="dimension-next">
          Next
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend around the cells */}
      <div
        className={classes.strip}
        role="group"
        aria-label="All dimensions"
        ref={strip}
        onKeyDown={step}
        data-side={side}
      >
        {Array.from({ length: D }, (_, k) => {
          const variance = variances?.[k];
          const told = `Dimension ${k}${variance === undefined ? '' : `, variance ${thousandths(variance)}`}`;
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is its index
              key={k}
              type="button"
              aria-pressed={k === d}
              aria-label={told}
              title={told}
              tabIndex={k === d ? 0 : -1}
              onClick={() => act(setDimension(k))}
              data-testid="dimension-cell"
              style={{
                background: `color-mix(in oklab, var(--${side === 'user' ? 'person' : 'item'}) ${most > 0 ? Math.round(50 * Math.sqrt((variance ?? 0) / most)) : 0}%, var(--paper))`,
              }}
            >
              {k}
            </button>
          );
        })}
      </div>
      <p className="soft">
        Stronger tint: the states differ more in it. Arrow keys go from one to the next. Largest variance{' '}
        {variances ? thousandths(most) : '…'}.
      </p>
    </div>
  );
}
