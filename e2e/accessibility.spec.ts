import { expect, test } from '@playwright/test';
import { App, REVIEW } from './app';
import { serious } from './axe';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('no serious violation on the whole screen', async ({ page }) => {
      const app = new App(page);
      await app.openLive('/?backend=wasm');
      expect(await serious(page)).toEqual([]);
      await app.selectRecommendation(0);
      await app.id('profile-person').getByTestId('word-row').first().click();
      await app
        .id('recommendation-row')
        .first()
        .getByRole('button', { name: /show the sum/i })
        .click();
      await page.locator('textarea').first().fill(REVIEW);
      await expect(app.id('review-token').first()).toBeVisible();
      expect(await serious(page)).toEqual([]);
      await app.review(REVIEW);
      await expect(page.getByText('Show as a table')).toBeVisible();
      expect(await serious(page)).toEqual([]);
      await app.id('dataset-badge').click();
      await expect(page.getByText('Bold is best')).toBeVisible();
      expect(await serious(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByText('Bold is best')).toBeHidden();
      await app.id('help').click();
      await expect(page.getByRole('dialog', { name: 'Keyboard and words' })).toBeVisible();
      expect(await serious(page)).toEqual([]);
    });

    test('no serious violation and no sideways scrolling on a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const app = new App(page);
      await app.openLive('/?backend=wasm');
      for (const panel of ['Profile', 'Picks', 'Review', 'Who']) {
        await page.getByText(panel, { exact: true }).first().click();
        expect(await serious(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${panel} is wider than the screen`).toBeLessThanOrEqual(390);
      }
    });
  });
}
