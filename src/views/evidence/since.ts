import type { EarlierState } from '../../engine/questions/evidence';
import type { MetricsRow } from '../../engine/start';
import { metric } from '../../ui/format';

const NAMES = { mae: 'MAE', rmse: 'RMSE', 'ndcg@10': 'NDCG@10 (own items)' } as const;

/**
 * What a change of the model did to the figures of the shipped seed: "On the test part of the model that ships, MAE went
 * from 0.5957 to 0.5973; RMSE stayed 0.7585."
 */
export function figuresSince({ test }: EarlierState, now: MetricsRow | undefined): string {
  const parts = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((name) => {
    const [was, is] = [test?.[name] ?? null, now?.[name] ?? null];
    if (was === null || is === null) return [];
    const [before, after] = [metric(was), metric(is)];
    return { name: NAMES[name], before, after, moved: before !== after };
  });
  if (parts.length === 0) return 'What this does to the figures has not been measured.';
  const where = 'On the test part of the model that ships';
  if (!parts.some(({ moved }) => moved))
    return `${where} no figure changed (${parts.map(({ name, after }) => `${name} ${after}`).join(', ')}).`;
  const told = parts.map(({ name, before, after, moved }) =>
    moved ? `${name} went from ${before} to ${after}` : `${name} stayed ${after}`,
  );
  return `${where}, ${told.join('; ')}.`;
}
