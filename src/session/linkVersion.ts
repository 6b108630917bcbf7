import type { Said } from './said';

/** Changes the parameters of a link to those that the next version has for the same. */
type Step = (params: URLSearchParams) => void;

/**
 * The step from each version to the next, the first from version 1, in which links do not name one. A new field needs no
 * step, as links without it have what it is when missing; one that gets another name, form or meaning does.
 */
const STEPS: readonly Step[] = [];

/** Puts the version into the parameters of a link that is being written. */
export function writeVersion(params: URLSearchParams, steps = STEPS): void {
  if (steps.length > 0) params.set('v', String(steps.length + 1));
}

/** Makes the parameters of a link of any version those of the present one. Returns what is wrong with it; null when nothing is. */
export function migrate(params: URLSearchParams, steps = STEPS): Said | null {
  const named = params.get('v') ?? '1';
  const version = /^[1-9]\d{0,3}$/.test(named) ? Number(named) : null;
  for (const step of steps.slice((version ?? 1) - 1)) step(params);
  if (version === null) return { is: 'no-version', version: named };
  return version <= steps.length + 1 ? null : { is: 'newer-link' };
}
