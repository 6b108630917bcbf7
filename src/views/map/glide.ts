import type { Picture } from './picture';
import { keyOf, type Mark, type Scene } from './scene';
import type { Point } from './viewport';

/** All of a picture that has a place on the map. */
export type Marks = Pick<Picture, 'scene' | 'focus' | 'spokes'>;

const allOf = ({ items, people, steps, later }: Scene): Mark[] => [...items, ...people, ...steps, ...later];

/** Of each mark that stands elsewhere in a newer scene, by its key, how far from there it stood. */
export function offsetsBetween(before: Scene, after: Scene): Map<string, Point> {
  const old = new Map(allOf(before).map((mark) => [keyOf(mark), mark]));
  const offsets = new Map<string, Point>();
  for (const mark of allOf(after)) {
    const was = old.get(keyOf(mark));
    if (was && (was.x !== mark.x || was.y !== mark.y))
      offsets.set(keyOf(mark), { x: was.x - mark.x, y: was.y - mark.y });
  }
  return offsets;
}

/** The marks on their way: with all of the offsets at a rest of 1, in place at 0. */
export function glided(
  { scene, focus, spokes }: Marks,
  offsets: ReadonlyMap<string, Point>,
  rest: number,
): Marks {
  const put = <M extends Mark>(mark: M): M => {
    const offset = offsets.get(keyOf(mark));
    return offset ? { ...mark, x: mark.x + rest * offset.x, y: mark.y + rest * offset.y } : mark;
  };
  return {
    scene: {
      ...scene,
      items: scene.items.map(put),
      people: scene.people.map(put),
      steps: scene.steps.map(put),
      later: scene.later.map(put),
      person: put(scene.person),
      item: scene.item && put(scene.item),
    },
    focus: focus && put(focus),
    spokes: spokes && { from: put(spokes.from), to: spokes.to.map(put) },
  };
}
