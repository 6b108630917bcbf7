import type { ZoomTransform } from 'd3-zoom';
import type { Palette } from './palette';
import type { Entity, Mark, Scene } from './scene';
import type { Fit, Size } from './viewport';

/** All that a picture is made from. */
export interface Picture {
  readonly scene: Scene;
  readonly size: Size;
  readonly fit: Fit;
  readonly zoom: ZoomTransform;
  readonly palette: Palette;
  /** Keys of what a search found; null without a search. */
  readonly found: ReadonlySet<string> | null;
  /** What the pointer or the keyboard is at. */
  readonly focus: Mark | null;
  /** Whether names are written out however long they are, as on paper, where nobody can point at one. */
  readonly whole?: boolean;
  /** Whose true neighbours are shown, and which they are. */
  readonly spokes: { readonly from: Mark; readonly to: readonly Entity[] } | null;
}
