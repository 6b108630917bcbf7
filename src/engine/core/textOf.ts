import type { Catalogue } from './catalogue';
import { type PreparedText, prepareText } from './readText';
import { STORED } from './scenario';
import type { World } from './world';

/** The text that the model meets in a row. */
export interface MetText {
  /** Whether its vector ships with the bundle. */
  readonly shipped: boolean;
  /** The whole text where it is known here: written in the page, or shipped as a set's own. Empty otherwise. */
  readonly text: string;
  /** Null where no word of it is known here. */
  readonly prepared: PreparedText | null;
}

export function textOf(catalogue: Catalogue, world: World, row: number): MetText {
  const given = world.scenario.given(row).text;
  const shipped = given === STORED;
  const text = (shipped ? catalogue.bundle.prose?.now?.texts[row] : given) ?? '';
  return { shipped, text, prepared: prepareText(catalogue, text) };
}
