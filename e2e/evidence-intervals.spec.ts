import { expect, test } from '@playwright/test';
import { App } from './app';
import { madeEvidence, serveEvidence } from './madeEvidence';

test('figures over all made-up worlds and of the latest reviews have their intervals', async ({ page }) => {
  const app = new App(page);
  const { models, comparisons } = madeEvidence('beers');
  await serveEvidence(
    page,
    madeEvidence('beers', {
      worlds: models.map((one) => ({
        ...one,
        intervals: { 'catalogue/ndcg@10': { value: 0.031, low: 0.026, high: 0.036 } },
      })),
      worldComparisons: comparisons.map((one) => ({ ...one, worlds: 31 })),
      latestOut: models.slice(0, 4),
      latestComparisons: comparisons.filter(({ model }) => models.slice(1, 4).some(({ id }) => id === model)),
    }),
  );
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await expect(app.id('evidence-worth')).toContainText(
    'Over all made-up worlds, guessed ratings clearly need',
  );
  await expect(app.id('evidence-worth')).not.toContainText('no interval');
  await app.id('evidence-details').locator('summary').first().click();
  const worlds = app.id('evidence-worlds');
  await expect(worlds).toContainText('DReX − other with the 95 % interval over 31 worlds');
  await app.id('evidence-worlds-metric').selectOption('RMSE');
  await expect(worlds.locator('tr[data-row="bias"]')).toContainText('−0.0147 [−0.0168, −0.0126]');
  await worlds.getByText('All metrics in one table').click();
  await expect(worlds.getByRole('row', { name: /^Without text/ })).toContainText('[0.0260, 0.0360]');
  await expect(app.id('evidence-latest').getByRole('heading')).toContainText(
    'Predicting each person’s latest interaction: by NDCG@10 (catalogue), DReX is better than all 3 baselines',
  );
  expect(app.complaints).toEqual([]);
});
