import type { RankChange } from '../../engine/change';
import { says } from '../../ui/cell';
import { arrow, exact, moveOf } from '../../ui/format';
import { Heads } from '../../ui/Table';
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
  return (
    <table className={`wide-table ${classes.table}`}>
      <caption className="visually-hidden">
        Places, choice scores and predicted ratings, {names.join(' and ')}
      </caption>
      <Heads of={['Item', 'Place', 'Choice score', 'Predicted rating']} />
      <tbody>
        {slopesOf(ranks).map((slope) => (
          <Row key={slope.change.item.id} slope={slope} names={names} linked={linked} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ slope, names, linked }: { slope: Slope } & Required<Pick<Props, 'names' | 'linked'>>) {
  const { item, choiceBefore, choiceAfter, ratingBefore, ratingAfter } = slope.change;
  const { lit, on } = useLink('item', item.id);
  return (
    <tr data-lit={lit} data-testid="rank-change" data-item={item.id} {...(linked && on)}>
      <th scope="row">
        {/* What pointing shows must be reachable by key. */}
        <span tabIndex={linked ? 0 : undefined}>{item.name}</span>
      </th>
      <td data-direction={slope.direction} {...placeParts(slope.change)}>
        <span aria-hidden="true">{ARROWS[slope.direction]}</span>
        {placesOf(slope.change)}
      </td>
      <td
        title={`${exact(choiceBefore)} → ${exact(choiceAfter)}`}
        {...says({ [names[0]]: choiceBefore, [names[1]]: choiceAfter })}
      >
        {arrow(moveOf(choiceBefore, choiceAfter))}
      </td>
      <td
        title={`${exact(ratingBefore)} → ${exact(ratingAfter)}`}
        {...says({ [names[0]]: ratingBefore, [names[1]]: ratingAfter })}
      >
        {arrow(moveOf(ratingBefore, ratingAfter))}
      </td>
    </tr>
  );
}
