import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { UpdateTrace } from '../../engine/openedNumber';
import { useSession } from '../../session/part';
import { DataTable } from '../../ui/figure/DataTable';
import { Drawing } from '../../ui/figure/Drawing';
import type { Column } from '../../ui/figure/figure';
import { signed, signedThousandths, thousandths } from '../../ui/format';
import { SIDES, type Side } from '../../vocabulary';
import { Num } from '../shared/Num';
import classes from './Movers.module.css';
import { type Mover, mixText, movedTitle, moversOf, moversSummary, type Written } from './movers';
import { kindIn } from './stationParts';

const PARTS = ['before', 'reset', 'update', 'candidate', 'next'] as const;
const share = (part: (typeof PARTS)[number]): boolean => part === 'reset' || part === 'update';
const HUE = { user: 'var(--person)', item: 'var(--item)' } as const;

const columns = (first: Mover | undefined): Column<Mover>[] => [
  { head: 'Dimension', value: ({ d }) => d },
  ...PARTS.map(
    (part): Column<Mover> => ({
      head: first?.of[part].name ?? part,
      value: ({ of }) => of[part].value,
      show: ({ of }) => <One of={of[part]} share={share(part)} />,
    }),
  ),
];

const One = ({ of, share }: { of: Written; share: boolean }) => (
  <Num open={of.open} value={of.value} as={share ? thousandths : signedThousandths} />
);

/** The three dimensions that an update moved furthest, each with the numbers that its new value is made of. */
/** @param children what chooses the update */
export function MoversFigure({ trace, children }: { trace: UpdateTrace; children: ReactNode }) {
  const noun = useSession((s) => s.start?.dataset.itemNoun.one ?? 'item');
  const [side, setSide] = useState<Side>('user');
  const movers = moversOf(trace, side);
  const name = side === 'user' ? trace.person.label : trace.item.name;
  const title = movedTitle(movers, name);
  const label = { user: `The ${kindIn(trace)}`, item: `The ${noun}` };
  return (
    <div data-testid="movers" data-side={side} data-share={movers.share}>
      <h2 aria-live="polite">{title}</h2>
      <div className={classes.head}>
        {children}
        <SegmentedControl
          aria-label="Whose numbers"
          data={SIDES.map((value) => ({ value, label: label[value] }))}
          value={side}
          onChange={(value) => setSide(value as Side)}
        />
      </div>
      {movers.shown.length > 0 && (
        <Drawing
          title={title}
          summary={moversSummary(movers)}
          signs={[
            { name: 'the old value', color: HUE[side], shape: 'ring' },
            { name: 'the one proposed', color: HUE[side], shape: 'diamond' },
            { name: 'the new one', color: HUE[side], shape: 'disc' },
            { name: 'axis: value of the dimension, from −1 to 1, no unit' },
          ]}
          note="● the new value lies between ○ the old one and ◆ the one proposed; the update gate says where. Press a number to see how it was worked out. The share is of the squared length of the move."
          table={(seen) => (
            <DataTable
              title={title}
              scroll={seen ? 'Dimensions that moved furthest' : null}
              rows={movers.shown}
              keyOf={({ d }) => d}
              columns={columns(movers.shown[0])}
            />
          )}
        >
          <ol className={classes.movers}>
            {movers.shown.map((mover) => (
              <li key={mover.d} className={classes.mover} data-testid="mover" data-d={mover.d}>
                <h3>
                  Dimension {mover.d}: {signed(mover.of.before.value)} → {signed(mover.of.next.value)}
                </h3>
                <Line of={mover} color={HUE[side]} />
                <p>{mixText(mover)}</p>
                <dl className={classes.numbers}>
                  {PARTS.map((part) => (
                    <div key={part}>
                      <dt>{mover.of[part].name}</dt>
                      <dd>
                        <One of={mover.of[part]} share={share(part)} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ol>
        </Drawing>
      )}
    </div>
  );
}

const WIDTH = 260;
const MARGIN = 16;

/** Where the new value came to lie between the old one and the proposed: no chart of a library draws one number so. */
function Line({ of: { of }, color }: { of: Mover; color: string }) {
  const x = (value: number) => MARGIN + ((Math.max(-1, Math.min(1, value)) + 1) / 2) * (WIDTH - 2 * MARGIN);
  const [from, to, at] = [of.before, of.candidate, of.next].map(({ value }) => x(value));
  return (
    <svg viewBox={`0 0 ${WIDTH} 40`} className={classes.line} aria-hidden="true">
      <path d={`M${MARGIN} 14H${WIDTH - MARGIN}`} stroke="var(--line)" />
      <path d={`M${x(0)} 9V19`} stroke="var(--soft)" />
      <path d={`M${from} 14H${to}`} stroke={color} strokeOpacity={0.35} strokeWidth={3} />
      <path d={`M${from} 14H${at}`} stroke={color} strokeWidth={3} />
      <circle cx={from} cy={14} r={5} fill="var(--paper)" stroke={color} strokeWidth={2} />
      <path d={`M${to} 8L${to + 6} 14L${to} 20L${to - 6} 14Z`} fill={color} fillOpacity={0.55} />
      <circle cx={at} cy={14} r={6} fill={color} />
      {[-1, 0, 1].map((value) => (
        <text key={value} x={x(value)} y={36}>
          {['−1', '0', '+1'][value + 1]}
        </text>
      ))}
    </svg>
  );
}
