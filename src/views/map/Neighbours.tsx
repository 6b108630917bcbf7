import { SegmentedControl } from '@mantine/core';
import { useAct } from '../../session/part';
import { selectItem, selectPerson } from '../../session/verbs';
import { Drawing } from '../../ui/figure/Drawing';
import { exact, numberWord, distance as written } from '../../ui/format';
import classes from './Map.module.css';
import type { MapProps } from './mapProps';
import { type NeighbourKind, neighboursOf, neighboursTitle } from './neighbourKinds';

interface Props extends MapProps {
  readonly of: NeighbourKind;
  readonly onOf: (of: NeighbourKind) => void;
}

/** The nearest in all dimensions, marked where the map shows them near as well. */
export function Neighbours({ map, noun, who, kind, of, onOf }: Props) {
  const act = useAct();
  const near = neighboursOf(map, of);
  const title = neighboursTitle(map, of, noun, who, kind);
  const far = near.filter((one) => !one.nearOnMap).length;
  const choose = (id: string) => act(of === 'person-people' ? selectPerson(id) : selectItem(id));
  return (
    <section className="card" aria-label="Nearest neighbours" data-testid="map-neighbours" data-kind={of}>
      <SegmentedControl
        fullWidth
        mb="sm"
        aria-label="Whose neighbours"
        value={of}
        onChange={(value) => onOf(value as NeighbourKind)}
        data={[
          { value: 'item', label: `Of the ${noun.one}`, disabled: !map.item },
          { value: 'person-people', label: `Of the ${kind}` },
          { value: 'person-items', label: 'Across' },
        ]}
      />
      <h2>{title}</h2>
      <p className="soft">
        By Euclidean distance in all {map.axes.dimensions} dimensions; lines on the map lead to them.{' '}
        {far === 0
          ? 'All are near on the map too.'
          : far === near.length
            ? 'None of them (≁) is among the nearest on the map.'
            : `${numberWord(far)} of the ${numberWord(near.length).toLowerCase()} (≁) ${far === 1 ? 'is' : 'are'} not among the nearest on the map.`}
        {of === 'person-items' &&
          ' Nearness is no match: the list is sorted by choice score, which turns both states by learned weights before it compares them, and adds words and popularity.'}
      </p>
      <Drawing
        title={title}
        drawn={false}
        rows={near}
        columns={[
          { head: 'place', value: (_, k) => k + 1 },
          { head: 'name', value: ({ name }) => name },
          { head: 'distance', value: ({ distance }) => distance },
          { head: 'near on the map', value: ({ nearOnMap }) => (nearOnMap ? 'yes' : 'no') },
        ]}
      >
        <ol className="list" style={{ marginTop: 8 }}>
          {near.map(({ id, name, distance, nearOnMap }) => (
            <li key={id}>
              <button
                type="button"
                className={`plain-button row-button ${classes.neighbour}`}
                onClick={() => choose(id)}
                data-testid="map-neighbour"
                data-id={id}
              >
                <span
                  className={classes.mark}
                  data-kind={of === 'person-people' ? 'person' : 'item'}
                  aria-hidden="true"
                />
                <span className="ellipsis" title={name}>
                  {name}
                </span>
                <span className="soft" title={nearOnMap ? undefined : 'Not among the nearest on the map'}>
                  {nearOnMap ? '' : '≁'}
                  {!nearOnMap && <span className="visually-hidden">not near on the map</span>}
                </span>
                <span className={classes.distance} title={exact(distance)}>
                  {written(distance)}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </Drawing>
      {!map.item && (
        <p className="soft" style={{ marginTop: 8 }}>
          Choose a {noun.one} on the map to see its neighbours.
        </p>
      )}
    </section>
  );
}
