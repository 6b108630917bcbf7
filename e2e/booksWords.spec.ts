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

/** What is said of a house as of a person, or of a book as of an item: on no page of the books. */
const STRANGE =
  /\bas they are\b|\btheir reviews\b|\b[Tt]heir own review\b|\bpersons?\b(?!al)|\bItem\b|\b[1-9]\d{3} reviews\b|mean rating/;

test('a house is no person, a book no item, and thousands have their comma', async ({ page }) => {
  test.setTimeout(300_000);
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=books#person=the-athenaeum&item=thurston-traffic-story-of');
  const said = async (name: string) => {
    const words = await app.id(name).allInnerTexts();
    expect(words.length, name).toBeGreaterThan(0);
    for (const text of words) expect(text, name).not.toMatch(STRANGE);
  };
  await expect(app.id('profile-item').getByText('Book', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Reviews of this periodical')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Find a reviewer' })).toBeVisible();
  await expect(page.getByText('Plus signs and minus signs, too')).toBeVisible();
  // A keyword of one side alone.
  const own = app.id('profile-person').getByTestId('word-row');
  for (const k of [0, 1]) {
    await own.nth(k).click();
    await expect(app.id('evidence')).toContainText('profile of this periodical');
    await said('evidence');
  }
  await expect(page.getByRole('region', { name: 'Profiles' })).not.toContainText(STRANGE);

  await app.goTo('labs');
  await expect(app.id('cold').getByRole('heading', { level: 2 })).toHaveText(/1,076 reviews/, {
    timeout: 120_000,
  });
  await expect(app.id('cold')).toContainText('books that this periodical has not reviewed');
  await expect(app.id('loop-who')).toContainText('The Athenaeum, with the reviews so far');
  await said('cold');
  await said('loop');

  await app.goTo('timeline');
  await expect(app.id('effect')).toBeVisible({ timeout: 120_000 });
  await said('timeline');
  await said('picked');
  expect(app.complaints).toEqual([]);
});

for (const [size, viewport] of [
  ['desk', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test.describe(`dates on a ${size}`, () => {
    test.use({ viewport });

    test('stand on the axis of the timeline, side by side, and with each interaction that is chosen', async ({
      page,
    }) => {
      test.setTimeout(300_000);
      const app = new App(page);
      await page.goto('/?backend=wasm&dataset=books#view=timeline&person=the-athenaeum');
      await app.live();
      const dates = app.id('timeline-date');
      await expect(dates.last()).toHaveText(/^[A-Z]\w+ 190[4-7]$/, { timeout: 120_000 });
      // None lies on another.
      const boxes = await dates.evaluateAll((all) =>
        all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          const { left, right } = range.getBoundingClientRect();
          return { left, right };
        }),
      );
      expect(boxes.length).toBeGreaterThan(200);
      for (const [k, { left }] of boxes.slice(1).entries()) expect(left).toBeGreaterThan(boxes[k].right);
      // Wherever one has scrolled to, one is seen.
      const shown = await app
        .id('timeline-mark')
        .first()
        .evaluate((mark) => {
          const scroll = mark.closest('.scroll');
          return (scroll?.clientWidth ?? 0) / mark.clientWidth;
        });
      expect(shown).toBeGreaterThan(5);
      await expect(app.id('timeline-mark').last()).toHaveAccessibleName(/, \d+ [A-Z]\w+ 190[4-7], /);
      await app.fits(viewport.width);

      await app.goTo('microscope');
      await expect(app.id('update-interaction').locator('option').first()).toHaveText(
        /^\d+ [A-Z]\w+ 190[4-7]: /,
      );
    });

    test('are never cut behind a keyword', async ({ page }) => {
      const app = new App(page);
      await app.openLive('/?backend=wasm&dataset=books');
      if (size === 'phone') await page.getByText('Profile', { exact: true }).first().click();
      await app.id('profile-person').getByTestId('word-row').first().click();
      const dates = app.id('evidence-date');
      await expect(dates.first()).toBeVisible();
      for (const date of await dates.all()) {
        await expect(date).toHaveText(/^\d+ [A-Z][a-z]+ 190[4-7]$/);
        const cut = await date.evaluate((one) => {
          const { right } = one.getBoundingClientRect();
          return right > (one.closest('li')?.getBoundingClientRect().right ?? 0) + 0.5;
        });
        expect(cut).toBe(false);
      }
    });
  });
