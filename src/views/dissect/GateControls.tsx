import { Group, SegmentedControl } from '@mantine/core';
import { alterationIn } from '../../engine/alterations';
import { useAct, useSession } from '../../session/part';
import { addEdit } from '../../session/verbs';
import { Term } from '../../ui/Term';
import { SIDES } from '../../vocabulary';
import { useUsersNoun } from '../shared/useKind';
import classes from './Dissect.module.css';

const CHOICES = [
  { value: 'learned', label: 'learned' },
  { value: '0', label: '0' },
  { value: '1', label: '1' },
];

const GATES = [
  { gate: 'update', zero: 'replaces the state each time', one: 'keeps it forever' },
  { gate: 'reset', zero: 'ignores the past', one: 'sees all of it' },
] as const;

/** Each gate of each cell: as learned, or frozen at one of its ends. */
export function GateControls() {
  const act = useAct();
  const alteration = alterationIn(useSession((s) => s.history.present));
  const items = useSession((s) => s.start?.dataset.itemNoun.many ?? 'items');
  const people = useUsersNoun().many;
  return (
    <div>
      <h3>Freeze gates</h3>
      {GATES.map(({ gate, zero, one }) => (
        <div key={gate} className={classes.gate}>
          <p className="soft">
            <Term name={`${gate} gate`} />: 0 {zero}, 1 {one}.
          </p>
          <Group gap="6px 20px" mt={4}>
            {SIDES.map((side) => {
              const of = side === 'user' ? people : items;
              return (
                <Group key={side} gap={8} wrap="nowrap" fz="sm">
                  <span>{of}</span>
                  <SegmentedControl
                    data={CHOICES}
                    value={String(alteration?.[side].gates[gate] ?? 'learned')}
                    onChange={(value) =>
                      act(
                        addEdit({
                          edit: 'freeze',
                          side,
                          gate,
                          to: value === 'learned' ? null : value === '1' ? 1 : 0,
                        }),
                      )
                    }
                    aria-label={`The ${gate} gate of ${of}`}
                    data-testid={`freeze-${side}-${gate}`}
                  />
                </Group>
              );
            })}
          </Group>
        </div>
      ))}
    </div>
  );
}
