import { says, saysOnly } from '../../ui/cell';
import { capital, given, percent, thousandths } from '../../ui/format';
import { NumberCell, Table } from '../../ui/Table';
import classes from './Map.module.css';
import type { MapProps } from './mapProps';
import { type NeighbourKind, neighboursOf, neighboursTitle } from './neighbourKinds';

const KINDS: readonly NeighbourKind[] = ['item', 'person-people', 'person-items'];

/** The path and the neighbours as numbers. */
export function MapTables(props: MapProps) {
  return (
    <section className="card" aria-label="The map as tables">
      <details data-testid="map-tables">
        <summary className={classes.summary}>The path and the neighbours as tables</summary>
        <PathTable {...props} />
        {KINDS.filter((kind) => kind !== 'item' || props.map.item).map((kind) => (
          <NeighbourTable key={kind} {...props} kind={kind} />
        ))}
      </details>
    </section>
  );
}

const number = (value: number) => <NumberCell of={value} as={thousandths} />;

function PathTable({ map, noun }: MapProps) {
  const { initial, path, later } = map.person;
  return (
    <Table
      scroll="Path of the person"
      mostHeight={420}
      caption="Where this person stood after each review, oldest first"
      heads={['Review', capital(noun.one), 'Rating', 'x', 'y', 'Distance moved', 'Remains']}
      words={2}
      full
      testId="map-path-table"
    >
      <tbody>
        <tr>
          <th scope="row">Start</th>
          <td />
          <td />
          {number(initial.x)}
          {number(initial.y)}
          <td />
          <td />
        </tr>
        {[...path, ...later].map(({ key, itemName, rating, x, y, moved, share, simulated, edited }, k) => (
          <tr key={key} data-key={key} data-happened={k < path.length}>
            <th
              scope="row"
              {...says({ '': k + 1, origin: simulated ? 'simulated' : edited ? 'changed' : null })}
            >
              {k + 1}
              {simulated ? ', simulated' : edited ? ', changed' : ''}
            </th>
            <td {...saysOnly(itemName)}>{itemName}</td>
            <td>{rating === null ? '–' : given(rating)}</td>
            {number(x)}
            {number(y)}
            {number(moved)}
            <td {...saysOnly(k < path.length ? share : null)}>
              {k < path.length ? percent(share) : 'not yet'}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function NeighbourTable({ map, noun, kind }: MapProps & { kind: NeighbourKind }) {
  const title = neighboursTitle(map, kind, noun);
  return (
    <Table
      scroll={title}
      mostHeight={420}
      caption={title}
      heads={['No.', 'Name', 'Distance', 'Near on the map']}
      words={2}
      full
    >
      <tbody>
        {neighboursOf(map, kind).map(({ id, name, distance, nearOnMap }, k) => (
          <tr key={id}>
            <th scope="row">{k + 1}</th>
            <td {...saysOnly(name)}>{name}</td>
            {number(distance)}
            <td>{nearOnMap ? 'yes' : 'no'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
