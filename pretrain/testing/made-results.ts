import { METRICS } from '../../src/data/evidence';
import { assemble } from '../evidence/assemble';
import type { MainResult, UnitResult } from '../evidence/results';
import type { Outcome } from '../outcome';

/** Of the model that ships. */
export const HASH = 'a'.repeat(64);

/** An outcome on four interactions of two people, off by `error` everywhere. */
export const outcome = (id: string, family: Outcome['family'], error: number): Outcome => ({
  id,
  label: id,
  family,
  settings: '',
  metrics: Object.fromEntries(METRICS.map((name) => [name, error])) as Outcome['metrics'],
  predicted: [4, 3, 5, 2].map((rating) => rating + error),
  own: [0, 1].map((user) => ({ user, 'ndcg@5': 1, 'ndcg@10': 1 - error, 'f1@5': 1, 'f1@10': 1 })),
  catalogue: [0, 1].map((user) => ({
    user,
    'ndcg@5': 1,
    'ndcg@10': 1 - error,
    'f1@5': 1,
    'f1@10': 1,
    'recall@10': 1,
  })),
});
const point = (share: number, rmse: number) =>
  ({ modality: 'text', when: 'inference', share, rmse }) as const;
/** A seed of DReX and the bias, each off by so much everywhere. */
export const main = (seed: number, drex: number, bias: number): MainResult => ({
  kind: 'main',
  seed,
  modelHash: seed === 1 ? HASH : null,
  users: [0, 0, 1, 1],
  ratings: [4, 3, 5, 2],
  outcomes: [outcome('drex', 'drex', drex), outcome('bias', 'baseline', bias)],
  missing: [point(0, drex), point(0.5, drex + 0.1)],
  coldStart: [],
  shortHistories: [],
  worlds: null,
  faithfulness: null,
  ordered: true,
});
/** Put together, for a set without planted worlds of its own. */
export const put = (...results: UnitResult[]) => assemble('beers', 'npm run evidence', 4, results);
