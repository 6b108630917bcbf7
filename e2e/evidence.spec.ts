import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { syntheticEvidence } from '../src/engine/testing/syntheticEvidence';
import { App, numbers } from './app';
import { seriousInBoth } from './axe';

const { modelHash, earlier } = JSON.parse(readFileSync('public/datasets/beers/manifest.json', 'utf8')) as {
  modelHash: string;
  earlier: { hash: string; change: string }[];
};

/** Made-up evidence for the beers, so that what is tested does not hang on what was measured last. */
const made = (over: object = {}) => ({
  ...syntheticEvidence({ id: 'beers', modelHash, planted: true }),
  ...over,
});

const serve = (page: Page, evidence: unknown) =>
  page.route('**/evidence.json', (route) =>
    evidence === null
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: 'application/json', body: JSON.stringify(evidence) }),
  );

test('the evidence is one key away, and the link restores it', async ({ page, context }) => {
  const app = new App(page);
  await serve(page, made());
  await app.openLive('/?backend=wasm');
  const { hash } = new URL(await app.address(/person=/));
  const person = new URLSearchParams(hash.slice(1)).get('person');
  await page.keyboard.press('2');
  await expect(app.id('evidence-headline')).toContainText('DReX predicts better than all 5 baselines');
  await expect(app.id('evidence-headline')).toContainText(
    'the intervals of the differences to User + item bias and Matrix factorisation include zero',
  );
  await expect(page).toHaveURL(/view=evidence/);
  await expect(app.id('view-evidence')).toHaveAttribute('aria-current', 'page');
  // What is on the other view stays as it is.
  await expect(page).toHaveURL(new RegExp(`person=${person}`));
  await expect(app.id('undo')).toBeDisabled();

  const other = new App(await context.newPage());
  await serve(other.page, made());
  await other.page.goto(await app.address(/view=evidence/));
  await expect(other.id('evidence-models')).toBeVisible({ timeout: 60_000 });
  await other.id('view-explore').click();
  await expect(other.id('recommendation-row').first()).toBeVisible();
  await expect(other.page).not.toHaveURL(/view=/);
  await expect(other.page).toHaveURL(new RegExp(`person=${person}`));
  expect([...app.complaints, ...other.complaints]).toEqual([]);
});

test('every figure says what it shows, as a chart and as a table', async ({ page }) => {
  const app = new App(page);
  await serve(page, made());
  await app.openLive('/?backend=wasm');
  await app.id('view-evidence').click();
  const models = app.id('evidence-models');
  await expect(models.locator('tr[data-row="bias"]')).toContainText('−0.0147 [−0.0168, −0.0126]');
  await app.id('evidence-metric').selectOption('NDCG@10 (catalogue)');
  await expect(models.getByRole('heading')).toContainText(
    'By NDCG@10 (catalogue), DReX is better than 4 of 6',
  );
  await expect(models.locator('tr[data-row="itemknn"] [data-tone]').first()).toHaveAttribute(
    'data-tone',
    'worse',
  );
  await expect(app.id('evidence-changes')).toContainText('Four of 4 ablations raise the error');
  for (const [figure, cell] of [
    ['evidence-cold', '0.581'],
    ['evidence-missing', '0.628'],
    ['evidence-faithfulness', '0.107'],
  ]) {
    const part = app.id(figure);
    await expect(part.locator('svg.recharts-surface').first()).toBeVisible();
    await part.getByRole('button', { name: /show as a table/i }).click();
    await expect(part.locator('svg.recharts-surface')).toHaveCount(0);
    await expect(part.getByRole('cell', { name: cell }).first()).toBeVisible();
    await part.getByText('How this was measured').click();
    await expect(part.locator('code')).toContainText('npm run evidence -- --datasets beers');
  }
  await expect(app.id('top-reason')).toHaveText('62 %');
  await expect(app.id('evidence-latest')).toContainText('RMSE of DReX is 0.5561');
  expect(app.complaints).toEqual([]);
});

test('the browser measures what the data set stores', async ({ page }) => {
  const app = new App(page);
  await serve(page, null);
  await app.openLive('/?backend=wasm');
  await app.id('view-evidence').click();
  await expect(app.id('evidence-not-measured')).toContainText('npm run evidence -- --datasets beers');
  await expect(app.id('evidence-models')).toHaveCount(0);
  await app.id('live-run').click();
  await expect(app.id('live-title')).toContainText('This machine agrees with the stored figures', {
    timeout: 120_000,
  });
  const whole = app.id('live-result').first();
  const cells = whole.locator('td[data-value]');
  await expect(cells.nth(2)).toBeVisible();
  const rows = await numbers(cells, 'data-value');
  const manifest = JSON.parse(readFileSync('public/datasets/beers/manifest.json', 'utf8'));
  const stored = manifest.metrics.rows.find((row: { model: string }) => row.model === 'drex');
  [stored.mae, stored.rmse, stored['ndcg@10']].forEach((value, k) => {
    expect(Math.abs(rows[k] - value)).toBeLessThan(5e-5);
  });

  // Without ratings the error is larger, and no agreement is claimed for it.
  await page.getByRole('switch', { name: 'Overall ratings' }).uncheck({ force: true });
  await app.id('live-run').click();
  const without = app.id('live-result').filter({ hasText: 'without overall ratings' });
  await expect(without).toBeVisible({ timeout: 120_000 });
  const rmse = Number(await without.locator('td[data-part="rmse"]').getAttribute('data-value'));
  expect(rmse).toBeGreaterThan(stored.rmse + 0.005);
  expect(app.complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

test('evidence of another model is never shown, that of an earlier state of this one with what changed', async ({
  page,
}) => {
  const app = new App(page);
  await serve(page, made({ modelHash: 'f'.repeat(64) }));
  await app.openLive('/?backend=wasm');
  await app.id('view-evidence').click();
  await expect(app.id('evidence-not-measured')).toContainText('measured with another model (ffffffffffff)');
  await expect(app.id('evidence-headline')).toHaveCount(0);

  await serve(page, made({ modelHash: earlier[0].hash }));
  await page.reload();
  await expect(app.id('evidence-earlier')).toContainText(earlier[0].change);
  await expect(app.id('evidence-earlier')).toContainText('MAE');
  await expect(app.id('evidence-headline')).toContainText('DReX predicted better than all 5 baselines');
  await expect(app.id('evidence-models').getByRole('heading')).toContainText('DReX was');
});

test('damaged evidence is named, and the rest goes on', async ({ page }) => {
  const app = new App(page);
  await serve(page, made({ coldStart: [{ side: 'nobody' }] }));
  await app.openLive('/?backend=wasm');
  await app.id('view-evidence').click();
  await expect(app.id('evidence-damage')).toContainText('evidence.json, field coldStart[0].side');
  await expect(app.id('live-run')).toBeEnabled();
  await app.id('view-explore').click();
  await expect(app.id('recommendation-row')).toHaveCount(10);
});

test('no serious violation in light and dark, and no sideways scrolling on a phone', async ({ page }) => {
  const app = new App(page);
  await serve(page, made());
  await app.openLive('/?backend=wasm');
  await app.id('view-evidence').click();
  await expect(app.id('evidence-cold').locator('svg.recharts-surface').first()).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousInBoth(page)).toEqual([]);
  await app.fits(390);
});
