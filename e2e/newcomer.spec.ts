import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readBundle } from '../src/data/read';
import { App, REVIEW } from './app';

test('a new person starts from nothing and gets a profile from one review', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.newPerson();
  await expect(page.getByText('starts from the learned initial state')).toBeVisible();
  await expect(app.id('profile-person').getByTestId('word-row')).toHaveCount(0);
  await expect(app.id('recommendation-row')).toHaveCount(10);
  const before = await app.ranking();
  await app.selectRecommendation(0);
  await app.review(REVIEW);
  await expect(app.id('profile-person').getByTestId('word-row').first()).toBeVisible();
  await expect(app.id('profile-person')).toContainText('chocolate');
  await expect.poll(() => app.ranking()).not.toEqual(before);
});

test('somebody new who loves two lambics and hates an IPA is shown sour beers, and no IPA', async ({
  page,
}) => {
  const { items, interactions } = await readBundle(
    async (path) => new Uint8Array(readFileSync(`public/datasets/beers/${path}`)),
  );
  const style = new Map(items.id.map((id, row) => [id, items.facts.style[row] ?? '']));
  const reviews = new Map<number, number>();
  for (const row of interactions.item) reviews.set(row, (reviews.get(row) ?? 0) + 1);
  /** Names of a style's beers, those that most people have reviewed first. */
  const known = (of: RegExp) =>
    items.id
      .map((id, row) => ({ row, name: items.name[row], style: style.get(id) ?? '' }))
      .filter((one) => of.test(one.style))
      .sort((a, b) => (reviews.get(b.row) ?? 0) - (reviews.get(a.row) ?? 0))
      .map(({ name }) => name);
  const SOUR = 'Tart and sour, funky barnyard and lemon, oak and hay, bone dry. A lovely lambic.';
  const HOPPY = 'Far too bitter, hops and nothing but hops: grapefruit, pine, resin. No IPA for me.';
  const [first, second] = known(/lambic.*gueuze/i);
  const [ipa] = known(/^India Pale Ale/i);

  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.newPerson();
  for (const [name, stars, text] of [
    [first, 5, SOUR],
    [second, 5, SOUR],
    [ipa, 1, HOPPY],
  ] as const) {
    const box = app.id('review-item');
    await box.fill(name);
    await page.getByRole('option', { name, exact: true }).click();
    await expect(box).toHaveValue(name);
    await app.rate(stars);
    await page.getByLabel('Your words', { exact: true }).fill(text);
    const rows = await app.id('history-row').count();
    await app.id('review-add').click();
    await expect(app.id('history-row')).toHaveCount(rows + 1);
  }
  const styles = async () => (await app.ranking()).map(({ item }) => style.get(item) ?? '');
  const count = async (of: RegExp) => (await styles()).filter((one) => of.test(one)).length;
  await expect.poll(() => count(/lambic|sour/i)).toBeGreaterThanOrEqual(4);
  expect(await styles()).toHaveLength(10);
  expect(await count(/\bIPA\b|India Pale/i)).toBe(0);
  expect(app.complaints).toEqual([]);
});

test('the journey works by keyboard alone', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  const first = await app.address(/person=/);
  await page.keyboard.press('/');
  await expect(app.id('person-search')).toBeFocused();
  const everybody = await app.found.textContent();
  await page.keyboard.type('stout');
  await expect(app.found).not.toHaveText(everybody ?? '');
  await expect(app.id('person-row').first()).toContainText(/stout/i);
  await page.keyboard.press('Tab');
  await expect(app.id('new-person')).toBeFocused();
  // The list is one stop; its arrows go through it.
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(first);
  const pick = app.id('recommendation-row').first().getByRole('button').first();
  await pick.focus();
  await page.keyboard.press('Enter');
  await expect(app.id('predicted-rating')).toBeVisible();
  await page.locator('textarea').first().focus();
  await page.keyboard.type('thin chocolate');
  await page.keyboard.press('Control+Enter');
  await expect(app.id('difference')).toBeVisible();
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+z');
  await expect(app.id('difference')).toBeHidden();
  await page.keyboard.press('Control+Shift+Z');
  await expect(app.id('difference')).toBeVisible();
});

test('a keyword of a tea opens into the sentences that it comes from, the word marked in each', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await app.selectRecommendation(0);
  const row = app.id('profile-item').getByTestId('word-row').first();
  const word = (await row.getAttribute('data-word')) ?? '';
  await row.click();
  const said = app.id('evidence').getByTestId('sentences');
  await expect(said.first()).toBeVisible();
  for (const mark of await app.id('evidence').locator('mark').allTextContents())
    expect(mark.toLowerCase()).toBe(word);
  // What is written here is read too.
  await app.review(`Rain on the window. So ${word}, so calm.`);
  await expect(said.getByText(`So ${word}, so calm.`).first()).toBeVisible();
  await expect(said.getByText('Rain on the window.')).toHaveCount(0);
  expect(app.complaints).toEqual([]);
});
