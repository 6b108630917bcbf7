import { expect, type Locator, type Page, test } from '@playwright/test';
import { App } from './app';

/** Stops of the Tab key before the first of a list, at most. */
const MOST = 15;

/** Presses a key until something has the focus, or what is in it; how often that took. */
async function pressTo(key: string, page: Page, target: Locator, most = 80): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press(key);
    if (
      await target.evaluate((one) => one === document.activeElement || one.contains(document.activeElement))
    )
      return presses;
  }
  throw new Error(`${most} times ${key} do not lead to ${target}`);
}
const tabTo = (page: Page, target: Locator) => pressTo('Tab', page, target);

for (const set of ['beers', 'books', 'films', 'instruments', 'teas'])
  test(`${set}: the list is few stops away`, async ({ page }) => {
    const app = new App(page);
    await app.openLive(`/?backend=wasm&dataset=${set}`);
    // The first of the search has the longest history.
    await app.id('person-row').first().click();
    await expect(app.id('person-row').first()).toHaveAttribute('aria-current', 'true');
    await page.getByRole('button', { name: 'Skip to the content' }).focus();
    const stops = 1 + (await tabTo(page, app.id('recommendation-row').first()));
    expect(stops - 1).toBeLessThanOrEqual(MOST);
  });

test('start: the list is few stops away', async ({ page }) => {
  await page.goto('/?backend=wasm');
  const first = page.getByTestId('start-row').first();
  await expect(first).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Skip to the content' }).focus();
  expect(await tabTo(page, first)).toBeLessThanOrEqual(MOST);
});

test('the journey by names and keys alone', async ({ page }) => {
  await page.goto('/?backend=wasm&dataset=teas');
  const { keyboard } = page;
  const key = (name: string) => keyboard.press(name);
  const heard = (words: RegExp) =>
    expect(page.getByRole('status').filter({ hasText: words })).toHaveCount(1, { timeout: 60_000 });
  const list = page.getByRole('region', { name: 'Recommendations' });
  await expect(list.getByRole('listitem').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: /live/ })).toBeVisible({ timeout: 60_000 });

  // Who is it for?
  const people = page.getByRole('region', { name: 'People' });
  await tabTo(page, page.getByRole('textbox', { name: 'Find a person' }));
  await keyboard.type('chidi');
  await expect(people.getByRole('status')).toHaveText('1 person found');
  await tabTo(page, people.getByRole('list'));
  await key('Enter');
  await expect(page).toHaveTitle(/Chidi/);
  await heard(/Chidi/);

  // What is recommended? The name of the first is what its button says.
  const first = list.getByRole('listitem').first().getByRole('button', { name: /^1 / }).first();
  await tabTo(page, first);
  await key('Enter');
  await expect(first).toHaveAttribute('aria-current', 'true');
  await expect(first).toBeFocused();

  // A review of it, in words and stars.
  const form = page.getByRole('region', { name: 'Write a review' });
  const item = form.getByRole('combobox', { name: 'Tea' }).or(form.getByRole('textbox', { name: 'Tea' }));
  await tabTo(page, item);
  await expect(item).not.toHaveValue('');
  const stars = form.getByRole('group', { name: 'Overall rating' });
  await tabTo(page, stars.getByRole('radio', { name: '1 star' }));
  await key('Space');
  await expect(stars.getByRole('radio', { name: '1 star' })).toBeChecked();
  await tabTo(page, form.getByRole('textbox', { name: 'Your words' }));
  await keyboard.type('very smoky and bitter');
  const add = form.getByRole('button', { name: 'Add review' });
  await tabTo(page, add);
  await key('Enter');
  // Of Chidi the data have one.
  await heard(/2 reviews now\. .*; first is /);
  await expect(add).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'Your words' })).toHaveValue('');

  // A number, opened by its name; closed, the focus is on it again.
  const number = list.getByRole('button', { name: /^predicted rating .* for / }).first();
  await tabTo(page, list.getByRole('listitem').first());
  await pressTo('ArrowRight', page, number);
  await key('Enter');
  const drawer = page.getByRole('complementary', { name: 'Behind the number' });
  await expect(drawer.getByRole('heading', { level: 2 })).toBeFocused();
  await tabTo(page, drawer.getByRole('button', { name: 'Opened number: close' }));
  await key('Enter');
  await expect(drawer).toBeHidden();
  await expect(number).toBeFocused();

  // Taken back.
  const undo = page.getByRole('toolbar').getByRole('button', { name: 'Undo' });
  await tabTo(page, undo);
  await key('Enter');
  await heard(/1 review now\. .*; first is /);
  await expect(undo).toBeFocused();
  await expect(undo).toBeDisabled();

  // Another view.
  const views = page.getByRole('navigation', { name: 'Views' });
  await tabTo(page, views);
  await expect(views.getByRole('button', { name: 'Explore' })).toBeFocused();
  await key('ArrowRight');
  await key('Enter');
  await expect(page).toHaveTitle(/Evidence/);
  await expect(views.getByRole('button', { name: 'Evidence' })).toHaveAttribute('aria-current', 'page');
  await expect(views.getByRole('button', { name: 'Evidence' })).toBeFocused();
});

test('a view that a key opens is read from its beginning', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  const focused = page.locator('main :is(h1, h2, h3):focus');
  const views = [
    ['2', /Evidence/],
    ['3', /Timeline/],
    ['4', /Map/],
    ['5', /Labs/],
    ['6', /Microscope/],
    ['7', /Others/],
    ['0', /Start/],
    ['9', /Teach/],
  ] as const;
  for (const [key, title] of views) {
    await app.id('recommendation-row').first().getByRole('button').first().focus();
    await page.keyboard.press(key);
    await expect(page).toHaveTitle(title);
    await expect(focused).toHaveCount(1, { timeout: 60_000 });
    await expect(focused).toBeInViewport();
    // Back, from the header too.
    await page.getByRole('link', { name: 'DReX Lab' }).focus();
    await page.keyboard.press('1');
    await expect(page.getByRole('heading', { name: /^For (you|Amara)/ })).toBeFocused();
  }

  // A link within a view: what was pressed is gone with it.
  await app.id('to-others').press('Enter');
  await expect(page).toHaveTitle(/Others/);
  await expect(focused).toHaveCount(1, { timeout: 60_000 });
  await page.keyboard.press('1');
  await page.keyboard.press('Alt+N');
  await expect(app.id('person-name')).toBeFocused();
});
