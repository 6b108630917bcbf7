import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Range, TableScale } from '../../engine/ownTable';
import { short } from '../../ui/format';
import classes from './OwnTable.module.css';

interface Props {
  readonly scales: readonly TableScale[];
  readonly onRange: (field: string, range: Range) => void;
}

/** What ratings run from and to in the table, and what they become here. */
export function Ranges({ scales, onRange }: Props) {
  if (scales.length === 0) return null;
  return (
    <section aria-label="Scales">
      <h3>What ratings run from and to</h3>
      {scales.map((scale) => (
        <RangeRow
          key={`${scale.field} ${scale.from.min} ${scale.from.max}`}
          scale={scale}
          onRange={(range) => onRange(scale.field, range)}
        />
      ))}
    </section>
  );
}

const parsed = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));

function RangeRow({ scale, onRange }: { scale: TableScale; onRange: (range: Range) => void }) {
  const { field, label, from, to, example } = scale;
  const [typed, setTyped] = useState({ min: String(from.min), max: String(from.max) });
  const range = { min: parsed(typed.min), max: parsed(typed.max) };
  const sound = range.min < range.max;
  const same = from.min === to.min && from.max === to.max;
  // When somebody is done with it: half a number is another one.
  const take = () => {
    if (sound && (range.min !== from.min || range.max !== from.max)) onRange(range);
  };
  const end = (which: 'min' | 'max', name: string) => (
    <TextInput
      className={classes.end}
      aria-label={`${label}: ${name} in the table`}
      inputMode="decimal"
      size="xs"
      value={typed[which]}
      error={!sound}
      onChange={({ currentTarget: { value } }) => setTyped((now) => ({ ...now, [which]: value }))}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
      data-testid={`own-table-${which}-${field}`}
    />
  );
  return (
    <div className={classes.range} data-testid={`own-table-range-${field}`}>
      <span>{label}</span>
      <span className={classes.ends}>
        {end('min', 'worst')} to {end('max', 'best')}
      </span>
      <span className="soft">
        {same
          ? 'as here'
          : `becomes ${short(to.min)}–${short(to.max)}${example ? `, so ${short(example.from)} is taken as ${short(example.to)}` : ''}`}
      </span>
    </div>
  );
}
