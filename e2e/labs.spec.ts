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
  const [list, words, without] = await card.locator('tbody tr').last().locator('td').all();
  await expect(list).toHaveText('1.00');
  await expect(words).toHaveText('1.00');
  // Mean and range where one review is missing.
  await expect(without).toHaveText(/^[01]\.\d\d( [01]\.\d\d to [01]\.\d\d)?$/);
  await expect(card.locator('tbody tr').first().locator('td').last()).toHaveText('–');
  expect(app.complaints).toEqual([]);
});

test('feedback loop: the reviews of all rounds lead to the list that it shows, and one undo takes all back', async ({
  page,
}) => {
  const app = new LabsPage(page);
  await app.openLabs();
  await expect(app.id('backend-badge')).toContainText(/wasm/i);
  await app.id('loop-who').selectOption('new');
  await app.id('loop-rounds').selectOption('5');
  await app.id('loop-run').click();
  await expect(app.id('loop-outcome')).toBeVisible(WORKING);
  const card = app.id('loop');
  await expect(card.locator('h2')).toContainText(/In 5 rounds the top ten showed/);
  for (const panel of ['coverage', 'diversity', 'drift', 'top', 'rating']) {
    await expect(app.id(`panel-${panel}`).locator('svg.recharts-surface')).toBeVisible();
    // The start and every round.
    await expect(app.id(`panel-${panel}`).locator('tbody tr')).toHaveCount(6);
  }
  // Somebody new has no words that could be kept.
  await expect(app.id('panel-words')).toHaveCount(0);
  await card.getByText('What was taken').click();
  const picks = await app
    .id('loop-pick')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-item')));
  expect(new Set(picks).size).toBe(5);
  const list = await card.getAttribute('data-list');
  await app.id('loop-apply').click();
  await expect(card).toContainText('Undo takes them back together');
  await page.keyboard.press('1');
  await expect(app.id('history-row')).toHaveCount(5, WORKING);
  await expect.poll(async () => (await app.ranking()).map(({ item }) => item).join(' '), WORKING).toBe(list);
  await page.keyboard.press('Control+z');
  await expect(app.id('history-row')).toHaveCount(0, WORKING);
  expect((await app.ranking())[0].item).toBe(picks[0]);
  expect(app.complaints).toEqual([]);
});

test('feedback loop: a run that is stopped keeps the rounds it came through', async ({ page }) => {
  const app = new LabsPage(page);
  await app.openLabs();
  await app.id('loop-rounds').selectOption('20');
  await app.id('loop-gives').selectOption('top');
  await app.id('loop-run').click();
  await expect(app.id('lab-running')).toContainText(/[1-9]\d* reviews of 120/, WORKING);
  await expect(app.id('panel-words')).toBeVisible();
  await app.id('lab-stop').click();
  await expect(app.id('lab-running')).toBeHidden();
  await expect(app.id('loop')).toContainText('Stopped; this is how far it came.');
  await expect(app.id('loop-apply')).toBeHidden();
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
      await app.id('loop-run').click();
      await expect(app.id('loop-outcome')).toBeVisible(WORKING);
      expect(await serious(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await serious(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      await page.screenshot({ path: `test-results/labs-${colorScheme}.png`, fullPage: true });
    });
  });
