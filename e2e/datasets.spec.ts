import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { App } from './app';

interface Card {
  readonly id: string;
  readonly planted: boolean;
  readonly terms: string;
  readonly counts: { readonly interactions: number };
}
const { datasets } = JSON.parse(readFileSync('public/datasets/index.json', 'utf8')) as { datasets: Card[] };

test('the gallery lists the five bundled sets', () => {
  expect(datasets.map((one) => one.id).sort()).toEqual(['beers', 'books', 'films', 'instruments', 'teas']);
});

for (const { id, planted, terms } of datasets)
  test(`${id}: replayed live, profiles and recommendations, a review changes them`, async ({ page }) => {
    const app = new App(page);
    await app.openLive(`/?backend=wasm&dataset=${id}`);
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
    await expect(app.id('page-menu')).toContainText(planted ? 'made up' : 'real data');
    // Replayed here, the states are those that ship, to the rounding of 16 bits.
    await app.id('page-menu').click();
    await app.id('computing').click();
    const difference = app.id('replay-difference');
    await expect(difference).toHaveText(/\d/);
    expect(Number(await difference.getAttribute('data-value'))).toBeLessThan(2e-3);
    await page.keyboard.press('Escape');

    await expect(app.id('profile-person').getByTestId('word-row').first()).toBeVisible();
    await expect(app.id('recommendation-row')).toHaveCount(10);
    const before = await app.ranking();
    await app.selectRecommendation(0);
    await expect(app.id('profile-item').getByTestId('word-row').first()).toBeVisible();
    // Sentences are shown where they are ours, and nowhere else.
    const sentences = page.getByLabel(/^Reviews of this /).getByText(/“.+”/);
    if (terms === 'whole-texts') await expect(sentences.first()).toBeVisible();
    else await expect(sentences).toHaveCount(0);
    await app.review('bitter and smoky');
    await expect.poll(() => app.ranking()).not.toEqual(before);
    expect(app.complaints).toEqual([]);
  });
