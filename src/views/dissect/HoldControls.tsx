import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { alterationIn } from '../../engine/alterations';
import { useAct, useSession } from '../../session/part';
import { addEdit } from '../../session/verbs';
import { hundredths } from '../../ui/format';
import { Term } from '../../ui/Term';
import { SIDES, type Side } from '../../vocabulary';
import { useUsersNoun } from '../shared/useKind';
import classes from './Dissect.module.css';

/** A number as somebody typed it; null where it is none, or outside. */
function typed(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return text.trim() !== '' && value >= least && value <= most ? value : null;
}

/** Holds dimensions of every state at a value. */
export function HoldControls() {
  const act = useAct();
  const alteration = alterationIn(useSession((s) => s.history.present));
  const items = useSession((s) => s.start?.dataset.itemNoun.many ?? 'items');
  const people = useUsersNoun().many;
  const D = useSession((s) => s.start?.dataset.stateSize ?? 1);
  const [side, setSide] = useState<Side>('user');
  const [d, setD] = useState('0');
  const [to, setTo] = useState('0');
  const whole = typed(d, 0, D - 1);
  const dimension = Number.isInteger(whole) ? whole : null;
  const value = typed(to, -1, 1);
  const of = (one: Side) => (one === 'user' ? people : items);
  const held = SIDES.flatMap((one) =>
    [...(alteration?.[one].clamped ?? [])].map(([k, at]) => ({ side: one, d: k, at })),
  );
  return (
    <div>
      <h3>Hold a dimension</h3>
      <p className="soft">
        One number of every <Term name="embedding" /> on one side stays at a fixed value, from the start.
      </p>
      <form
        className={classes.hold}
        onSubmit={(event) => {
          event.preventDefault();
          if (dimension !== null && value !== null)
            act(addEdit({ edit: 'clamp', side, d: dimension, to: value }));
        }}
      >
        <NativeSelect
          label="Of"
          value={side}
          onChange={(event) => setSide(event.currentTarget.value as Side)}
          data={[
            { value: 'user', label: people },
            { value: 'item', label: items },
          ]}
        />
        <TextInput
          type="number"
          size="xs"
          label="Dimension"
          min={0}
          max={D - 1}
          step={1}
          value={d}
          onChange={(event) => setD(event.currentTarget.value)}
          error={dimension === null && `0 to ${D - 1}`}
          data-testid="clamp-d"
        />
        <TextInput
          type="number"
          size="xs"
          label="Value"
          min={-1}
          max={1}
          step={0.1}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={value === null && '−1 to 1'}
          data-testid="clamp-to"
        />
        <Button type="submit" size="xs" disabled={dimension === null || value === null} data-testid="clamp">
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
                onClick={() => act(addEdit({ edit: 'clamp', side: one.side, d: one.d, to: null }))}
                aria-label={`Let go of dimension ${one.d} of ${of(one.side)}`}
                title="Let go"
              >
                {of(one.side)} {one.d} = {hundredths(one.at)} ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
