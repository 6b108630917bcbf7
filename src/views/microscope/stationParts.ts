import type { TracedTensor, TraceName, UpdateTrace } from '../../engine/openedNumber';
import type { Side } from '../../vocabulary';
import type { Strip } from './HeatStrip';

/** Vectors that belong together, e.g. those of one cell. */
export interface StripGroup {
  readonly title: string | null;
  readonly strips: readonly Strip[];
}

/** What is shown of one station of an update. */
export interface StationView {
  readonly title: string;
  /** One sentence in plain words. */
  readonly sentence: string;
  /** TeX, its symbols in `\htmlClass{sym-…}` after the strips that show them; null where nothing is computed. */
  readonly tex: string | null;
  /** Sizes of what goes in and what comes out. */
  readonly shape: string | null;
  readonly groups: readonly StripGroup[];
}

/** A symbol of an equation that lights up with its strip. */
export const sym = (name: string, tex: string): string => String.raw`\htmlClass{sym-${name}}{${tex}}`;

export const LETTER: Record<Side, string> = { user: 'u', item: 'i' };
export const HUE = { user: 'person', item: 'item' } as const;
export const CELL: Record<Side, string> = { user: 'Person’s cell', item: 'Item’s cell' };

export const valuesOf = (trace: UpdateTrace, name: TraceName): Float32Array =>
  (trace.tensors[name] as TracedTensor | undefined)?.values ?? new Float32Array(0);
