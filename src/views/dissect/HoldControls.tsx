import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { alterationIn } from '../../engine/alterations';
import { addEdit, useSession } from '../../session/store';
import { minus } from '../../ui/format';
import { Term } from '../../ui/Term';
import classes from './Dissect.module.css';

const isWhole = (value: number | string, size: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < size;

/** Holds dimensions of every state at a value. */
export function HoldControls() {
  const alteration = alterationIn(useSession((s) => s.history.present));
  const items = useSession((s) => s.start?.dataset.itemNoun.many ?? 'items');
  const D = useSession((s) => s.start?.dataset.stateSize ?? 1);
  const [side, setSide] = useState<'user' | 'item'>('user');
  const [d, setD] = useState<number | string>(0);
  const [to, setTo] = useState<number | string>(0);
  const dimension = isWhole(d, D) ? d : null;
  const value = typeof to === 'number' && Math.abs(to) <= 1 ? to : null;
  const of = (one: 'user' | 'item') => (one === 'user' ? 'people' : items);
  const held = (['user', 'item'] as const).flatMap((one) =>
    [...(alteration?.[one].clamped ?? [])].map(([k, at]) => ({ side: one, d: k, at })),
  );
  return (
    <div>
      <h3>Hold a dimension</h3>
      <p className="soft">
        One number of every <Term name="embedding" /> of a side stays at a value, from the beginning on.
      </p>
      <form
        className={classes.hold}
        onSubmit={(event) => {
          event.preventDefault();
          if (dimension !== null && value !== null) addEdit({ edit: 'clamp', side, d: dimension, to: value });
        }}
      >
        <NativeSelect
          size="xs"
          label="Of"
          value={side}
          onChange={(event) => setSide(event.currentTarget.value as 'user' | 'item')}
          data={[
            { value: 'user', label: 'people' },
            { value: 'item', label: items },
          ]}
          data-testid="clamp-side"
        />
        <NumberInput
          size="xs"
          label="Dimension"
          min={0}
          max={D - 1}
          allowDecimal={false}
          value={d}
          onChange={setD}
          error={dimension === null && `0 to ${D - 1}`}
          data-testid="clamp-d"
        />
        <NumberInput
          size="xs"
          label="Value"
          min={-1}
          max={1}
          step={0.1}
          value={to}
          onChange={setTo}
          error={value === null && '−1 to 1'}
          data-testid="clamp-to"
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          disabled={dimension === null || value === null}
          data-testid="clamp"
        >
          Hold
        </Button>
      </form>
      {held.length > 0 && (
        <ul className={classes.held}>
          {held.map((one) => (
            <li key={`${one.side}-${one.d}`}>
              <Button
                size="compact-xs"
                variant="light"
                color="drex"
                onClick={() => addEdit({ edit: 'clamp', side: one.side, d: one.d, to: null })}
                aria-label={`Let go of dimension ${one.d} of ${of(one.side)}`}
                title="Let go"
              >
                {of(one.side)} {one.d} = {minus(one.at.toFixed(2))} ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
