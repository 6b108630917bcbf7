import { expect, test } from '@playwright/test';
import { App, type Backend, numbers } from './app';
import { serious, seriousInBoth } from './axe';

/** An emulated GPU replays for many seconds. */
const WORKING = { timeout: 40_000 };

/** The timeline as somebody uses it. */
class TimelinePage extends App {
  marks = () => this.id('timeline-mark');

  remaining = (): Promise<number[]> => numbers(this.marks(), 'data-remaining');

  /** Opens the timeline itself, on which nothing is recommended. */
  override async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.id('source-badge')).toBeVisible({ timeout: 60_000 });
  }

  /** Waits for as many marks. */
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
    // The emulated GPU takes its time: a small set tells as much.
    await app.openLive(`/?backend=${backend}&dataset=${backend === 'webgpu' ? 'teas' : 'beers'}`);
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', backend);
    await app.selectRecommendation(0);
    await app.goTo('timeline');
    // The heaviest is looked at closely at once, with both effects.
    await expect(app.id('effect')).toBeVisible(WORKING);
    const n = await app.marks().count();
    const now = await app.remaining();
    expect(n).toBeGreaterThan(5);
    const heaviest = now.indexOf(Math.max(...now));
    await expect(app.marks().nth(heaviest)).toHaveAttribute('aria-pressed', 'true');

    // The parts of the choice score add up to it.
    const fall = app.id('waterfall');
    await expect(app.id('waterfall-part').first()).toBeVisible(WORKING);
    const parts = await numbers(app.id('waterfall-part'), 'data-value');
    const total = async () => Number(await fall.getAttribute('data-total'));
    expect(Math.abs(parts.reduce((a, b) => a + b, 0) - (await total()))).toBeLessThan(1e-3);

    // Scrub: everything follows, and the page says so.
    for (let step = 0; step < STEPS[backend]; step++) await page.keyboard.press(',');
    await expect(app.id('past-banner')).toContainText('You look at the past', WORKING);
    await expect(app.id('timeline-moment')).toContainText(`just after ${n + 1 - STEPS[backend]} of ${n}`);
    await app.goTo('explore');
    await expect(app.id('history-row')).toHaveCount(n + 1 - STEPS[backend]);
    await app.goTo('timeline');
    await page.keyboard.press('p');
    await expect(app.id('past-banner')).toBeHidden(WORKING);

    // What if an early one had not been? The branch tells, and undo brings back the very numbers.
    await app.marks().nth(1).click();
    await expect(app.id('effect')).toBeVisible(WORKING);
    const key = await app.id('picked').getAttribute('data-key');
    await expect(app.id('effect')).toHaveAttribute('data-key', key ?? '');
    const promised = Number(await app.id('effect').getAttribute('data-choice'));
    await app.id('branch').click();
    await app.id('delete-interaction').click();
    await app.settled(n - 1);
    await expect(app.id('comparison')).toBeVisible(WORKING);
    // The branch gives what was promised for the case that it had not happened.
    await expect.poll(async () => Math.abs((await total()) - promised), WORKING).toBeLessThan(1e-4);
    const without = await app.remaining();
    const url = await app.address(/log=/);
    await app.id('branch-drop').click();
    await app.settled(n);
    await expect.poll(app.remaining).toEqual(now);
    await app.id('undo').click();
    await app.settled(n - 1);
    await expect.poll(app.remaining).toEqual(without);

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

