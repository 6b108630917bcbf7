import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { App, REVIEW } from './app';
import { seriousInBoth } from './axe';

const index = JSON.parse(readFileSync('public/datasets/index.json', 'utf8')) as { datasets: object[] };

/** A long name, as films have them. */
const LONG = 'An Extraordinarily Long Title of a Made-up Set with Sixty Letters';

/** A second data set: the beers once more, under another name. */
async function serveTwo(page: Page): Promise<void> {
  const other = {
    ...index.datasets[0],
    id: 'other',
    name: LONG,
    planted: true,
    terms: 'whole-texts',
    modalities: ['text', 'rating'],
  };
  await page.route('**/datasets/index.json', (route) =>
    route.fulfill({ json: { datasets: [index.datasets[0], other] } }),
  );
  await page.route('**/datasets/other/**', async (route) => {
    const url = route.request().url().replace('/other/', '/beers/');
    // What comes late is still on its way when the test is over: nobody must wait for it.
    if (!url.endsWith('manifest.json')) return route.continue({ url });
    const response = await route.fetch({ url });
    const manifest = await response.json();
    return route.fulfill({ response, json: { ...manifest, id: 'other', name: LONG, planted: true } });
  });
}

test('another data set is chosen by keyboard; what belongs to the first stays behind', async ({ page }) => {
  await serveTwo(page);
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.selectRecommendation(1);
  await app.review(REVIEW);
  const before = await app.address(/log=/);

  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Data sets' });
  await expect(dialog).toBeVisible();
  const cards = app.id('dataset-card');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toHaveAttribute('data-current', 'true');
  await expect(cards.first()).toContainText('No text ships: ratings, vectors and keywords only');
  await expect(cards.first()).toContainText('16,337 interactions');
  await expect(cards.last()).toContainText('made up, truth known');
  await expect(cards.last()).toContainText('Whole texts ship');
  await expect(dialog).toContainText('1 review belongs to this data set');
  await page.keyboard.press('Tab');
  await expect(cards.last()).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(app.id('page-menu')).toContainText('made up', { timeout: 60_000 });
  await app.live();
  const url = new URL(page.url());
  expect(url.searchParams.get('dataset')).toBe('other');
  expect(url.searchParams.get('backend')).toBe('wasm');
  expect(url.hash).not.toContain('log=');
  await expect(app.id('notice')).toHaveCount(0);

  await page.goBack();
  await expect(app.id('difference')).toBeVisible({ timeout: 60_000 });
  await expect(page).toHaveURL(before);
  expect(app.complaints).toEqual([]);
});

test('the view stays when the data set changes', async ({ page }) => {
  await serveTwo(page);
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await app.menu('dataset-badge');
  await app.id('dataset-card').last().click();
  await expect(page).toHaveURL(/dataset=other.*view=evidence/);
  await expect(app.id('evidence-view')).toBeVisible({ timeout: 60_000 });
});

test('without a list the present data set works on', async ({ page }) => {
  await page.route('**/datasets/index.json', (route) => route.fulfill({ status: 404 }));
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.menu('dataset-badge');
  await expect(app.id('gallery-problem')).toContainText('no list of data sets');
  await expect(page.getByRole('dialog')).toContainText('Bold is best');
  await page.keyboard.press('Escape');
  await expect(app.id('page-menu')).toBeFocused();
  await expect(app.id('recommendation-row')).toHaveCount(10);
});

test('a damaged list is named', async ({ page }) => {
  await page.route('**/datasets/index.json', (route) => route.fulfill({ json: { datasets: [{ id: 3 }] } }));
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.menu('dataset-badge');
  await expect(app.id('gallery-problem')).toContainText('index.json, field datasets[0].id');
});

test('a data set that is not there leads to the others', async ({ page }) => {
  const app = new App(page);
  await page.goto('/?backend=wasm&dataset=nowhere');
  await app.id('no-dataset').getByRole('link', { name: 'Beers' }).click();
  await expect(app.id('recommendation-row').first()).toBeAttached({ timeout: 60_000 });
  await expect(page).toHaveURL(/dataset=beers/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('long names fit, without a serious violation in light and dark', async ({ page }) => {
    await serveTwo(page);
    const app = new App(page);
    await app.openLive('/?backend=wasm&dataset=other');
    await app.menu('dataset-badge');
    await expect(app.id('dataset-card').last()).toHaveAttribute('data-current', 'true');
    expect(await seriousInBoth(page)).toEqual([]);
    await app.fits(390);
    const name = app.id('dataset-card').last().locator('strong');
    await expect(name).toHaveAttribute('title', LONG);
  });
});
