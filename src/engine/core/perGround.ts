import type { Ground } from './ground';

/** Something that is made once for each ground, when it is first needed, and goes with it. */
export function perGround<T>(make: (ground: Ground) => T): (ground: Ground) => T {
  const held = new WeakMap<Ground, T>();
  return (ground) => {
    const kept = held.get(ground) ?? make(ground);
    held.set(ground, kept);
    return kept;
  };
}
