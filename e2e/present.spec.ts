import { expect, type Page, test } from '@playwright/test';
import { seriousInBoth } from './axe';

const LESSON = '/?lesson=one-review&dataset=teas&backend=wasm&present';

/** Pixels of the smallest prose that is drawn of what is said. */
const smallestProse = (page: Page): Promise<number> =>
  page
    .locator('[data-testid="lesson-step"] :is(h2, p, legend, label)')
    .evaluateAll((all) =>
      Math.min(
        ...all
          .filter((one) => one.checkVisibility())
          .map((one) => parseFloat(getComputedStyle(one).fontSize)),
      ),
    );

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 960, height: 540 },
])
  test.describe(`on ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('a lesson is shown one panel at a time, by the keys of a remote', async ({ page }) => {
      await page.goto(LESSON);
      const bar = page.getByTestId('present');
      const said = page.getByTestId('lesson-step');
      const rows = page.getByTestId('recommendation-row');
      await expect(said).toBeVisible({ timeout: 60_000 });
      await expect(bar).toHaveAttribute('data-panel', 'words');
      await expect(rows.first()).toBeHidden();
      expect(await smallestProse(page)).toBeGreaterThanOrEqual(24);
      const first = await said.getAttribute('data-step');

      // What does not fit is scrolled to first.
      const on = async (key: string, panel: 'words' | 'stage') =>
        expect(async () => {
          await page.keyboard.press(key);
          expect(await bar.getAttribute('data-panel')).toBe(panel);
        }).toPass();
      await on('PageDown', 'stage');
      await expect(rows.first()).toBeVisible();
      await expect(said).toBeHidden();
      await on('PageUp', 'words');
      await expect(said).toHaveAttribute('data-step', first ?? '');
      await on('ArrowRight', 'stage');
      await on('ArrowRight', 'words');
      await expect(said).not.toHaveAttribute('data-step', first ?? '');
      await on('ArrowLeft', 'stage');
      await expect(bar).toContainText('step 1 of');
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
    });
  });

test('what is pressed is seen, by pointer and by key, with and without motion', async ({ page }) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.goto(LESSON);
    const on = page.getByTestId('present-on');
    await expect(on).toBeVisible({ timeout: 60_000 });
    // Rings go by themselves: what was there is noted as it comes.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLElement && 'presentRing' in node.dataset)
              seen.push(getComputedStyle(node).animationName);
      }).observe(document.body, { childList: true });
    });
    const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await page.mouse.click(400, 300);
    await expect.poll(async () => (await seen()).length).toBe(1);
    await on.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await seen()).length).toBe(2);
    if (reducedMotion === 'reduce') expect(await seen()).toEqual(['none', 'none']);
    else expect(await seen()).not.toContain('none');
  }
});

test('both panels keep nobody out, in light and in dark', async ({ page }) => {
  await page.goto(LESSON);
  await expect(page.getByTestId('lesson-step')).toBeVisible({ timeout: 60_000 });
  expect(await seriousInBoth(page)).toEqual([]);
  await page.getByTestId('present-on').click();
  await expect(page.getByTestId('recommendation-row').first()).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
});

test('help lists the keys of a presentation', async ({ page }) => {
  await page.goto(LESSON);
  await expect(page.getByTestId('lesson-step')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('?');
  const help = page.getByRole('dialog');
  await expect(help.getByText('A lesson shown to a class: on by one panel')).toBeVisible();
  await expect(help.getByText('Page Down')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByTestId('present')).toHaveAttribute('data-panel', 'words');
});
