import { readFileSync } from 'node:fs';
import type { Interval } from '../../src/data/evidence';
import type { EngineApi } from '../../src/engine/contract';
import { createEngine } from '../../src/engine/core/engine';
import { nodeBackends } from '../../src/engine/core/nodeBackends';
import type { Side } from '../../src/vocabulary';
import { readBundleFolder } from '../bundle-log';
import { random, shuffle } from '../random';
import { type BootstrapOptions, meanInterval } from './bootstrap';
import type { Planted } from './results';

/** As many words of a profile, and as many recommendations of a person, are held against the truth. */
const WORDS = 5;
const PICKS = 10;

/** The part of the planted truth that the checks need. */
interface Truth {
  readonly traits: Record<string, { readonly usual: number; readonly keywords: readonly string[] }>;
  readonly people: Record<
    string,
    {
      readonly loves: readonly string[];
      readonly dislikes: readonly string[];
      readonly tastes: Record<string, number>;
    }
  >;
  readonly teas: Record<
    string,
    { readonly strong: readonly string[]; readonly traits: Record<string, number> }
  >;
}

/**
 * Holds what the page shows of a planted bundle against the truth that it was made from: the engine itself is asked, so
 * these are the words and reasons that somebody sees.
 */
export async function plantedChecks(
  bundle: string,
  truthFile: string,
  options: BootstrapOptions,
): Promise<Planted> {
  const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth;
  const traitOf = new Map(
    Object.entries(truth.traits).flatMap(([trait, { keywords }]) => keywords.map((word) => [word, trait])),
  );
  const engine = createEngine({ backends: nodeBackends, read: () => readBundleFolder(bundle) });
  await engine.start({ bundleUrl: bundle, backend: 'wasm' }, () => {});
  await engine.replay(() => {});
  const seen = await see(engine);

  const hit = (word: string, traits: readonly string[]): number =>
    Number(traits.includes(traitOf.get(word) ?? ''));
  const precision = (
    method: string,
    side: Side,
    profiles: ReadonlyMap<string, readonly string[]>,
    traits: (id: string) => readonly string[],
  ) => {
    const entries = [...profiles].filter(([, words]) => words.length >= WORDS);
    const values = entries.map(([id, words]) => {
      const shown = words.slice(0, WORDS);
      return shown.reduce((sum, word) => sum + hit(word, traits(id)), 0) / shown.length;
    });
    return { method, side, precision: perEntity(values, options), n: entries.length };
  };
  const tastes = (id: string) => [...truth.people[id].loves, ...truth.people[id].dislikes];
  const strong = (id: string) => truth.teas[id].strong;
  const random_ = (profiles: ReadonlyMap<string, readonly string[]>) =>
    new Map(
      [...profiles].map(([id, words]) => {
        const places = shuffle(Int32Array.from(words.keys()), random(options.seed, 'planted-check', id));
        return [id, Array.from(places, (k) => words[k])];
      }),
    );
  const people = [...seen.reasons];
  const shares = people.map(([person, reasons]) => {
    const causes = reasons.map(({ item, word }) => {
      const trait = traitOf.get(word) ?? '';
      const taste = truth.people[person].tastes[trait] ?? 0;
      return Number(taste * ((truth.teas[item].traits[trait] ?? 0) - (truth.traits[trait]?.usual ?? 0)) > 0);
    });
    return causes.reduce((a, b) => a + b, 0) / causes.length;
  });
  return {
    precision: [
      precision('profile', 'user', seen.people, tastes),
      precision('random', 'user', random_(seen.people), tastes),
      precision('profile', 'item', seen.items, strong),
      precision('random', 'item', random_(seen.items), strong),
    ],
    topReason: {
      share: perEntity(shares, options),
      n: people.reduce((sum, [, reasons]) => sum + reasons.length, 0),
    },
  };
}

/** Mean over entities, each drawn as one. */
const perEntity = (values: readonly number[], options: BootstrapOptions): Interval =>
  meanInterval({ users: values.map((_, k) => k), values }, options);

/** All words of every profile, heaviest first, and the word that speaks most for each recommendation that has one. */
async function see(engine: EngineApi) {
  const people = new Map<string, string[]>();
  const items = new Map<string, string[]>();
  const reasons = new Map<string, { item: string; word: string }[]>();
  const everybody = await engine.searchPeople({ query: '', offset: 0, limit: 1e6, log: [] });
  const everything = await engine.searchItems({ query: '', offset: 0, limit: 1e6, log: [] });
  const [first] = everybody.rows;
  for (const { id } of everybody.rows) {
    const view = await engine.view({ log: [], person: id, item: null, k: PICKS, words: 1000 });
    people.set(
      id,
      view.person.profile.words.map((w) => w.word),
    );
    const list = await engine.recommend({ log: [], at: null, person: id, k: PICKS });
    const given = list.flatMap(({ item, words }) =>
      words
        .filter(({ value }) => value > 0)
        .slice(0, 1)
        .map(({ word }) => ({ item, word })),
    );
    if (given.length > 0) reasons.set(id, given);
  }
  for (const { id } of everything.rows) {
    const view = await engine.view({ log: [], person: first.id, item: id, k: 1, words: 1000 });
    items.set(id, view.item?.profile.words.map((w) => w.word) ?? []);
  }
  return { people, items, reasons };
}
