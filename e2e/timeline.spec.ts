import { expect, test } from '@playwright/test';
import { App, type Backend } from './app';
import { serious } from './axe';

/** An emulated GPU replays for many seconds. */
const WORKING = { timeout: 40_000 };

/** The timeline as somebody uses it. */
class TimelinePage extends App {
  marks = () => this.id('timeline-mark');

  async remaining(): Promise<number[]> {
    return this.marks().evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-remaining'))));
  }

  /** Opens the timeline itself, on which nothing is recommended. */
  override async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.id('source-badge')).toBeVisible({ timeout: 60_000 });
  }

  /** Waits for as many marks, and for what is asked about the picked one. */
  async settled(marks: number): Promise<void> {
    await expect(this.marks()).toHaveCount(marks, WORKING);
  }
}

const STEPS: Record<Backend, number> = { wasm: 3, webgpu: 1, cpu: 1 };

for (const backend of ['wasm', 'webgpu'] as const)
  test(`scrub, delete an early interaction, undo, branch, compare and share on ${backend}`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(400_000);
    const app = new TimelinePage(page);
    await app.openLive(`/?backend=${backend}`);
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', backend);
    await app.selectRecommendation(0);
    await app.id('view-timeline').click();
    await expect(app.marks().first()).toBeVisible(WORKING);
    const n = await app.marks().count();
    const now = await app.remaining();
    expect(n).toBeGreaterThan(5);
    // The heaviest is looked at closely at once, with both effects.
    await expect(app.id('effect')).toBeVisible(WORKING);
    const heaviest = now.indexOf(Math.max(...now));
    await expect(app.marks().nth(heaviest)).toHaveAttribute('aria-pressed', 'true');

    // The parts of the prediction add up to it.
    const fall = app.id('waterfall');
    const parts = await app
      .id('waterfall-part')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-value'))));
    const total = Number(await fall.getAttribute('data-total'));
    expect(Math.abs(parts.reduce((a, b) => a + b, 0) - total)).toBeLessThan(1e-3);

    // Scrub: everything follows, and the page says so.
    for (let step = 0; step < STEPS[backend]; step++) await page.keyboard.press(',');
    await expect(app.id('past-banner')).toContainText('You look at the past', WORKING);
    await expect(app.id('timeline-moment')).toContainText(`just after ${n + 1 - STEPS[backend]} of ${n}`);
    await app.id('view-explore').click();
    await expect(app.id('history-row')).toHaveCount(n + 1 - STEPS[backend]);
    await app.id('view-timeline').click();
    await page.keyboard.press('p');
    await expect(app.id('past-banner')).toBeHidden(WORKING);

    // What if an early one had not been? The branch tells, and undo brings back the very numbers.
    await app.marks().nth(1).click();
    await expect(app.id('effect')).toBeVisible(WORKING);
    const key = await app.id('picked').getAttribute('data-key');
    await expect(app.id('effect')).toHaveAttribute('data-key', key ?? '');
    const promised = await app.id('effect-prediction').getAttribute('data-before');
    await app.id('branch').click();
    await app.id('delete-interaction').click();
    await app.settled(n - 1);
    await expect(app.id('comparison')).toBeVisible(WORKING);
    // The branch gives what was promised for the case that it had not happened.
    const after = Number(await fall.getAttribute('data-total'));
    expect(Math.abs(after - Number(promised))).toBeLessThan(1e-4);
    const without = await app.remaining();
    const url = page.url();
    await app.id('branch-drop').click();
    await app.settled(n);
    expect(await app.remaining()).toEqual(now);
    await app.id('undo').click();
    await app.settled(n - 1);
    expect(await app.remaining()).toEqual(without);

    if (backend === 'wasm') {
      // The link restores the branch for somebody else.
      const other = new TimelinePage(await (await browser.newContext()).newPage());
      await other.page.goto(url);
      await other.settled(n - 1);
      await expect
        .poll(async () => Math.max(...(await other.remaining()).map((v, k) => Math.abs(v - without[k]))))
        .toBeLessThan(1e-5);
      expect(other.complaints).toEqual([]);
      await other.page.context().close();
    }
    expect(app.complaints).toEqual([]);
  });

test('every verb changes history and is undone', async ({ page }) => {
  test.setTimeout(120_000);
  const app = new TimelinePage(page);
  await app.openLive('/?backend=wasm#view=timeline');
  await expect(app.id('effect')).toBeVisible();
  const n = await app.marks().count();
  const now = await app.remaining();
  const differs = () =>
    expect.poll(async () => JSON.stringify(await app.remaining())).not.toBe(JSON.stringify(now));
  const same = () => expect.poll(async () => JSON.stringify(await app.remaining())).toBe(JSON.stringify(now));
  for (const verb of ['move-earlier', 'mute-rating', 'mute-text', 'mute-aspects'] as const) {
    await app.id(verb).click();
    await differs();
    await page.keyboard.press('Control+z');
    await same();
  }
  await page.keyboard.press('e');
  await expect(app.id('edit-form')).toBeVisible();
  await page.locator('textarea').first().fill('Awful, thin and sour.');
  await app.id('edit-save').click();
  await differs();
  await expect(app.id('picked')).toContainText('edited here');
  await page.keyboard.press('Control+z');
  await same();
  await app.id('everywhere-rating').locator('..').click();
  await differs();
  await expect(app.id('past-banner')).toContainText('rating');
  await app.id('reset').click();
  await same();
  await page.keyboard.press('Control+z');
  await differs();
  await expect(app.marks()).toHaveCount(n);
  expect(app.complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('no serious violation, and no sideways scrolling on a phone', async ({ page }) => {
      const app = new TimelinePage(page);
      await app.openLive('/?backend=wasm#view=timeline');
      await expect(app.id('effect')).toBeVisible();
      expect(await serious(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await serious(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    });
  });