test('it opens on the reviews that hold half of what is remembered', async ({ page }) => {
  const app = new TimelinePage(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await page.keyboard.press('3');
  const parts = app.id('half').getByRole('button');
  await expect(parts.first()).toBeVisible(WORKING);
  const left = (await app.remaining()).sort((a, b) => b - a);
  const all = left.reduce((sum, one) => sum + one, 0);
  let [n, sum] = [0, 0];
  while (sum < all / 2) sum += left[n++];
  const words = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
  await expect(app.id('timeline').locator('h2')).toContainText(
    `${words[n] ?? n} of ${left.length} reviews by`,
  );
  await parts.nth(1).click();
  await expect(app.id('picked').locator('h2')).toContainText(
    (await parts.nth(1).locator('span').first().textContent()) ?? '–',
  );
  expect(app.complaints).toEqual([]);
});

test('every verb changes history and is undone', async ({ page }) => {
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

test('leaves out every interaction at once: the marks, the table and the single effect say the same', async ({
  page,
}) => {
  const app = new TimelinePage(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
  await app.selectRecommendation(0);
  await app.goTo('timeline');
  await expect(app.id('effect')).toBeVisible(WORKING);
  const without = () => numbers(app.marks(), 'data-without');
  await page.keyboard.press('s');
  await expect(app.id('left-out')).toBeVisible(WORKING);
  await expect.poll(async () => Math.min(...(await without()))).toBeGreaterThan(0);
  const moved = await without();

  // What the batch says of the picked one is what imagining it away alone says.
  const picked = await app.marks().evaluateAll((all) => all.findIndex((one) => one.ariaPressed === 'true'));
  await expect(app.id('effect')).toContainText(moved[picked].toFixed(3));
  await page.getByText('As a table', { exact: true }).click();
  const row = page.locator('table:has(caption:text("What is left")) tbody tr').nth(picked);
  await expect(row.locator('td').filter({ hasText: moved[picked].toFixed(3) })).not.toHaveCount(0);
  await expect(row.locator('td').last()).toHaveText(/^\d+$/);

  // Another moment is another answer, without what had not happened then, and back is the same one.
  await page.keyboard.press(',');
  await page.keyboard.press(',');
  await expect(app.marks().last()).toHaveAttribute('data-happened', 'false', WORKING);
  await expect.poll(async () => Math.abs((await without())[0] - moved[0]), WORKING).toBeGreaterThan(0);
  expect((await without()).at(-1)).toBeNaN();
  await page.keyboard.press('p');
  await expect.poll(without, WORKING).toEqual(moved);
  await page.keyboard.press('s');
  await expect(app.id('left-out')).toBeHidden();
  expect(app.complaints).toEqual([]);
});

test('a link has the side and the picked mark, also that nothing is picked', async ({ page }) => {
  const app = new TimelinePage(page);
  await app.openLive('/?backend=wasm#view=timeline');
  await expect(app.id('effect')).toBeVisible(WORKING);
  const pressed = app.marks().and(page.locator('[aria-pressed="true"]'));
  const heaviest = await pressed.getAttribute('data-mark');
  await app.marks().nth(1).click();
  const picked = await app.marks().nth(1).getAttribute('data-mark');
  expect(picked).not.toBe(heaviest);
  await expect(page).toHaveURL(new RegExp(`picked=${picked}`));
  await page.reload();
  await expect(pressed).toHaveAttribute('data-mark', picked ?? '', WORKING);
  // Once more, and nothing is picked.
  await app.marks().nth(1).click();
  await expect(page).toHaveURL(/picked=none/);
  await page.reload();
  await expect(app.marks().first()).toBeVisible(WORKING);
  await expect(pressed).toHaveCount(0);
});

test('any two moments side by side, what is pointed at lit on both', async ({ page }) => {
  const app = new TimelinePage(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.selectRecommendation(0);
  await app.goTo('timeline');
  await expect(app.id('compare-same')).toBeVisible(WORKING);
  const moments = app.id('compare-left-at').locator('option');
  await expect.poll(() => moments.count()).toBeGreaterThan(5);
  const early = await moments.nth(5).getAttribute('value');
  await app.id('compare-left-at').selectOption(early);
  const comparison = app.id('comparison');
  await expect(comparison).toBeVisible(WORKING);
  const apart = Number(await comparison.getAttribute('data-apart'));
  expect(apart).toBeGreaterThan(0);
  const rows = comparison.getByTestId('rank-change');
  await expect(rows.nth(19)).toBeAttached();

  // By key: an item of the table lights its slope, and by pointer the other way round.
  const item = await rows.nth(1).getAttribute('data-item');
  await rows.nth(1).locator('[tabindex]').focus();
  const slope = page.locator(`[data-slope="${item}"]`);
  await expect(slope).toHaveAttribute('data-lit', 'true');
  const other = await rows.nth(4).getAttribute('data-item');
  await page.locator(`[data-slope="${other}"]`).hover();
  await expect(rows.nth(4)).toHaveAttribute('data-lit', 'true');
  await expect(rows.nth(1)).toHaveAttribute('data-lit', 'false');

  // A word of both profiles is lit in both.
  const words = (side: string) =>
    app
      .id(`compare-words-${side}`)
      .locator('[data-word]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-word')));
  for (const side of ['person', 'item'])
    await expect(app.id(`compare-words-${side}`).locator('[data-word]').first()).toBeAttached();
  const ofItem = new Set(await words('item'));
  const shared = (await words('person')).find((word) => ofItem.has(word));
  expect(shared).toBeTruthy();
  await app.id('compare-words-person').locator(`[data-word="${shared}"]`).hover();
  for (const side of ['person', 'item'])
    await expect(app.id(`compare-words-${side}`).locator(`[data-word="${shared}"]`)).toHaveAttribute(
      'data-lit',
      'true',
    );

  // A dimension is read out in numbers.
  await app.id('compare-strip').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(app.id('compare-dimension')).toContainText(/Dimension 1\. The person: −?\d\.\d{3} → /);
  await app.id('compare-strip').nth(1).locator('[data-dimension="3"]').first().hover();
  await expect(app.id('compare-dimension')).toContainText('Dimension 3.');

  // The other way round it is as far apart.
  await app.id('compare-swap').click();
  await expect(app.id('compare-right-at')).toHaveValue(early ?? '');
  // The link has both ends.
  await page.reload();
  await expect(app.id('compare-right-at')).toHaveValue(early ?? '', WORKING);
  await expect.poll(async () => Number(await comparison.getAttribute('data-apart'))).toBeCloseTo(apart, 9);
  expect(await serious(page)).toEqual([]);
  expect(app.complaints).toEqual([]);
});

test('no serious violation in light and dark, and no sideways scrolling on a phone', async ({ page }) => {
  const app = new TimelinePage(page);
  await app.openLive('/?backend=wasm#view=timeline');
  await expect(app.id('effect')).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousInBoth(page)).toEqual([]);
  await app.fits(390);
});
