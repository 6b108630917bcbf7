import { expect, type Locator, test } from '@playwright/test';
import { App, numbers } from './app';
import { seriousInBoth } from './axe';

/** Half of the last digit that is written. */
const HALF = 0.005;

/** A row of a sum: how far in it stands, and the number that is written. */
interface Written {
  readonly level: number;
  readonly value: number;
}

const written = (sum: Locator): Promise<Written[]> =>
  sum.locator('tbody tr[data-value]').evaluateAll((rows) =>
    rows.map((row) => ({
      level: Number(row.getAttribute('data-level')),
      value: Number(row.querySelector('td:last-child')?.textContent?.replace('−', '-')),
    })),
  );

/** What is written below each row, further in, sums to what is written there; and the outermost to the score. */
function recombines(rows: readonly Written[], score: number): void {
  const sums = (parts: readonly Written[], whole: number) => {
    const sum = parts.reduce((total, { value }) => total + value, 0);
    expect(Math.abs(sum - whole)).toBeLessThanOrEqual(HALF * (parts.length + 1) + 1e-9);
  };
  sums(
    rows.filter(({ level }) => level === 0),
    score,
  );
  rows.forEach(({ level, value }, k) => {
    const next = rows.findIndex((one, at) => at > k && one.level <= level);
    const inside = rows.slice(k + 1, next < 0 ? undefined : next);
    const deepest = Math.min(...inside.map((one) => one.level));
    if (inside.length > 0)
      sums(
        inside.filter((one) => one.level === deepest),
        value,
      );
  });
}

/** Clicks at all of what is another button once it was clicked at. */
async function clickAll(buttons: Locator): Promise<void> {
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click();
    await expect(buttons).toHaveCount(left - 1);
  }
}

for (const [dataset, backend] of [
  ['teas', 'wasm'],
  ['teas', 'webgpu'],
  ['beers', 'wasm'],
  ['films', 'wasm'],
])
  test(`what is written as reasons of ${dataset} recombines to the score, down to pairs of reviews, on ${backend}`, async ({
    page,
  }) => {
    const app = new App(page);
    await app.openLive(`/?backend=${backend}&dataset=${dataset}`);
    for (const place of [0, 4]) {
      const row = app.id('recommendation-row').nth(place);
      await row.getByRole('button', { name: /show the sum/i }).click();
      const sum = row.getByTestId('choice-sum');
      const score = Number(await row.getAttribute('data-choice'));
      await expect(sum).toBeVisible();
      const total = await sum.locator('tr[data-total] td:last-child').textContent();
      expect(Math.abs(Number(total?.replace('−', '-')) - score)).toBeLessThanOrEqual(HALF + 1e-9);
      recombines(await written(sum), score);
      // Every reason named beside the item is a number of the sum, or of one that it has when all of it is shown.
      await clickAll(sum.getByRole('button', { name: /other (reviews|words)$/ }));
      const values = (await numbers(sum.locator('tr[data-value]'), 'data-value')).map((one) =>
        one.toFixed(6),
      );
      for (const reason of await numbers(row.getByTestId('reason'), 'data-value'))
        expect(values).toContain(reason.toFixed(6));
      await clickAll(sum.getByRole('button', { name: 'Show fewer' }));
      // One review of the person, by the reviews of the item.
      await sum
        .getByRole('button', { name: /^pairs of/ })
        .nth(1)
        .click();
      await expect(sum.locator('tr[data-level="2"]').first()).toBeVisible();
      recombines(await written(sum), score);
      // What a review said is quoted where the texts of the set ship, and nowhere else.
      const quotes = sum.getByRole('button', { name: /^what it said (of|by) / });
      expect((await quotes.count()) > 0).toBe(dataset === 'teas');
      if (place === 0 && backend === 'wasm') expect(await seriousInBoth(page)).toEqual([]);
      const pair = sum.locator('[data-of="choice-pair"]').nth(1);
      await pair.click();
      await expect(app.id('number-drawer')).toHaveAttribute('data-of', 'choice-pair');
      await app.id('number-close').click();
      await row.getByRole('button', { name: /hide the sum/i }).click();
    }
    expect(app.complaints).toEqual([]);
  });

