import type { BehaviourRow, Interval } from '../../src/data/evidence';
import { meanInterval } from '../evidence/bootstrap';
import { readsTheBooks } from './books/mentions';
import { direction } from './direction';
import type { Case, Finding } from './finding';
import { invariance } from './invariance';
import { listening } from './listening';
import { negation } from './negation';
import type { Recommender } from './recommender';
import type { Stage } from './stage';

/** Has simulated people ask a recommender: what came of it, case by case. */
export async function askSimulated(stage: Stage, recommender: Recommender): Promise<Finding[]> {
  const findings = [
    ...(await listening(stage, recommender)),
    ...(await direction(stage, recommender)),
    ...(await invariance(stage, recommender)),
    ...(await negation(stage, recommender)),
  ];
  return findings.filter(({ cases }) => cases.length > 0);
}

/** How often a recommender did right by simulated people. */
export const measureBehaviours = async (stage: Stage, recommender: Recommender): Promise<BehaviourRow[]> =>
  rowsOf(recommender.id, [await askSimulated(stage, recommender)], stage.seed);

/** How well the rule of negation, which is the same for every set and every model, reads labelled sentences. */
export const measureRule = (seed: number): BehaviourRow[] => rowsOf('rule', [readsTheBooks()], seed);

/**
 * Pass rates and means of a model with their intervals, over groups, items or people; those of several seeds are pooled, so that a
 * group is drawn with the cases of all.
 */
export function rowsOf(model: string, seeds: readonly (readonly Finding[])[], seed: number): BehaviourRow[] {
  const forms = new Map<string, Finding[]>();
  for (const finding of seeds.flat()) {
    const form = `${finding.behaviour}: ${finding.variant}`;
    forms.set(form, [...(forms.get(form) ?? []), finding]);
  }
  return Array.from(forms.values(), (same) => rowOf(model, same, seed));
}

function rowOf(model: string, same: readonly Finding[], seed: number): BehaviourRow {
  const [{ behaviour, variant, measure }] = same;
  const cases = same.flatMap((finding) => finding.cases);
  const interval = (value: (one: Case) => number): Interval =>
    meanInterval({ users: cases.map(({ of }) => of), values: cases.map(value) }, { seed });
  const drawn = cases.flatMap(({ chance }) => (chance === undefined ? [] : [chance]));
  return {
    model,
    behaviour,
    variant,
    passed: interval(({ passed }) => Number(passed)),
    measure,
    value: interval(({ value }) => value),
    chance: drawn.length > 0 ? drawn.reduce((sum, one) => sum + one, 0) / drawn.length : null,
    n: cases.length,
    seeds: same.length,
  };
}
