import { useReducedMotion } from '@mantine/hooks';
import { useCallback, useRef } from 'react';
import { glided, type Marks, offsetsBetween } from './glide';
import type { Scene } from './scene';
import type { Point } from './viewport';

const MOTION_MS = 180;

interface Glide {
  readonly to: Scene;
  readonly offsets: ReadonlyMap<string, Point>;
  readonly since: number;
}

/**
 * Takes the marks of a new scene from where they were seen last to their new place.
 * @returns what to draw now, and how many marks are still on their way
 */
export function useGlide(scene: Scene): (marks: Marks) => { readonly marks: Marks; readonly moving: number } {
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const seen = useRef(scene);
  const glide = useRef<Glide | null>(null);
  return useCallback(
    (marks) => {
      if (marks.scene !== (glide.current?.to ?? seen.current))
        glide.current = {
          to: marks.scene,
          offsets: offsetsBetween(seen.current, marks.scene),
          since: performance.now(),
        };
      const way = glide.current ? (performance.now() - glide.current.since) / MOTION_MS : 1;
      if (still || !glide.current || way >= 1) {
        glide.current = null;
        seen.current = marks.scene;
        return { marks, moving: 0 };
      }
      // Fast at first, so that what was done and what came of it are seen as one.
      const drawn = glided(marks, glide.current.offsets, (1 - way) ** 3);
      seen.current = drawn.scene;
      return { marks: drawn, moving: glide.current.offsets.size };
    },
    [still],
  );
}
