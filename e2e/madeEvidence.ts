import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { syntheticEvidence } from '../src/engine/testing/syntheticEvidence';

export const manifestOf = (id: string) =>
  JSON.parse(readFileSync(`public/datasets/${id}/manifest.json`, 'utf8')) as {
    modelHash: string;
    metrics: {
      rows: ({ model: string; mae: number; rmse: number; 'ndcg@10': number } & {
        [figure in 'catalogue/ndcg@10' | 'catalogue/recall@10' | 'coverage@10' | 'overlap@10']?: number;
      })[];
    };
    selfCheck: { choices?: number[] };
  };

/** Made-up evidence of a bundle, so that what is tested does not hang on what was measured last. */
export const madeEvidence = (id: string, over: object = {}) => ({
  ...syntheticEvidence({ id, modelHash: manifestOf(id).modelHash, planted: true }),
  ...over,
});

/** Made up: a state of the beers' model before the one that ships, as the bundle would name it. */
export const EARLIER = {
  hash: 'e'.repeat(64),
  change: 'Ratings are standardised in another way.',
  test: { mae: 0.41, rmse: 0.56, 'ndcg@10': 0.81 },
};

/** Has the manifest of a bundle name {@link EARLIER}. */
export const serveEarlier = (page: Page, id: string) =>
  page.route(`**/datasets/${id}/manifest.json`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), earlier: [EARLIER] } });
  });

/** What the page finds beside every bundle from now on; null for nothing. */
export const serveEvidence = (page: Page, evidence: unknown) =>
  page.route('**/evidence.json', (route) =>
    evidence === null
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: 'application/json', body: JSON.stringify(evidence) }),
  );
