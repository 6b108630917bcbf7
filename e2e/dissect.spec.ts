import { expect, test } from '@playwright/test';
import { App, numbers } from './app';
import { serious } from './axe';
import { holdAnswers } from './held';
import { manifestOf } from './madeEvidence';

const WORKING = { timeout: 60_000 };

/** The microscope’s dissection as somebody uses it. */
class DissectPage extends App {
  override async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.id('source-badge')).toBeVisible({ timeout: 60_000 });
  }

  async freeze(
    side: 'user' | 'item',
    gate: 'update' | 'reset',
    choice: 'learned' | '0' | '1',
  ): Promise<void> {
    await this.id(`freeze-${side}-${gate}`).getByText(choice, { exact: true }).click();
  }

  async number(name: string, attribute: string): Promise<number> {
    return Number(await this.id(name).getAttribute(attribute));
  }
}

test('freeze, hold, hide and shuffle; undo gives back the very numbers; a link carries it, on wasm', async ({
  page,
  browser,
}) => {
  test.setTimeout(400_000);
  const app = new DissectPage(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
  await app.selectRecommendation(0);
  const trained = await app.ranking();
  await page.keyboard.press('6');
  await app.id('tab-alter').click();
  await expect(app.id('dissect')).toContainText('Nothing is altered');

  // Nothing is learned from any review: everybody stays where everybody starts.
  await app.freeze('user', 'update', '1');
  await expect(app.id('altered')).toContainText('update gate of people frozen at 1', WORKING);
  await expect.poll(app.log, WORKING).not.toBeNull();
  const one = app.log();
  await app.freeze('item', 'update', '1');
  await expect(app.id('altered')).toContainText('update gates frozen at 1', WORKING);
  // The address follows once everything has been worked out.
  await expect.poll(app.log, WORKING).not.toBe(one);
  await expect(app.id('source-badge')).toHaveAttribute('data-altered', 'true');
  await expect(app.id('consequences')).toContainText('update gates frozen at 1', WORKING);
  await expect.poll(() => app.number('dissect-moved', 'data-value')).toBeGreaterThan(0.1);
  await page.keyboard.press('4');
  await expect(app.id('map-title')).toBeVisible(WORKING);
  await page.keyboard.press('3');
  await expect(app.id('timeline')).toContainText('Nothing is left', WORKING);
  await expect
    .poll(async () => Math.max(...(await numbers(app.id('timeline-mark'), 'data-remaining'))))
    .toBe(0);
  await page.keyboard.press('1');
  await expect(app.id('altered')).toBeVisible();
  await expect.poll(() => app.ranking()).not.toEqual(trained);

  // The link opens as it is.
  const { hash } = new URL(await app.address(/view=/, false));
  const frozen = await app.ranking();
  const other = new DissectPage(await (await browser.newContext()).newPage());
  await other.openLive(`/?backend=wasm${hash}`);
  await expect(other.id('altered')).toContainText('update gates frozen at 1', WORKING);
  await expect.poll(() => other.ranking(), WORKING).toEqual(frozen);
  await other.page.context().close();

  // Two steps back: the very numbers.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(app.id('altered')).toBeHidden();
  await expect.poll(() => app.ranking(), WORKING).toEqual(trained);

  // Everything else at once, then taken back from the banner as one step.
  await page.keyboard.press('6');
  await app.id('clamp-d').fill('3');
  await app.id('clamp-to').fill('0.5');
  await app.id('clamp').click();
  await expect(app.id('altered')).toContainText('dimension 3 of people held at 0.50', WORKING);
  await page.keyboard.press('Alt+C');
  await expect(app.id('altered')).toContainText('counterparts hidden');
  await app.id('shuffle').click();
  await expect(app.id('dissect-order')).toContainText('seed 1');
  await expect(app.id('consequences')).toContainText('order shuffled, seed 1', WORKING);
  await app.id('dissect-measure').click();
  await expect(app.id('dissect-measured')).toBeVisible({ timeout: 120_000 });
  expect(await app.number('dissect-measured', 'data-after')).not.toBe(
    await app.number('dissect-measured', 'data-before'),
  );
  expect(await serious(page)).toEqual([]);
  await app.id('banner-unalter').click();
  await expect(app.id('altered')).toBeHidden();
  await page.keyboard.press('1');
  await expect.poll(() => app.ranking(), WORKING).toEqual(trained);
  await page.keyboard.press('Control+z');
  await expect(app.id('altered')).toContainText('order shuffled, seed 1', WORKING);
  expect(app.complaints).toEqual([]);
});

test('wasm and plain JavaScript agree; a comparison can be given up', async ({ page }) => {
  test.setTimeout(400_000);
  const letThrough = await holdAnswers(page, 'snapshot');
  const app = new DissectPage(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
  await app.menu('backend-details');
  await expect(app.id('precision')).toHaveAttribute('data-epsilon', String(2 ** -23));
  const errors = app.id('self-check').locator('[data-error]');
  // Choice scores as well, where the data set has any to compare with.
  await expect(errors).toHaveCount(manifestOf('teas').selfCheck.choices ? 5 : 4);
  expect(Math.max(...(await numbers(errors, 'data-error')))).toBeLessThan(1e-3);

  await app.id('compare-cpu').click();
  await expect(app.id('comparison-running')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.id('comparison-running')).toBeHidden();
  await letThrough();
  await app.id('compare-cpu').click();
  await expect(app.id('backend-comparison')).toBeVisible({ timeout: 240_000 });
  const states = await app.number('backend-comparison', 'data-states');
  expect(states).toBeGreaterThan(0);
  expect(states).toBeLessThan(1e-4);
  expect(await app.number('backend-comparison', 'data-ratings')).toBeLessThan(1e-3);
  await expect(app.id('backend-comparison')).toContainText('in the same order');
  // The page itself still runs where it ran.
  await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
  expect(app.complaints).toEqual([]);
});
