import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What keeps somebody from using the page, in words; empty when all is well. */
export async function serious(page: Page): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' | ')}`,
    );
}

/** The same in light and in dark colours, which the page takes from the system. */
export async function seriousInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    found.push(...(await serious(page)).map((one) => `${colorScheme}: ${one}`));
  }
  return found;
}

/** Waits until nothing fades or glides any more: half faded in, a text has less contrast than it will have. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const moving = () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    // A change that was just asked for begins to move with the frame after the next.
    await frame();
    await frame();
    for (let all = moving(); all.length > 0; all = moving()) {
      // Rejects where it was called off.
      await Promise.allSettled(all.map(({ finished }) => finished));
      await frame();
    }
  });
