import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Code } from '../code/Code';
import { codeOf, hasSides, type Step } from './code/step';

const SIDES = [
  { value: 'user', label: 'Person’s cell' },
  { value: 'item', label: 'Item’s cell' },
];

/** A whole step of an update, or all of it, in another framework, to copy; of one cell where both do the same. */
export default function StationCode(step: Omit<Step, 'side'>) {
  const [side, setSide] = useState<Step['side']>('user');
  return (
    <Code write={(dialect) => codeOf({ ...step, side }, dialect)}>
      {hasSides(step.station) && (
        <SegmentedControl
          data={SIDES}
          value={side}
          onChange={(value) => setSide(value as Step['side'])}
          aria-label="Whose cell"
        />
      )}
    </Code>
  );
}
