import { readFileSync } from 'node:fs';
import type { Facts } from '../item-facts';
import { type SpokenOf, typicalWords } from './spoken-of';

/** Items that belong together, by what is openly known of them or was planted: never by a model. */
export interface Group {
  readonly name: string;
  readonly items: readonly number[];
  /** What somebody writes of them: their eight most typical words. */
  readonly text: string;
}

/** The fact that groups the items of a bundled set; sets without one have no groups. */
export const GROUPING: Readonly<Record<string, string>> = { beers: 'style', films: 'genre' };

/** Smaller groups cannot fill a list… */
const FEWEST = 12;
/** …and larger ones, as shares of the catalogue, are no taste. */
const LARGEST = 0.2;

/** Groups by a fact. Who has several, as a film its genres, is in each of them. */
export function factGroups(
  spoken: SpokenOf,
  itemIds: readonly string[],
  facts: Facts,
  field: string,
): Group[] {
  const values = itemIds.map((id) => facts.get(id)?.get(field)?.split(', ') ?? []);
  const large = (items: readonly number[]) => items.length >= LARGEST * itemIds.length;
  return grouped(spoken, values).filter(({ items }) => !large(items));
}

/** Of a planted set what the checks of behaviour may know. */
export interface PlantedTruth {
  readonly traits: Readonly<Record<string, { readonly keywords: readonly string[] }>>;
  readonly people: Readonly<Record<string, { readonly tastes: Readonly<Record<string, number>> }>>;
  readonly teas: Readonly<Record<string, { readonly strong: readonly string[] }>>;
  readonly interactions: readonly {
    readonly user: string;
    readonly item: string;
    readonly mentions: readonly PlantedMention[];
  }[];
}

export interface PlantedMention {
  readonly trait: string;
  readonly word: string;
  /** As it stands in the text, where it is misspelt. */
  readonly written?: string;
  readonly negated: boolean;
  readonly verdict: 'praise' | 'complaint' | 'none';
}

export const readTruth = (file: string): PlantedTruth => JSON.parse(readFileSync(file, 'utf8'));

/** Groups by what was planted: the items in which a trait is strong, which is what those who love it look for. */
export const plantedGroups = (spoken: SpokenOf, itemIds: readonly string[], truth: PlantedTruth): Group[] =>
  grouped(
    spoken,
    itemIds.map((id) => truth.teas[id]?.strong ?? []),
  );

function grouped(spoken: SpokenOf, values: readonly (readonly string[])[]): Group[] {
  const members = new Map<string, number[]>();
  values.forEach((all, item) => {
    for (const value of new Set(all)) members.set(value, [...(members.get(value) ?? []), item]);
  });
  return [...members]
    .filter(([, items]) => items.length >= FEWEST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, items]) => ({ name, items, text: typicalWords(spoken, new Set(items)) }));
}
