import { expect, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';

test('real sentences of the books: a critic, a keyword, what was said, a reason, a review word by word', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=books');
  // A first look begins with somebody and something that were chosen by reading.
  await expect(page.getByRole('heading', { name: 'For Mary Moss' })).toBeVisible();
  const item = app.id('profile-item');
  await expect(item.getByRole('heading')).toHaveText('Jungle');
  await expect(item).toContainText('Chicago in its worst industrial phases');
  await expect(app.id('profile-person')).toContainText('Critic');

  const own = page.getByLabel('Reviews of this person');
  await expect(own.getByText(/^“.+”$/).first()).toBeVisible();
  await expect(own).toContainText(/\d (January|May|June|July|October) 190[567]/);
  await expect(own).toContainText('Old opinions remain old opinions.');

  await item.getByTestId('word-row').first().click();
  const word = await item.getByTestId('word-row').first().getAttribute('data-word');
  const said = app.id('evidence').getByTestId('sentences').first();
  await expect(said.locator('mark').first()).toHaveText(new RegExp(word ?? '', 'i'));

  const row = app.id('recommendation-row').first();
  await row.getByRole('button', { name: /show the sum/i }).click();
  await row
    .getByRole('button', { name: /^sentences of/ })
    .first()
    .click();
  await expect(row.locator('mark').first()).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);

  // A house of many writers, and the newest of a long chain.
  await app.id('person-search').fill('athenaeum');
  await app.id('person-row').first().click();
  await expect(page.getByRole('heading', { name: 'For The Athenaeum' })).toBeVisible();
  await expect(app.id('profile-person')).toContainText('Periodical');
  await expect(own).toContainText(/The newest 50 make \d+ % of what is left/);

  await page.keyboard.press('6');
  await expect(app.id('update')).toContainText('The Athenaeum meets');
  await expect(page.getByTestId('station-attention')).toBeVisible();
  expect(app.complaints).toEqual([]);
});
