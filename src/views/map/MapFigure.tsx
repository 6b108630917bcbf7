import { Group, SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { AxesOf } from '../../engine/answers';
import { useAct } from '../../session/part';
import { selectItem, selectPerson, setAxes } from '../../session/verbs';
import { Drawing } from '../../ui/figure/Drawing';
import { count, percent } from '../../ui/format';
import { Coordinates } from './Coordinates';
import { Legend } from './Legend';
import classes from './Map.module.css';
import { MapCanvas, type MapHandle } from './MapCanvas';
import { MapControls } from './MapControls';
import { MapSearch } from './MapSearch';
import type { MapProps } from './mapProps';
import { Neighbours } from './Neighbours';
import { type NeighbourKind, neighboursOf } from './neighbourKinds';
import { keyOf, type Mark, sceneOf } from './scene';
import { ownShares } from './sentences';

/** How far the map zooms in on a single point. */
const NEAR = 4;

/** The map with its search, its buttons, its legend, and the true neighbours beside it. */
export function MapFigure({ map, noun, who, kind: ofWhom }: MapProps) {
  const act = useAct();
  const scene = useMemo(() => sceneOf(map), [map]);
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  const [wanted, setKind] = useState<NeighbourKind>('person-people');
  const handle = useRef<MapHandle>(null);
  const kind = wanted === 'item' && !map.item ? 'person-people' : wanted;
  const spokes = useMemo(() => {
    const from = kind === 'item' ? scene.item : scene.person;
    const near = new Set(neighboursOf(map, kind).map((one) => one.id));
    const among = kind === 'person-people' ? scene.people : scene.items;
    return from && { from, to: among.filter((mark) => near.has(mark.id)) };
  }, [map, scene, kind]);
  const choose = useCallback(
    ({ kind: what, id, ...mark }: Pick<Mark, 'kind' | 'id'> & Partial<Mark>) => {
      // The lines lead from what was chosen.
      setKind(what === 'person' ? 'person-people' : 'item');
      if (what === 'person') act(selectPerson(id));
      else if (what === 'item') act(selectItem(id));
      else if ('step' in mark && mark.step) act(selectItem(mark.step.item));
    },
    [act],
  );
  const find = (key: string) => {
    const mark = [...scene.items, ...scene.people].find((one) => keyOf(one) === key);
    if (!mark) return;
    choose(mark);
    handle.current?.show([mark], NEAR);
  };
  const {
    shares: [x, y],
    name,
  } = ownShares(map, noun.many, who.many);
  const summary = `Map of ${count(scene.items.length)} ${noun.many} and ${count(scene.people.length)} ${who.many} with the path of ${scene.person.name}`;
  return (
    <div className={classes.figure}>
      <section className="card" aria-label="Map">
        <Group justify="space-between" gap="8px 16px" mb={10}>
          <MapSearch noun={noun} who={who} onFound={setFound} onChoose={find} />
          <SegmentedControl
            size="sm"
            aria-label="Whose axes"
            value={map.axes.of}
            onChange={(value) => act(setAxes(value as AxesOf))}
            data={[
              { value: 'items', label: `Axes of the ${noun.many}` },
              { value: 'people', label: `of the ${who.many}` },
            ]}
          />
          <MapControls
            handle={handle}
            path={
              scene.steps.length > 0
                ? [scene.initial, ...scene.steps, ...scene.later]
                : [scene.initial, scene.person]
            }
          />
        </Group>
        <Drawing title="Map" summary={summary}>
          <p className="axis note">
            ↑ second axis, {percent(y)} of the variance of the {name}
          </p>
          {/* Other axes are another map: it begins with everything in sight. */}
          <MapCanvas
            key={map.axes.of}
            scene={scene}
            found={found}
            spokes={spokes}
            frame={map.axes.frame}
            summary={summary}
            itemNoun={noun.one}
            who={who.one}
            handle={handle}
            onChoose={choose}
          />
          <p className="axis note" data-end="x">
            first axis, {percent(x)} of the variance of the {name} →
          </p>
          <Legend noun={noun} who={who} kind={ofWhom} />
        </Drawing>
        <p className="soft">
          The {ofWhom} stands at{' '}
          <Coordinates side="user" id={map.person.summary.id} axes={map.axes.of} {...map.person} />
          {map.item && (
            <>
              , the {noun.one} at{' '}
              <Coordinates side="item" id={map.item.summary.id} axes={map.axes.of} {...map.item} />
            </>
          )}
          .
        </p>
      </section>
      <Neighbours map={map} noun={noun} who={who} kind={ofWhom} of={kind} onOf={setKind} />
    </div>
  );
}
