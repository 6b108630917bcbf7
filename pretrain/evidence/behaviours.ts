import type { BehaviourRow } from '../../src/data/evidence';
import { historyOf } from '../baselines';
import type { Case, Finding } from '../behaviours/finding';
import { type PlantedTruth, readTruth } from '../behaviours/groups';
import { askSimulated, measureRule, rowsOf } from '../behaviours/measure';
import { recommenderOfBaseline } from '../behaviours/of-baseline';
import { drexRecommender } from '../behaviours/of-drex';
import type { Recommender } from '../behaviours/recommender';
import { EXTENT, type Extent, type Stage, stageOf } from '../behaviours/stage';
import { truth } from '../planted/files';
import { worldOfPool } from '../pooled';
import { type Prepared, rowsOf as rowsOfParts } from '../prepare';
import { asShipped, historyLog, tuned } from '../train';
import { type ModelOfSeed, modelOf } from './model-of';
import type { BehavioursResult } from './results';
import type { SourceSet } from './sets';
import type { Folders } from './train-unit';

/** Planted worlds that simulated people visit, each with so much less. */
const VISITED = 10;
const IN_EACH: Extent = { draws: 6, items: 20, people: 10 };

export const BEHAVIOURS_PROTOCOL = `Simulated newcomers write reviews in words that are computed from the train part, and ask for a list; history: train and validation part. Listening: one or three random items of a group (a style, a genre, a planted trait; at least 12 items) are reviewed in the group’s eight most typical words, rated 1.2 standard deviations above the mean or 2 below it, ${EXTENT.draws} draws a group; passed where the list holds more of the group than by chance if it is loved, no more if it is hated. Direction: a review at an end of the scale, of ${EXTENT.items} items; passed where the top never lowers the mean place of the item’s ten nearest items by TF-IDF, the bottom never raises it. Invariance: after three loved reviews one of ten sentences about nothing, for ${EXTENT.people} people; passed where at most two of ten places change. Negation: what planted people wrote is read again; passed where the sign of a denied word is the planted taste, and where a plain mention keeps its sign; and 200 sentences on books, labelled by hand. No inversion: passed where the list of who hates a group holds no more than chance of the ten items that its lovers are shown last. A planted set is measured over its first ${VISITED} worlds, with ${IN_EACH.draws} draws a group, ${IN_EACH.items} items and ${IN_EACH.people} people in each. Intervals: bootstrap over groups, items or people, all seeds pooled.`;

/** Has simulated people ask DReX and every baseline that can serve somebody new. */
export async function behaviours(
  source: SourceSet,
  seed: number,
  folders: Folders,
): Promise<BehavioursResult> {
  const model = await modelOf(source, seed, folders);
  const found = new Map<string, Finding[]>();
  for (const { world, stage } of stagesOf(source, model)) {
    const { recommenders, dispose } = recommendersFor(stage.data, model);
    for (const one of recommenders) {
      const findings = await askSimulated(stage, one);
      found.set(one.id, [...(found.get(one.id) ?? []), ...findings.map((finding) => apart(finding, world))]);
    }
    dispose();
  }
  const models = Array.from(found, ([id, findings]) => ({ model: id, findings }));
  return { kind: 'behaviours', seed, modelHash: model.modelHash, models };
}

/** More groups, items and people than any world has. */
const APART = 1e6;

/** Groups, items and people of another world are others. */
const apart = (finding: Finding, world: number): Finding => ({
  ...finding,
  cases: finding.cases.map((one): Case => ({ ...one, of: one.of + world * APART })),
});

function* stagesOf(
  { worlds, truth: file, itemFacts }: SourceSet,
  { joined, training: { seed } }: ModelOfSeed,
): Generator<{ world: number; stage: Stage }> {
  if (!file) {
    yield { world: 0, stage: stageOf(joined, { facts: itemFacts }, seed) };
    return;
  }
  for (let world = 0; world < VISITED; world++) {
    const planted: PlantedTruth = world === 0 ? readTruth(file) : JSON.parse(truth(worlds[world - 1]));
    yield { world, stage: stageOf(worldOfPool(joined, world), { truth: planted }, seed, IN_EACH) };
  }
}

function recommendersFor(prepared: Prepared, { training, values }: ModelOfSeed) {
  const { data, vectors } = asShipped(prepared, values);
  const rows = rowsOfParts(data, 'train', 'validation');
  const drex = drexRecommender(data, vectors, values, rows);
  const history = historyOf(historyLog(data, vectors), rows);
  const baselines = tuned(data, vectors, training, true).flatMap((one): Recommender[] => {
    const recommender = recommenderOfBaseline(data, one, history);
    return recommender ? [recommender] : [];
  });
  return { recommenders: [drex, ...baselines], dispose: () => drex.dispose() };
}

/** The rows of all seeds together; null where nothing was measured. */
export function behaviourRows(results: readonly BehavioursResult[]): BehaviourRow[] | null {
  const [first] = results;
  if (!first) return null;
  const rows = first.models.flatMap(({ model }) =>
    rowsOf(
      model,
      results.map(({ models }) => models.find((one) => one.model === model)?.findings ?? []),
      first.seed,
    ),
  );
  return [...rows, ...measureRule(first.seed)];
}
