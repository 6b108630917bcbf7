import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface RunOnly {
  readonly type: 'rule';
  readonly values: string[];
}

/**
 * What keeps somebody from using the page, in words; empty when all is well.
 * @param within a part of it, where nothing else has changed since all of it was looked at
 */
export const serious = (page: Page, within?: string): Promise<string[]> => analysed(page, undefined, within);

/** The same in light and in dark colours, which the page takes from the system. */
export async function seriousInBoth(page: Page): Promise<string[]> {
  await showIn(page, 'dark');
  // What is no matter of colours is the same in both.
  const dark = await analysed(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });
  await showIn(page, 'light');
  return [...dark.map((one) => `dark: ${one}`), ...(await serious(page))];
}

async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}

async function analysed(page: Page, runOnly?: RunOnly, within?: string): Promise<string[]> {
  await settled(page);
  // The page has no frames, which the other mode is for, and no style sheets of others to be fetched.
  const whole = new AxeBuilder({ page });
  const { violations } = await (within ? whole.include(within) : whole)
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false, ...(runOnly && { runOnly }) })
    .analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' | ')}`,
    );
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
