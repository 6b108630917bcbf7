import { says, saysOnly } from '../../ui/cell';
import { exact, given, percent, thousandths } from '../../ui/format';
import classes from './Map.module.css';
import type { MapProps } from './mapProps';
import { capital, type NeighbourKind, neighboursOf, neighboursTitle } from './neighbourKinds';

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

const number = (value: number) => (
  <td title={exact(value)} data-value={value} {...saysOnly(value)}>
    {thousandths(value)}
  </td>
);

function PathTable({ map, noun }: MapProps) {
  const { initial, path, later } = map.person;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={classes.wide} tabIndex={0} aria-label="Path of the person">
      <table className={classes.numbers} data-testid="map-path-table">
        <caption>Where this person stood after each review, oldest first</caption>
        <thead>
          <tr>
            <th scope="col">Review</th>
            <th scope="col">{capital(noun.one)}</th>
            <th scope="col">Rating</th>
            <th scope="col">x</th>
            <th scope="col">y</th>
            <th scope="col">Distance moved</th>
            <th scope="col">Remains</th>
          </tr>
        </thead>
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
      </table>
    </section>
  );
}

function NeighbourTable({ map, noun, kind }: MapProps & { kind: NeighbourKind }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={classes.wide} tabIndex={0} aria-label={neighboursTitle(map, kind, noun)}>
      <table className={classes.numbers}>
        <caption>{neighboursTitle(map, kind, noun)}</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Name</th>
            <th scope="col">Distance</th>
            <th scope="col">Near on the map</th>
          </tr>
        </thead>
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
      </table>
    </section>
  );
}
