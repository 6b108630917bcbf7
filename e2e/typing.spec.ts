import { expect, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';

test('Enter in the item box picks an item or does nothing, and what is unfinished is not added', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.selectRecommendation(0);
  const box = app.id('review-item');
  await expect(box).not.toHaveValue('');
  const chosen = await box.inputValue();
  const rows = await app.id('history-row').count();

  // A whole name finds its item first, though others begin with it.
  await box.fill('Duvel');
  await expect(page.getByRole('option').first()).toHaveText('Duvel');
  await box.fill('heineken LAGER');
  await expect(page.getByRole('option').first()).toContainText('Heineken');
  await box.press('Escape');
  await expect(box).toHaveValue(chosen);

  await box.fill('Heine');
  await page.getByLabel('Your words', { exact: true }).fill('thin');
  await expect(page.getByText('“Heine” is not a full name')).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  await app.id('review-add').click();
  await expect(box).toBeFocused();
  await expect(page.getByText('“Heine” is not a full name')).toBeVisible();
  await expect(app.id('history-row')).toHaveCount(rows);

  await box.fill('Heine');
  await expect(page.getByRole('option').first()).toContainText('Heine');
  await box.press('Enter');
  await expect(box).toHaveValue(/Heine/);
  const name = await box.inputValue();
  await box.press('Enter');
  await page.getByLabel('Your words', { exact: true }).fill('');
  await app.id('review-rating').getByRole('radio').first().focus();
  await page.keyboard.press('Enter');
  await expect(app.id('history-row')).toHaveCount(rows);

  // An empty review is asked for by name, where aspects are.
  await page.getByText(/^Aroma, .*, too$/).click();
  await app.id('review-add-empty').click();
  await expect(app.id('history-row')).toHaveCount(rows + 1);
  await expect(app.id('history-row').first()).toContainText(name);
  expect(app.complaints).toEqual([]);
});

test('keys that a text field needs belong to it, and undo is the field’s before it is the page’s', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  const address = await app.address(/person=/);
  const text = page.getByLabel('Your words', { exact: true });
  await text.click();
  await page.keyboard.press('Alt+n');
  await page.keyboard.press('Alt+0');
  await expect(page).toHaveURL(address);
  await page.keyboard.type('good');
  await app.selectRecommendation(0);
  await text.click();
  await page.keyboard.press('Control+Enter');
  await expect(app.id('difference')).toBeVisible();

  // The field was emptied by the page: what there is to undo is the review.
  await page.keyboard.press('Control+z');
  await expect(app.id('difference')).toBeHidden();
  await page.keyboard.press('Control+y');
  await expect(app.id('difference')).toBeVisible();

  // The field was emptied by hand: its own text comes back.
  await page.keyboard.type('thin');
  for (let k = 0; k < 4; k++) await page.keyboard.press('Backspace');
  await expect(text).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(text).not.toHaveValue('');
  await expect(app.id('difference')).toBeVisible();
});
