import { expect, type Page, test } from '@playwright/test';
import { App } from './app';

const VIEWS = ['explore', 'evidence', 'timeline', 'map', 'labs', 'microscope', 'others'] as const;

/** What is there in a view once it has drawn itself. */
const DRAWN: Record<(typeof VIEWS)[number], string> = {
  explore: 'new-person',
  evidence: 'evidence-worth',
  timeline: 'effect',
  map: 'map-canvas',
  labs: 'goal-example',
  microscope: 'truth-table',
  others: 'other-drex',
};

/** Buttons, fields and folds that are smaller than a fingertip; words in a sentence, and numbers, are not among them. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pressed = 'button, a[href], input, select, textarea, summary, [role="tab"]';
    const inText =
      '.link, .num, p a, p .text-button, td .text-button, .visually-hidden *, [aria-hidden="true"], [data-mark]';
    return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((one) => {
      if (!one.checkVisibility({ opacityProperty: true }) || one.matches(inText)) return [];
      const box = (one.closest('label, .mantine-Switch-body') ?? one).getBoundingClientRect();
      const around = getComputedStyle(one, '::after');
      const more = around.position === 'absolute' && around.content !== 'none';
      const width = Math.max(box.width, more ? Number.parseFloat(around.width) : 0);
      const height = Math.max(box.height, more ? Number.parseFloat(around.height) : 0);
      if (box.width <= 1 || (width >= 43.5 && height >= 43.5)) return [];
      return [
        `${one.tagName} ${one.ariaLabel ?? one.textContent} ${Math.round(width)} × ${Math.round(height)}`,
      ];
    });
  });

for (const width of [360, 390])
  test(`no view goes sideways on a phone of ${width} pixels, and a finger finds what it presses`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new App(page);
    await app.openLive('/?backend=wasm&dataset=teas');
    const small: string[] = [];
    for (const view of VIEWS) {
      await app.goTo(view);
      await expect(app.id(DRAWN[view]).first()).toBeAttached({ timeout: 60_000 });
      await app.fits(width);
      small.push(...(await tooSmall(page)).map((one) => `${view}: ${one}`));
    }
    expect(small).toEqual([]);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'About this page, its words and keys' });
    await expect(help).toBeVisible();
    expect(await help.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    expect(app.complaints).toEqual([]);
  });

test('on a phone the update goes from top to bottom, as wide as its place, and a tap goes to a station', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await app.goTo('microscope');
  const diagram = app.id('diagram');
  await expect(diagram).toBeVisible();
  const size = await diagram.locator('svg').boundingBox();
  expect(size?.height ?? 0).toBeGreaterThan(size?.width ?? 0);
  expect(await diagram.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await diagram.getByText('Features x').click();
  await expect(app.id('station')).toHaveAttribute('data-station', 'fusion');
  expect(app.complaints).toEqual([]);
});

test('an example in a field can be read', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const app = new App(page);
    await app.open('/?backend=wasm&dataset=teas');
    const ratio = await app.id('review-text').evaluate((field) => {
      const paint = document.createElement('canvas').getContext('2d');
      const light = (colour: string) => {
        if (!paint) return 0;
        paint.fillStyle = colour;
        paint.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map((one) => {
          const c = one / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ends = [
        light(getComputedStyle(field, '::placeholder').color),
        light(getComputedStyle(field).backgroundColor),
      ].sort((a, b) => b - a);
      return (ends[0] + 0.05) / (ends[1] + 0.05);
    });
    expect(ratio).toBeGreaterThan(4.5);
  }
});

test('on a phone somebody new is led to the form, and what a review did stands where it was sent', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await page.getByText('Who', { exact: true }).click();
  await app.id('new-person').click();
  await expect(app.id('newcomer-row')).toContainText('no reviews yet');
  await expect(app.id('newcomer-row')).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Write a review' }).first().click();
  const form = page.getByRole('region', { name: 'Write a review' });
  await expect(form).toBeVisible();
  await app.id('review-item').fill('Midnight Heron');
  await page.getByRole('option').first().click();
  await app.rate(4);
  await form.getByRole('button', { name: /^Less, by/ }).click();
  await expect(app.id('review-rating')).toContainText('3.5 of 5');
  await form.getByRole('button', { name: 'Take the rating back' }).click();
  await expect(app.id('review-rating')).toContainText('not given');
  await app.rate(5);
  await app.id('review-add').click();
  await expect(app.id('difference')).toBeVisible();
  await expect(app.id('review-add')).toBeHidden();
  await expect(form.getByText('Added:')).toBeFocused();
  await expect(app.id('difference').getByRole('heading', { level: 2 })).toBeInViewport();
  await expect(page.getByText('The list before and after')).toBeInViewport();
  await form.getByRole('button', { name: 'Write another' }).click();
  await expect(app.id('review-text')).toBeFocused();
  expect(app.complaints).toEqual([]);
});
