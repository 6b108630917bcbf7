import type { Target } from '../../lessons/targets';

/** A selector of parts of the page, by the names that they say themselves. */
export const partsNamed = (targets: readonly Target[]): string =>
  targets.map((name) => `[data-target~="${name}"]`).join();

/** A style without these parts: they are not reached by a key or heard either. */
export const hiding = (targets: readonly Target[]): string =>
  targets.length > 0 ? `${partsNamed(targets)} { display: none !important; }` : '';
