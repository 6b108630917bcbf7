import { expect, type Locator, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';
import { holdAnswers } from './held';

const SOLVED = { timeout: 60_000 };

/** The lists of other recommenders as somebody reads them. */
class OthersPage extends App {
  async openOthers(dataset: string): Promise<void> {
    await this.page.goto(`/?backend=wasm&dataset=${dataset}#view=others`);
    await expect(this.id('ease-state')).toBeVisible(SOLVED);
  }

  rows(name: string): Locator {
    return this.id(`other-${name}`).getByTestId('other-row');
  }

  items(name: string): Promise<(string | null)[]> {
    return this.rows(name).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-item')));
  }

  row(name: string, item: string | null): Locator {
    return this.id(`other-${name}`).locator(`[data-item="${item}"] button`).first();
  }
}

test('the list leads to other recommenders, whose lists stand beside it, and a link to them opens them', async ({
  page,
}) => {
  const app = new OthersPage(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  const list = (await app.ranking()).map(({ item }) => item);
  await app.id('to-others').click();
  await app.address(/view=others/);
  await expect(app.id('ease-state')).toHaveAttribute('data-how', 'solved', SOLVED);
  expect(await app.items('drex')).toEqual(list);
  for (const name of ['ease', 'neighbours', 'bias', 'popularity'])
    expect(new Set(await app.items(name)).size).toBe(10);
  await expect(app.id('others-headline')).toContainText(/DReX shares (\d+|none) of its ten .*EASE/);
  // Only DReX explains itself.
  await expect(page.getByRole('button', { name: /^Why\?/ })).toHaveCount(10);
  const ease = await app.items('ease');
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(app.id('ease-state')).toBeVisible(SOLVED);
  expect(await app.items('ease')).toEqual(ease);
  expect(app.complaints).toEqual([]);
});

test('what is pointed at, by pointer or key, lights up in every list, and what is chosen stays in the address', async ({
  page,
}) => {
  const app = new OthersPage(page);
  await app.openOthers('teas');
  const [drex, ease] = [await app.items('drex'), await app.items('ease')];
  const both = drex.find((item) => ease.includes(item)) ?? '';
  await app.row('ease', both).focus();
  await expect(app.row('drex', both)).toHaveAttribute('data-lit', 'true');
  await app.row('drex', drex.find((item) => item !== both) ?? '').hover();
  await expect(app.row('drex', both)).toHaveAttribute('data-lit', 'false');
  await app.row('ease', both).focus();
  await page.keyboard.press('Enter');
  await app.address(new RegExp(`item=${both}`));
  for (const name of ['drex', 'ease'])
    await expect(app.row(name, both)).toHaveAttribute('aria-current', 'true');
});

test('DReX opens the sum of its score, and each term opens', async ({ page }) => {
  const app = new OthersPage(page);
  await app.openOthers('teas');
  await page
    .getByRole('button', { name: /^Why\?/ })
    .first()
    .click();
  const sum = page.getByTestId('choice-sum');
  await expect(sum.locator('[data-total]')).toBeVisible();
  await sum.getByTestId('num').first().click();
  await expect(page.locator('[data-number-drawer]')).toBeVisible();
});

test('the table says the places of the lists', async ({ page }) => {
  const app = new OthersPage(page);
  await app.openOthers('teas');
  const names = await app
    .rows('ease')
    .locator('button > span:last-child > span:first-child')
    .allTextContents();
  await page.getByText('Places as a table').click();
  const table = app.id('others-table');
  await expect(table.getByRole('columnheader')).toHaveText([
    'item',
    'DReX',
    'EASE',
    'item neighbours',
    'plain biases',
    'popularity',
  ]);
  for (const [k, name] of names.entries())
    await expect(
      table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
        .locator('td')
        .nth(1),
    ).toHaveText(String(k + 1));
});

test('somebody new has nothing to go by for those who know people by what they had; after a review EASE is brought up to date', async ({
  page,
}) => {
  const app = new OthersPage(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await page.keyboard.press('7');
  await expect(app.id('ease-state')).toHaveAttribute('data-how', 'solved', SOLVED);
  await page.keyboard.press('1');
  await app.newPerson();
  await page.keyboard.press('7');
  await expect(app.id('ease-state')).toContainText('Nothing to go by');
  await expect(app.id('other-neighbours')).toContainText('Nothing to go by');
  await expect(app.rows('ease')).toHaveCount(0);
  await expect(app.rows('popularity')).toHaveCount(10);
  await page.keyboard.press('1');
  await app.selectRecommendation(0);
  await app.review('lovely and floral');
  await page.keyboard.press('7');
  await expect(app.id('ease-state')).toHaveAttribute('data-how', 'updated', SOLVED);
  await expect(app.id('ease-state')).toContainText(/^Brought up to date with the log in \d+\sms/);
  await expect(app.rows('ease')).toHaveCount(10);
  await expect(app.rows('neighbours')).toHaveCount(10);
  await page.keyboard.press('Control+z');
  await expect(app.id('ease-state')).toContainText('Nothing to go by');
  expect(app.complaints).toEqual([]);
});

test('EASE tells how far it is, can be stopped, and taken up again', async ({ page }) => {
  const letThrough = await holdAnswers(page, 'ease');
  const app = new OthersPage(page);
  await page.goto('/?backend=wasm&dataset=beers#view=others');
  await expect(app.id('ease-running')).toContainText(/Solving: \d+\s%/, SOLVED);
  await expect(app.rows('popularity')).toHaveCount(10);
  await app.id('ease-stop').click();
  await expect(app.id('ease-running')).toHaveCount(0);
  await app.id('ease-solve').click();
  await expect(app.id('ease-running')).toBeVisible();
  await letThrough();
  await expect(app.id('ease-state')).toHaveAttribute('data-how', 'solved', SOLVED);
  await expect(app.rows('ease')).toHaveCount(10);
  expect(app.complaints).toEqual([]);
});

test('it can be used without seeing colours or using a mouse, and on a phone', async ({ page }) => {
  const app = new OthersPage(page);
  await app.openOthers('teas');
  await page
    .getByRole('button', { name: /^Why\?/ })
    .first()
    .click();
  expect(await seriousInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await app.fits(390);
});
