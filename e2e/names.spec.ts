import { expect, test } from '@playwright/test';
import { App, REVIEW } from './app';

test('a newcomer is given a name, is called so everywhere, is renamed, and all of it is undone', async ({
  page,
  context,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await app.newPerson();
  const list = page.getByRole('region', { name: 'Recommendations' });
  await expect(list.getByRole('heading', { level: 2 }).first()).toHaveText('For you');
  const name = page.getByLabel('Name, if you like');
  await name.fill(' Ana \t Maria ');
  await name.press('Enter');
  await expect(list.getByRole('heading', { level: 2 }).first()).toHaveText('For Ana Maria');
  await expect(page).toHaveTitle('Explore · Ana Maria · DReX Lab');
  await expect(page.getByRole('heading', { name: 'Write a review as Ana Maria' })).toBeVisible();
  await expect(app.id('person-row').first()).toContainText('Ana Maria');

  await app.selectRecommendation(0);
  await app.review(REVIEW);
  await expect(app.id('difference')).toContainText('Your review of ');
  // What would be expected without it is what was expected before it, in the card as in what it changed.
  const card = page.getByRole('region', { name: 'Profiles' });
  await expect(card).toContainText('Without your review, the model would expect');
  const { before } = await app.difference();
  expect(Number(await app.id('predicted-rating').getAttribute('data-rating'))).toBeCloseTo(before, 6);
  const url = await app.address(/log=/);

  // Whoever opens the link meets the same person; elsewhere on the page they are called so too.
  const other = new App(await context.newPage());
  await other.openLive(url);
  await expect(other.page).toHaveTitle('Explore · Ana Maria · DReX Lab');
  await other.goTo('microscope');
  await expect(other.id('update')).toContainText('as Ana Maria');
  await other.goTo('map');
  await expect(other.page.getByRole('heading', { name: /Ana Maria/ }).first()).toBeVisible();
  await other.page.close();

  // Whoever goes on without pressing a key has renamed them.
  await page.getByLabel('Name', { exact: true }).fill('Zoë');
  await page.getByLabel('Your words', { exact: true }).focus();
  await expect(page).toHaveTitle('Explore · Zoë · DReX Lab');
  await page.keyboard.press('Escape');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+z');
  await expect(page).toHaveTitle('Explore · Ana Maria · DReX Lab');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page).toHaveTitle('Explore · Zoë · DReX Lab');
  expect(app.complaints).toEqual([]);
});

test('names that are no names are told why; two of one name are told apart', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await app.newPerson();
  const name = page.getByTestId('person-name');
  await name.fill('a'.repeat(52));
  await expect(app.id('name-form')).toContainText('At most 40 letters, please; these are 52.');
  await expect(app.id('name-form').getByRole('button')).toBeDisabled();
  await name.press('Enter');
  await name.press('Escape');
  await expect(name).toHaveValue('');
  // Somebody of the data has that name.
  await name.fill('Amara');
  await name.press('Enter');
  await expect(app.id('name-form')).toContainText('Somebody else is called Amara, so this one is Amara (2).');
  await expect(page).toHaveTitle('Explore · Amara (2) · DReX Lab');
  // None is asked for: a review goes without.
  await app.id('new-person').click();
  await expect(page).toHaveTitle('Explore · New person 2 · DReX Lab');
  await app.id('person-search').fill('amara');
  await expect(app.id('person-row')).toHaveCount(2);
  expect(app.complaints).toEqual([]);
});

for (const reducedMotion of ['no-preference', 'reduce'] as const)
  test(`rows glide to their places in Explore, motion: ${reducedMotion}; focus stays in the list`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      const glides: number[] = [];
      Object.assign(window, { glides });
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (frames, options) {
        if (this instanceof HTMLElement && this.dataset.testid === 'recommendation-row')
          glides.push(Number(typeof options === 'object' ? options.duration : options));
        return animate.call(this, frames, options);
      };
    });
    const glides = () => page.evaluate(() => (window as unknown as { glides: number[] }).glides);
    const app = new App(page);
    await app.openLive('/?backend=wasm&dataset=teas');
    await app.newPerson();
    await app.selectRecommendation(0);
    const before = await app.ranking();
    await app.review('Too smoky and far too bitter.');
    await expect.poll(() => app.ranking()).not.toEqual(before);
    const afterReview = await glides();
    // The row that has the focus leaves with the undo: its first is the item that was reviewed.
    const row = app.id('recommendation-row').last().getByRole('button').first();
    await row.focus();
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await app.ranking()).map(({ item }) => item))
      .toEqual(before.map(({ item }) => item));
    expect(await page.evaluate(() => document.activeElement?.closest('[data-testid]')?.tagName)).toBe('LI');
    const all = await glides();
    if (reducedMotion === 'reduce') return expect(all).toEqual([]);
    expect(afterReview.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(afterReview.length);
    expect(Math.max(...all)).toBeLessThanOrEqual(200);
  });
