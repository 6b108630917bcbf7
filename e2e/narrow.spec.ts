import { expect, test } from '@playwright/test';
import { App } from './app';

test('on a projector every word of Explore can be read, and every box of the microscope has its edges', async ({
  page,
}) => {
  const app = new App(page);
  await page.setViewportSize({ width: 960, height: 540 });
  // Long names of people, books and houses.
  await app.open('/?backend=wasm&dataset=books', 120_000);
  await expect(app.id('reason').first()).toBeVisible();
  await expect(app.id('history-row').first()).toBeVisible();
  const cut = await page
    .locator('main')
    .locator(
      '[data-testid=reason] span, [data-testid=history-row] [title], .mantine-SegmentedControl-label, [data-testid=new-person]',
    )
    .evaluateAll((all) =>
      all
        .filter(
          (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible',
        )
        .map((one) => one.textContent),
    );
  expect(cut).toEqual([]);
  // The last of the lists is within its card.
  const inside = await app.page
    .locator('main .mantine-SegmentedControl-root')
    .filter({ hasText: 'For everyone' })
    .evaluate((one) => {
      const right = one.getBoundingClientRect().right + 1;
      return [...one.querySelectorAll('label')].every(
        (label) => label.getBoundingClientRect().right <= right,
      );
    });
  expect(inside).toBe(true);
  // A placeholder is as wide as the same words typed.
  const search = app.id('person-search');
  const hint = (await search.getAttribute('placeholder')) ?? '';
  expect(hint).not.toBe('');
  await search.fill(hint);
  expect(await search.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await search.fill('');
  // Who wrote a book, and how it would be rated, do not run into each other.
  const meet = await app.id('recommendation-row').evaluateAll((rows) =>
    rows.filter((row) => {
      const [words, end] = [row.querySelector('button .note'), row.querySelector('button + div')];
      if (!words || !end) return true;
      const { left, top, bottom } = end.getBoundingClientRect();
      // What has no room on the line is not shown.
      const shown = [...words.querySelectorAll('*')].filter(
        (one) => one.children.length === 0 && !one.closest('[inert]'),
      );
      return shown.some((one) =>
        [...one.getClientRects()].some(
          ({ right, top: t, bottom: b }) => right > left && t < bottom && b > top,
        ),
      );
    }),
  );
  expect(meet).toEqual([]);
  await app.fits(960);

  await page.setViewportSize({ width: 1440, height: 900 });
  await app.goTo('microscope');
  const picture = app.id('diagram').locator('svg').first();
  await expect(picture).toBeVisible();
  const beyond = await picture.evaluate((svg) => {
    const edge = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('rect')].filter((rect) => {
      const { left, right } = rect.getBoundingClientRect();
      // A line is drawn half outside its box.
      return left - 1 < edge.left || right + 1 > edge.right;
    }).length;
  });
  expect(beyond).toBe(0);
  expect(app.complaints).toEqual([]);
});
