import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { SIDES } from '../../vocabulary';
import { Code } from '../code/Code';
import { useKind } from '../shared/useKind';
import { codeOf, hasSides, type Step } from './code/step';
import { cellOf } from './stationParts';

/** A whole step of an update, or all of it, in another framework, to copy; of one cell where both do the same. */
export default function StationCode(step: Omit<Step, 'side'>) {
  const kind = useKind();
  const [side, setSide] = useState<Step['side']>('user');
  return (
    <Code write={(dialect) => codeOf({ ...step, side }, dialect)}>
      {hasSides(step.station) && (
        <SegmentedControl
          data={SIDES.map((value) => ({ value, label: cellOf(value, kind) }))}
          value={side}
          onChange={(value) => setSide(value as Step['side'])}
          aria-label="Whose cell"
        />
      )}
    </Code>
  );
}
