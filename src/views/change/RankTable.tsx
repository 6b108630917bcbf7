import type { ReactNode } from 'react';
import type { RankChange } from '../../engine/change';
import { DataTable } from '../../ui/figure/DataTable';
import { arrow, capital, exact, moveOf } from '../../ui/format';
import { useItemNoun } from '../shared/useKind';
import classes from './Change.module.css';
import { useLink } from './linked';
import { ARROWS, placeParts, placesOf, type Slope, slopesOf } from './slopes';

interface Props {
  readonly ranks: readonly RankChange[];
  /** What both moments are called. */
  readonly names: readonly [string, string];
  /** Whether an item that is pointed at is lit wherever it is. */
  readonly linked?: boolean;
}

/** Places, the choice scores that make them, and predicted ratings at both moments, a row for each item. */
export function RankTable({ ranks, names, linked = false }: Props) {
  const noun = useItemNoun().one;
  const pair = (before: number, after: number) => ({ [names[0]]: before, [names[1]]: after });
  return (
    <DataTable
      title={`Places, choice scores and predicted ratings, ${names.join(' and ')}`}
      className={`wide-table ${classes.table}`}
      rows={slopesOf(ranks)}
      keyOf={({ change }) => change.item.id}
      Row={linked ? Linked : Plain}
      columns={[
        {
          head: capital(noun),
          value: ({ change }) => change.item.name,
          // What pointing shows must be reachable by key.
          show: ({ change }) => <span tabIndex={linked ? 0 : undefined}>{change.item.name}</span>,
        },
        {
          head: 'Place',
          value: ({ change }) => placeParts(change),
          show: ({ change, direction }) => (
            <>
              <span aria-hidden="true">{ARROWS[direction]}</span>
              {placesOf(change)}
            </>
          ),
        },
        {
          head: 'Choice score',
          value: ({ change }) => pair(change.choiceBefore, change.choiceAfter),
          cell: ({ change }) => ({ title: moved(change.choiceBefore, change.choiceAfter) }),
          show: ({ change }) => arrow(moveOf(change.choiceBefore, change.choiceAfter)),
        },
        {
          head: 'Predicted rating',
          value: ({ change }) => pair(change.ratingBefore, change.ratingAfter),
          cell: ({ change }) => ({ title: moved(change.ratingBefore, change.ratingAfter) }),
          show: ({ change }) => arrow(moveOf(change.ratingBefore, change.ratingAfter)),
        },
      ]}
    />
  );
}

const moved = (before: number, after: number) => `${exact(before)} → ${exact(after)}`;

interface RowProps {
  readonly of: Slope;
  readonly children: ReactNode;
}

function Linked(props: RowProps) {
  const { lit, on } = useLink('item', props.of.change.item.id);
  return <Plain {...props} {...on} data-lit={lit} />;
}

const Plain = ({ of, ...rest }: RowProps) => (
  <tr data-testid="rank-change" data-item={of.change.item.id} {...rest} />
);
