import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';

/** Paper, and the pixels between the margins: 15 mm left and right. */
const PAPER = [
  { format: 'A4', width: 680, height: 1024 },
  { format: 'Letter', width: 703, height: 957 },
] as const;

const LESSONS: readonly { readonly id: string; readonly dataset: string }[] = JSON.parse(
  readFileSync('public/lessons/index.json', 'utf8'),
).lessons;

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

async function open(page: Page, asked: string): Promise<App> {
  const app = new App(page);
  await page.goto(`/?sheet=${asked}&backend=wasm`);
  await expect(app.id('sheet')).toHaveAttribute('data-whole', 'true', { timeout: 90_000 });
  return app;
}

/** What reaches over the edge of the paper, or is taller than a page and would be cut. */
const cut = (page: Page, height: number): Promise<string[]> =>
  page.evaluate((most) => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-testid="sheet"] *')];
    return all
      .filter((one) => {
        const { right, left, height } = one.getBoundingClientRect();
        const whole = getComputedStyle(one).breakInside === 'avoid' && height > most;
        return right > innerWidth + 1 || left < -1 || whole || one.scrollWidth > one.clientWidth + 1;
      })
      .filter((one) => one.clientWidth > 0)
      .map((one) => `${one.tagName} ${one.textContent?.slice(0, 40)}`);
  }, height);

for (const { id, dataset } of LESSONS)
  test(`sheet and key of ${id} print on one or two pages, and nothing is cut`, async ({ page }) => {
    for (const key of ['', '&key']) {
      // The part of an address behind ? alone loads the page anew.
      const app = await open(page, `${id}&dataset=${dataset}${key}`);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const { format, width, height } of PAPER) {
        await page.setViewportSize({ width, height });
        expect(await cut(page, height), `${format}${key}`).toEqual([]);
        await expect(page.getByRole('navigation')).toBeHidden();
        await expect(app.id('sheet').getByRole('button')).toHaveCount(0);
        const pages = pagesOf(await page.pdf({ format }));
        expect(pages, `${format}${key}`).toBeGreaterThan(0);
        expect(pages, `${format}${key}`).toBeLessThanOrEqual(2);
      }
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
      await expect(app.id('sheet')).toContainText(`?lesson=${id}`);
      await expect(app.id('sheet')).toContainText(/model [0-9a-f]{12}/);
      expect(app.complaints).toEqual([]);
    }
  });

test('the sheet has blanks where the key has the numbers of the model, and what they are made of on both', async ({
  page,
}) => {
  const app = await open(page, 'inside-one-update&dataset=teas');
  const check = app.id('sheet').locator('[data-step="first"] [data-check]').last();
  await expect(check).toContainText('(1 − ');
  const operands = Array.from(
    ((await check.textContent()) ?? '').matchAll(/(\p{L}+)[^ ,]* = (−?[\d.]+)/gu),
    ([, name, value]) => [name[0], Number(value.replace('−', '-'))],
  );
  const { u, n, z } = Object.fromEntries(operands);
  await expect(check.getByLabel('to be filled in')).toHaveCount(1);
  // Beside each formula there is a line for the working, as tall as a hand writes.
  const formulas = app.id('sheet').locator('[data-check]').filter({ hasText: ', with ' });
  const working = app.id('sheet').locator('[data-working]');
  expect(await working.count()).toBe(await formulas.count());
  await expect(formulas.locator('[data-working]')).toHaveCount(await formulas.count());
  for (const line of await working.all()) {
    const { width, height } = (await line.boundingBox()) ?? { width: 0, height: 0 };
    expect(width).toBeGreaterThan(200);
    expect(height).toBeGreaterThan(25);
  }
  await expect(app.id('sheet-answer')).toHaveCount(0);
  expect(await seriousInBoth(page)).toEqual([]);

  await page.getByRole('link', { name: 'To the key' }).click();
  await expect(app.id('sheet')).toHaveAttribute('data-whole', 'true', { timeout: 90_000 });
  const result = Number((await check.locator('strong').textContent())?.replace('−', '-'));
  expect(Math.abs(result - ((1 - z) * n + z * u))).toBeLessThan(0.001);
  await expect(check.getByLabel('to be filled in')).toHaveCount(0);
  await expect(working).toHaveCount(0);
  await expect(app.id('sheet-answer').first()).not.toBeEmpty();
  expect(await seriousInBoth(page)).toEqual([]);
});
