import { expect, test } from '@playwright/test';
import { App, REVIEW } from './app';
import { seriousInBoth } from './axe';

test('no serious violation on the whole screen, in light and dark', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  expect(await seriousInBoth(page)).toEqual([]);
  await app.selectRecommendation(0);
  await app.id('profile-person').getByTestId('word-row').first().click();
  await app
    .id('recommendation-row')
    .first()
    .getByRole('button', { name: /show the sum/i })
    .click();
  await page.locator('textarea').first().fill(REVIEW);
  await expect(app.id('review-token').first()).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  await app.review(REVIEW);
  await expect(page.getByText('Show as a table')).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  await app.menu('dataset-badge');
  await expect(page.getByText('Bold is best')).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Bold is best')).toBeHidden();
  await app.id('help').click();
  await expect(page.getByRole('dialog', { name: 'About this page, its words and keys' })).toBeVisible();
  // That of the button fades while the window opens.
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  expect(await seriousInBoth(page)).toEqual([]);
});

test('no serious violation and no sideways scrolling on a phone, in light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  for (const [panel, part] of [
    ['Profile', 'Profiles'],
    ['Picks', 'Recommendations'],
    ['Review', 'Write a review'],
    ['Who', 'People'],
  ]) {
    await page.getByText(panel, { exact: true }).first().click();
    await expect(page.getByRole('region', { name: part })).toBeVisible();
    expect(await seriousInBoth(page)).toEqual([]);
    await app.fits(390);
  }
});