/** How a button is pressed. */
const WAYS = {
  mouse: (button: Locator) => button.click(),
  keyboard: (button: Locator) => button.press('Enter'),
  finger: (button: Locator) => button.tap(),
};

/** Most presses from a row of the list to a weight. */
const MOST = 6;

for (const [way, press] of Object.entries(WAYS))
  test.describe(`by ${way} alone`, () => {
    if (way === 'finger') test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test('from a row of the list, by a pair of reviews, to a weight; and a word opens', async ({ page }) => {
      const app = new App(page);
      await app.openLive('/?backend=wasm&dataset=teas');
      // On a phone one part shows at a time.
      if (way === 'finger') await page.getByText('Picks', { exact: true }).tap();
      const row = app.id('recommendation-row').first();
      const drawer = app.id('number-drawer');
      await press(row.getByTestId('reason').first().getByTestId('num'));
      await expect(drawer).toBeVisible();
      await press(app.id('number-close'));
      await expect(drawer).toHaveCount(0);
      let pressed = 0;
      const next = async (button: Locator) => {
        pressed++;
        await press(button);
      };
      await next(row.getByRole('button', { name: /show the sum/i }));
      await next(row.getByRole('button', { name: /^pairs of/ }).nth(1));
      await next(row.locator('[data-of="choice-pair"]').nth(1));
      for (const of of ['choice-toward', 'weight']) {
        await next(drawer.locator(`button[data-testid="factor"][data-of="${of}"]`).first());
        await expect(drawer).toHaveAttribute('data-of', of);
      }
      await expect(drawer.getByTestId('leaf')).toContainText('learned weight');
      expect(pressed).toBeLessThanOrEqual(MOST);
      expect(app.complaints).toEqual([]);
    });
  });

const everyone = (app: App): Promise<(string | null)[]> =>
  app.id('everyone-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-item')));

test('the dial goes from everyone’s list to what is personal alone, stands in the link, and is undone', async ({
  page,
  context,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  const trained = await app.ranking();
  const popular = await everyone(app);
  const dial = app.id('dial').getByRole('slider');
  await dial.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(app.id('dial')).toHaveAttribute('data-times', '2');
  await expect(dial).toHaveAttribute('aria-valuetext', 'twice');
  await app.address(/popularity=2/);
  const row = app.id('recommendation-row').first();
  await row.getByRole('button', { name: /show the sum/i }).click();
  const sum = row.getByTestId('choice-sum');
  await expect(sum).toContainText('counted twice');
  await expect(sum.locator('tr[data-total]')).toHaveAttribute(
    'data-total',
    (await row.getAttribute('data-choice')) ?? '',
  );
  recombines(await written(sum), Number(await row.getAttribute('data-choice')));
  await row.getByRole('button', { name: /hide the sum/i }).click();

  await dial.focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => (await app.ranking()).map(({ item }) => item)).toEqual(popular);
  await expect(page.getByText('The same as everyone’s.')).toBeVisible();
  const url = await app.address(/popularity=alone/);
  await page.keyboard.press('End');
  await expect(app.id('dial')).toHaveAttribute('data-times', '0');
  await app.address(/popularity=0/);

  const other = new App(await context.newPage());
  await other.openLive(url);
  await expect(other.id('dial')).toHaveAttribute('data-times', 'Infinity');
  await expect.poll(async () => (await other.ranking()).map(({ item }) => item)).toEqual(popular);

  // Three steps of the dial, a step of undo each; the last one gives back exactly what was.
  for (const times of ['Infinity', '2', '1']) {
    await app.id('undo').click();
    await expect(app.id('dial')).toHaveAttribute('data-times', times);
  }
  await expect.poll(() => app.ranking()).toEqual(trained);
  await app.address(/popularity=/, false);
  await app.id('redo').click();
  await expect(app.id('dial')).toHaveAttribute('data-times', '2');
  expect(app.complaints).toEqual([]);
});

