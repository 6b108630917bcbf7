import { expect, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';

test('a reason that is a review says what it said, whole sentences of it, when and by whom', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=books');
  const row = app.id('recommendation-row').first();
  await expect(row.getByTestId('reason').first()).toContainText(/^the review of /);
  await row.getByRole('button', { name: /show the sum/i }).click();
  const sum = row.getByTestId('choice-sum');
  // Nothing is read before somebody asks.
  await expect(sum.getByRole('button', { name: /^what it said of / }).first()).toBeVisible();
  await expect(row.getByTestId('quote')).toHaveCount(0);
  await sum
    .getByRole('button', { name: /^what it said of / })
    .first()
    .click();
  const quote = row.getByTestId('quote');
  await expect(quote).toContainText(/^Mary Moss, \d+ [A-Z]\w+ 190[4-7]/);
  await expect(quote).toContainText(/“.+[.!?’]”/);
  await sum
    .getByRole('button', { name: /^pairs of/ })
    .nth(1)
    .click();
  // One at a time below a term; a review of the other side says what it said, too.
  await expect(quote).toHaveCount(0);
  await sum
    .getByRole('button', { name: /^what it said by / })
    .first()
    .click();
  await expect(quote).toContainText(/, \d+ [A-Z]\w+ 190[4-7].*“.+”/s);
  expect(await seriousInBoth(page)).toEqual([]);
  expect(app.complaints).toEqual([]);
});

test('sentences that are quoted are whole, whatever a full stop shortens', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=books#item=thurston-traffic-story-of');
  const item = app.id('profile-item');
  await expect(item.getByRole('heading')).toContainText('Traffic');
  await item.locator('[data-word="sympathy"]').click();
  const said = app.id('evidence').getByTestId('sentences');
  await expect(said.filter({ hasText: 'rousing the sympathy' })).toHaveText(
    /^Mr\. Thurston more than accomplishes his object .+ of the reader\.$/,
  );
});
