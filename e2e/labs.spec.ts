import { expect, test } from '@playwright/test';
import { App } from './app';
import { serious } from './axe';

const WORKING = { timeout: 120_000 };

/** The experiments as somebody uses them. */
class LabsPage extends App {
  async openLabs(): Promise<void> {
    await this.openLive('/?backend=wasm');
    await this.page.keyboard.press('5');
    await expect(this.id('goal')).toBeVisible();
    await expect(this.page).toHaveURL(/view=labs/);
  }

  /** Looks for a change and waits for the end. */
  async seek(): Promise<{ rank: number; reached: boolean }> {
    await this.id('goal-seek').click();
    await expect(this.id('goal-outcome')).toBeVisible(WORKING);
    const card = this.id('goal');
    return {
      rank: Number(await card.getAttribute('data-rank')),
      reached: (await card.getAttribute('data-reached')) === 'true',
    };
  }
}

test('goal seek: what it promises is what one gets, and undo takes it back', async ({ page }) => {
  const app = new LabsPage(page);
  await app.openLabs();
  const goal = await app.id('goal-item').inputValue();
  const { rank, reached } = await app.seek();
  expect(reached).toBe(rank <= 5);
  await app.id('goal-apply').click();
  await expect(app.id('goal')).toContainText('Undo takes it back');
  await page.keyboard.press('1');
  await expect.poll(async () => (await app.ranking())[rank - 1]?.item, WORKING).toBe(goal);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await app.ranking())[rank - 1]?.item, WORKING).not.toBe(goal);
  expect(app.complaints).toEqual([]);
});

test('a new review may change too, and a search can be stopped', async ({ page }) => {
  const app = new LabsPage(page);
  await app.openLabs();
  const fresh = await app
    .id('goal-change')
    .locator('optgroup')
    .last()
    .locator('option')
    .nth(1)
    .getAttribute('value');
  await app.id('goal-change').selectOption(fresh ?? '');
  await app.id('goal-seek').click();
  await app.id('lab-stop').click();
  await expect(app.id('lab-running')).toBeHidden();
  await expect(app.id('goal-outcome')).toBeHidden();
  await app.seek();
  expect(await app.id('goal-step').count()).toBeGreaterThan(1);
  expect(app.complaints).toEqual([]);
});

test('cold start: curves that end at one, and the same as a table', async ({ page }) => {
  const app = new LabsPage(page);
  await app.openLabs();
  await app.id('cold-run').click();
  const card = app.id('cold');
  await expect(card.locator('table')).toBeAttached(WORKING);
  await expect(card.locator('h2')).toContainText(/there/);
  await card.getByRole('button', { name: /Show as a table/ }).click();
  for (const cell of await card.locator('tbody tr').last().locator('td').all())
    await expect(cell).toHaveText('1.00');
  expect(app.complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('no serious violation, and no sideways scrolling on a phone', async ({ page }) => {
      const app = new LabsPage(page);
      await app.openLabs();
      await app.seek();
      await app.id('cold-run').click();
      await expect(app.id('cold').locator('table')).toBeAttached(WORKING);
      expect(await serious(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await serious(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      await page.screenshot({ path: `test-results/labs-${colorScheme}.png`, fullPage: true });
    });
  });