test('what both lists have lights up in both, by pointer and by keyboard', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  const own = new Set((await app.ranking()).map(({ item }) => item));
  const shared = (await everyone(app)).find((item) => item !== null && own.has(item));
  const [here, there] = ['recommendation-row', 'everyone-row'].map((name) =>
    page.locator(`[data-testid="${name}"][data-item="${shared}"]`),
  );
  await here.getByTestId('reason').first().hover();
  await expect(there).toHaveAttribute('data-lit', 'true');
  await page.mouse.move(0, 0);
  await there.getByRole('button').first().focus();
  await expect(here).toHaveAttribute('data-lit', 'true');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('everyone’s list is behind a switch', async ({ page }) => {
    const app = new App(page);
    await app.openLive('/?backend=wasm&dataset=teas');
    await page.getByText('Picks', { exact: true }).click();
    await expect(app.id('recommendation-row').first()).toBeVisible();
    await expect(app.id('everyone-row').first()).toBeHidden();
    await page.getByText('For everyone', { exact: true }).first().click();
    await expect(app.id('everyone-row').first()).toBeVisible();
    await expect(app.id('recommendation-row').first()).toBeHidden();
    await app.fits(390);
    expect(await seriousInBoth(page)).toEqual([]);
  });
});

test('“not bitter” is one unit in the draft, the evidence and the reasons, with the sign that it counts by', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await app.newPerson();
  await app.selectRecommendation(0);
  await page.locator('textarea').first().fill('Lovely jasmine, not at all bitter.');
  await expect(app.id('review-denied')).toHaveText('not at all bitter');
  await expect(page.getByText('it says not bitter')).toBeVisible();
  await app.review('Lovely jasmine, not at all bitter.');
  await expect(app.id('history-row').first()).toContainText('not bitter');
  const word = app.id('profile-person').locator('[data-word="bitter"]');
  // Liked as not bitter: it counts against the word.
  expect(Number(await word.getAttribute('data-weight'))).toBeLessThan(0);
  await word.click();
  await expect(app.id('evidence').getByTestId('denied').first()).toContainText('says “not bitter”');
  await expect(app.id('evidence').locator('mark').first()).toHaveText('not at all bitter');
  expect(app.complaints).toEqual([]);
});

/** Rows of the list that are whole in the first screen. */
const FIRST_SCREEN = [
  { width: 1440, height: 900, rows: 8 },
  { width: 960, height: 540, rows: 3 },
];

for (const { width, height, rows } of FIRST_SCREEN)
  test(`at ${width} × ${height} at least ${rows} places stand in the first screen, and no reason is cut`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const app = new App(page);
    await app.openLive('/?backend=wasm&dataset=beers');
    const whole = () =>
      app.id('recommendation-row').evaluateAll(
        (all) =>
          all.filter((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          }).length,
      );
    await expect.poll(whole).toBeGreaterThanOrEqual(rows);
    // A number that is cut off is none that the arrow keys, or a finger, may come to.
    const row = app.id('recommendation-row').first();
    const cut = () =>
      row.getByTestId('reason').evaluateAll((all) => {
        const right = all[0]?.closest('p')?.getBoundingClientRect().right ?? 0;
        return all.filter((one) => !one.closest('[inert]') && one.getBoundingClientRect().right > right + 1)
          .length;
      });
    await expect.poll(cut).toBe(0);
    await expect(row.getByTestId('reason').first()).toBeVisible();
    await row.getByRole('button', { name: /show the sum/i }).click();
    await expect(row.locator('[inert]')).toHaveCount(0);
    await expect(row.getByTestId('reason').last()).toBeVisible();
  });
