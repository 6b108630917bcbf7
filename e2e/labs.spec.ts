import { expect, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';
import { holdAnswers } from './held';

const WORKING = { timeout: 120_000 };

/** The experiments as somebody uses them. */
class LabsPage extends App {
  async openLabs(dataset = 'beers'): Promise<void> {
    await this.openLive(`/?backend=wasm&dataset=${dataset}`);
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

test('the smallest case of each stands there before anybody presses', async ({ page }) => {
  const app = new LabsPage(page);
  await app.openLabs('teas');
  await expect(app.id('cold').locator('h2')).toContainText('there', WORKING);
  await expect(app.id('goal-example')).toBeVisible(WORKING);
  await expect(app.id('panel-drift').locator('svg.recharts-surface')).toBeVisible(WORKING);
  await expect(app.id('loop').locator('h2')).toContainText(/In 5 rounds the top ten showed/);
  // Nothing to apply: nobody has asked for it.
  await expect(app.id('loop-apply')).toHaveCount(0);
  expect(app.complaints).toEqual([]);
});

test('goal seek: what it promises is what one gets, and undo takes it back', async ({ page }) => {
  const app = new LabsPage(page);
  await app.openLabs();
  await page.keyboard.press('1');
  const before = await app.ranking();
  await page.keyboard.press('5');
  const goal = await app.id('goal-item').inputValue();
  const { rank, reached } = await app.seek();
  expect(reached).toBe(rank <= 5);
  const promised = Number(await app.id('goal').getAttribute('data-choice'));
  await app.id('goal-apply').click();
  await expect(app.id('goal')).toContainText('Undo takes it back');
  await page.keyboard.press('1');
  // By its choice score, which a step always raises, though its place may be the same.
  const choice = async () => (await app.ranking()).find(({ item }) => item === goal)?.choice;
  await expect.poll(choice, WORKING).toBeCloseTo(promised, 6);
  expect((await app.ranking())[rank - 1].item).toBe(goal);
  await page.keyboard.press('Control+z');
  await expect.poll(() => app.ranking(), WORKING).toEqual(before);
  expect(app.complaints).toEqual([]);
});

test('a new review may change too, and a search can be stopped', async ({ page }) => {
  // What was found is held back until the search was stopped.
  const letThrough = await holdAnswers(page, 'goalSeek');
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
  await letThrough();
  await expect(app.id('goal-outcome')).toBeHidden();
  await app.seek();
  await expect(app.id('goal-step').nth(1)).toBeAttached();
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
  const last = card.locator('tbody tr').last().locator('td');
  // The list, then the words.
  for (const k of [0, 1]) await expect(last.nth(k)).toHaveText('1.00');
  // Mean and range where one review is missing.
  await expect(last.nth(2)).toHaveText(/^[01]\.\d\d( [01]\.\d\d to [01]\.\d\d)?$/);
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
    await expect(app.id(`panel-table-${panel}`).locator('tbody tr')).toHaveCount(6);
  }
  // Somebody new has no words that could be kept.
  await expect(app.id('panel-words')).toHaveCount(0);
  await card.getByText('What was taken').click();
  await expect(app.id('loop-pick')).toHaveCount(5);
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
  await expect(app.id('recommendation-row').first()).toHaveAttribute('data-item', picks[0] ?? '');
  expect(app.complaints).toEqual([]);
});

test('feedback loop: a run that is stopped keeps the rounds it came through', async ({ page }) => {
  // However fast the rounds are, the run is not over before it is stopped.
  const letThrough = await holdAnswers(page, 'feedbackLoop');
  const app = new LabsPage(page);
  await app.openLabs();
  await app.id('loop-rounds').selectOption('20');
  await app.id('loop-gives').selectOption('top');
  await app.id('loop-run').click();
  await expect(app.id('lab-running')).toContainText(/[1-9]\d* reviews of 120/, WORKING);
  await expect(app.id('panel-words')).toBeVisible();
  await app.id('lab-stop').click();
  await expect(app.id('lab-running')).toBeHidden();
  await letThrough();
  await expect(app.id('loop')).toContainText('Stopped; this is how far it came.');
  await expect(app.id('loop-apply')).toBeHidden();
  expect(app.complaints).toEqual([]);
});

test('no serious violation in light and dark, and no sideways scrolling on a phone', async ({ page }) => {
  const app = new LabsPage(page);
  await app.openLabs('teas');
  await app.seek();
  await app.id('cold-run').click();
  await expect(app.id('cold').locator('table')).toBeAttached(WORKING);
  await app.id('loop-rounds').selectOption('5');
  await app.id('loop-run').click();
  await expect(app.id('loop-outcome')).toBeVisible(WORKING);
  expect(await seriousInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousInBoth(page)).toEqual([]);
  await app.fits(390);
});
