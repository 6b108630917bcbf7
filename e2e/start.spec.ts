import { expect, type Locator, type Page, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';

/** Words on the page of somebody who comes for the first time. */
const MOST_WORDS = 220;

/** Pixels of what a finger presses. */
const FINGER = 44;

/** The start as somebody finds it: by what is written and said there, and nothing else. */
class Start extends App {
  readonly list = this.page.getByRole('region', { name: /^For (everyone|you)/ });
  readonly rows = this.list.getByRole('listitem');
  readonly form = this.page.getByRole('form', { name: 'Review one tea' });
  readonly words = this.page.getByRole('textbox', { name: 'Your words' });

  async arrive(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.rows).toHaveCount(10, { timeout: 60_000 });
  }

  /** Chooses a radio button as a keyboard does. */
  async choose(group: Locator, name: string | RegExp): Promise<void> {
    await group.getByRole('radio', { name }).press(' ');
  }

  press = (name: string | RegExp): Promise<void> =>
    this.page.getByRole('button', { name, exact: true }).click();

  /** What was said has been taken up. */
  async changed(): Promise<void> {
    // What a review is read with comes behind the list, and is checked first.
    await this.live();
    await expect(this.list.getByRole('heading')).toHaveText(/^For you \(\d+ of 10 changed\)$/);
  }

  names = (): Promise<string[]> => this.rows.locator('strong').allInnerTexts();
}

/** Words that are drawn anywhere on the page, and not only spoken. */
const visibleWords = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let words = 0;
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (!parent?.checkVisibility() || parent.closest('.visually-hidden, script, style')) continue;
      words += textContent?.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
    }
    return words;
  });

/** Notes how long what glides is to do so. */
const watchGlides = (page: Page) =>
  page.addInitScript(() => {
    const glides: number[] = [];
    Object.assign(window, { glides });
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, options) {
      if (this.tagName === 'LI')
        glides.push(Number(typeof options === 'object' ? options.duration : options));
      return animate.call(this, frames, options);
    };
  });
const glides = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { glides: number[] }).glides);

const written = (text: string | null): number => Number(text?.replace('−', '-'));

for (const backend of ['wasm', 'webgpu'] as const)
  test(`the first minute on ${backend}: a guess, a review, what it changed, why and how`, async ({
    page,
  }) => {
    const app = new Start(page);
    await watchGlides(page);
    await app.arrive(`/?backend=${backend}`);
    await expect(page).toHaveTitle('Start · DReX Lab');
    await expect(page.getByRole('heading', { name: 'A recommender that shows its working.' })).toBeVisible();
    await expect(app.list.getByRole('heading')).toHaveText('For everyone');
    await app.live();
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', backend);
    expect(await visibleWords(page)).toBeLessThanOrEqual(MOST_WORDS);
    if (backend === 'wasm') expect(await seriousInBoth(page)).toEqual([]);

    const everyone = await app.names();
    await app.press('Show what changes');
    await expect(app.form.getByRole('status')).toHaveText('Give stars, words, or both.');
    await app.choose(app.form, 'Little Kite');
    await expect(app.form).toContainText(/A strong green.* Others speak of peas/);
    await app.choose(app.list, new RegExp(everyone[0]));
    await app.press('Use an example');
    await expect(app.words).toHaveValue(/grassy/);
    await expect(app.form.getByRole('radio', { name: '5 stars' })).toBeChecked();
    const top = await page.evaluate(() => scrollY);
    await app.press('Show what changes');
    await app.changed();
    expect(await page.evaluate(() => scrollY)).toBe(top);

    // Every place changed or did not as the heading counts, and was where everyone’s list had it.
    const own = await app.names();
    const changed = own.filter((name, k) => name !== everyone[k]).length;
    expect(changed).toBeGreaterThanOrEqual(5);
    await expect(app.list.getByRole('heading')).toHaveText(`For you (${changed} of 10 changed)`);
    for (const [k, name] of own.entries()) {
      const was = everyone.indexOf(name) + 1 || /\d+/;
      const way = was === k + 1 ? '' : typeof was === 'number' && was < k + 1 ? '▼.*' : '▲.*';
      await expect(app.rows.nth(k)).toHaveText(
        new RegExp(`${way}was ${was instanceof RegExp ? was.source : was} for everyone`),
      );
      await expect(app.rows.nth(k)).toHaveText(
        /(for|lacks|less|dislike|because|review|guess).* [+−]\d+\.\d\d/,
      );
    }
    // Each of everyone’s list is drawn where it stood, with its way to where it stands; those that are new come from below.
    const ghosts = app.id('ghosts');
    await expect(ghosts).toBeVisible();
    await expect(ghosts.locator('p')).toHaveText([
      'For everyone',
      ...everyone.map((name, k) => `${k + 1} ${name}`),
    ]);
    const fresh = own.filter((name) => !everyone.includes(name)).length;
    await expect(ghosts.locator('path')).toHaveCount(everyone.length + fresh);
    await expect(ghosts.locator('path[data-lit="true"]')).toHaveCount(1);
    const status = app.list.getByRole('status');
    await expect(status).toContainText(`${changed} of 10 places changed; first is ${own[0]}.`);
    await expect(status).toContainText(
      new RegExp(`You guessed ${everyone[0]}: it fell from 1 to ${own.indexOf(everyone[0]) + 1 || '\\d+'}`),
    );
    expect((await glides(page)).length).toBeGreaterThan(0);
    expect(Math.max(...(await glides(page)))).toBeLessThanOrEqual(200);

    // Four terms that make the score; a number opens.
    await app.press(/^Why\?/);
    const sum = app.rows.first().getByRole('table');
    await expect(ghosts).toHaveCount(0);
    await expect(sum.getByRole('rowheader')).toHaveText([
      /^Popularity/,
      /^Words/,
      /^Your reviews/,
      /^First guess/,
      'Score',
    ]);
    const numbers = (await sum.getByRole('button').allInnerTexts()).map(written);
    const score = numbers.pop() ?? Number.NaN;
    expect(Math.abs(numbers.reduce((a, b) => a + b) - score)).toBeLessThan(0.03);
    if (backend === 'wasm') expect(await seriousInBoth(page)).toEqual([]);
    await sum.getByRole('button').nth(1).click();
    await expect(app.id('number-drawer')).toHaveAttribute('data-of', 'choice-match');
    await app.id('number-close').click();
    await app.choose(app.list, new RegExp(own[1]));
    await expect(app.rows.nth(1).getByRole('table')).toBeVisible();
    await expect(sum).toHaveCount(0);

    // Explore goes on with the very person and review, and has the same list for the same reasons.
    const shown = await app
      .id('start-row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-item')));
    const reasons = await app.rows.allInnerTexts();
    await page.getByRole('button', { name: 'Explore', exact: true }).click();
    await expect(page).toHaveTitle(/Explore · New person 1 · DReX Lab/);
    await expect.poll(async () => (await app.ranking()).map(({ item }) => item)).toEqual(shown);
    for (const [k, text] of reasons.entries()) {
      const [value] = /[+−]\d+\.\d\d/.exec(text) ?? [''];
      await expect(app.id('recommendation-row').nth(k)).toContainText(value);
    }
    await expect(app.id('difference')).toHaveAttribute('data-key', 's1');
    await page.getByRole('link', { name: 'DReX Lab' }).click();
    await app.changed();
    expect(await app.names()).toEqual(own);

    // The steps of this very review, at the first of them.
    await app.page.getByRole('button', { name: /^How\?/ }).press('Enter');
    await expect(app.id('station')).toContainText('Your review of Little Kite');
    const first = page.getByRole('heading', { name: /^Step 1 of 12: / });
    await expect(first).toBeFocused();
    await expect(first).toBeInViewport();
    await page.getByRole('link', { name: 'DReX Lab' }).click();

    // Said otherwise it is another list; undo gives back the one before, and then everyone’s.
    await expect(app.words).toHaveValue(/grassy/);
    await app.press('Show it again');
    await expect(app.form.getByRole('status')).toContainText('Change the stars or the words.');
    await app.choose(app.form, '1 star');
    await app.words.fill('I hate grass.');
    await app.press('Show it again');
    await expect.poll(() => app.names()).not.toEqual(own);
    await app.form.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => app.names()).toEqual(own);
    await app.form.getByRole('button', { name: 'Undo' }).click();
    await expect(app.list.getByRole('heading')).toHaveText('For everyone');
    expect(await app.names()).toEqual(everyone);
    await expect(page.getByRole('button', { name: 'Show what changes' })).toBeFocused();
    await page.keyboard.press('Enter');
    await app.changed();
    await app.press('Start afresh');
    await expect(app.list.getByRole('heading')).toHaveText('For everyone');
    await expect(app.words).toHaveValue('');
    await expect(app.list.getByRole('radio', { checked: true })).toHaveCount(0);
    expect(app.complaints).toEqual([]);
  });

test('what is real is said, with its size and its terms, and opens', async ({ page }) => {
  const app = new Start(page);
  await app.arrive('/?backend=wasm');
  const real = page.getByRole('region', { name: 'The same with real data' });
  await expect(real.getByRole('link')).toHaveText([
    /Beers.*16,337 reviews of 1,518 beers, \d\.\d\sMB\. No review text is shown\./,
    /Books.*own sentences.*14,534 reviews.*All texts are shown\./,
    /Films.*27,125 reviews.*No review text is shown\./,
    /Instruments.*9,282 reviews.*No review text is shown\./,
  ]);
  await real.getByRole('link', { name: /^Beers/ }).click();
  await app.live();
  await expect(page).toHaveURL(/dataset=beers/);
  await expect(app.id('recommendation-row')).toHaveCount(10);
  // From another set the name of the page leads to the start as it was for everybody.
  await page.getByRole('link', { name: 'DReX Lab' }).click();
  await expect(app.list.getByRole('heading')).toHaveText('For everyone');
  expect(app.complaints).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const backend of ['wasm', 'webgpu'] as const)
    test(`one thumb reaches what is pressed, and the list changes in its sight, on ${backend}`, async ({
      page,
    }) => {
      const app = new Start(page);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await watchGlides(page);
      await app.arrive(`/?backend=${backend}`);
      await app.fits(390);
      const send = page.getByRole('button', { name: 'Show what changes' });
      // All that is to be filled in and pressed is in sight at once, large enough.
      await expect(send).toBeInViewport({ ratio: 1 });
      for (const one of [
        ...(await app.form.getByRole('button').all()),
        ...(await app.form.locator('label:has(input)').all()),
        ...(await app.rows.locator('label').all()),
      ]) {
        const box = await one.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(FINGER);
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'A recommender that shows its working.',
      );
      // What will fall is asked above the button.
      const [guessed] = await app.names();
      const guess = app.form.getByRole('group', { name: 'Which of everyone’s ten will fall?' });
      await guess.getByText(guessed).tap();
      expect((await guess.boundingBox())?.y).toBeLessThan((await send.boundingBox())?.y ?? 0);
      await page.getByText('Use an example').tap();
      const top = await page.evaluate(() => scrollY);
      await send.tap();
      await app.changed();
      expect(await page.evaluate(() => scrollY)).toBe(top);
      await expect(app.list.getByRole('heading')).toBeFocused();
      await expect(app.list.getByRole('status')).toContainText(`You guessed ${guessed}`);
      await expect(guess).toHaveCount(0);
      await expect(app.id('ghosts')).toBeHidden();
      for (const place of [0, 1, 2]) await expect(app.rows.nth(place)).toBeInViewport({ ratio: 1 });
      // Less motion was asked for.
      expect(await glides(page)).toEqual([]);
      await app.fits(390);
      if (backend === 'wasm') expect(await seriousInBoth(page)).toEqual([]);

      const first = await app.names();
      await page.getByRole('button', { name: 'Change it' }).tap();
      await expect(app.words).toBeFocused();
      await app.words.fill('I hate fruit.');
      await page.getByText('Your stars').scrollIntoViewIfNeeded();
      await app.form.locator('label:has(input[name="stars"])').first().tap();
      await page.getByRole('button', { name: 'Show it again' }).tap();
      await expect.poll(() => app.names()).not.toEqual(first);
      await expect(app.rows.first()).toBeInViewport({ ratio: 1 });
      expect(app.complaints).toEqual([]);
    });
});

test('who comes back lands where they left; another tab asks first whose it was', async ({
  page,
  context,
}) => {
  const app = new Start(page);
  await app.arrive('/?backend=wasm');
  await expect(page.getByRole('region', { name: 'Were you here before?' })).toHaveCount(0);
  await app.press('Use an example');
  await app.press('Show what changes');
  await app.changed();
  const own = await app.names();
  await app.address(/log=/);
  await page.goto('about:blank');
  await app.arrive('/?backend=wasm');
  await app.changed();
  expect(await app.names()).toEqual(own);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await app.address(/view=map/);

  const other = new Start(await context.newPage());
  await other.arrive('/?backend=wasm');
  const asked = other.page.getByRole('region', { name: 'Were you here before?' });
  await expect(asked).toContainText(/1 review of teas was written on this device \(.+\)\. By you\?/);
  await expect(other.list.getByRole('heading')).toHaveText('For everyone');
  await expect(other.id('saved-notice')).toHaveCount(0);
  expect(await seriousInBoth(other.page)).toEqual([]);
  await asked.getByRole('link', { name: 'Yes, go on' }).click();
  await expect(other.page).toHaveTitle(/Map · New person 1/);
  await other.page.getByRole('link', { name: 'DReX Lab' }).click();
  await other.changed();
  expect(await other.names()).toEqual(own);

  const third = new Start(await context.newPage());
  await third.arrive('/?backend=wasm');
  const again = third.page.getByRole('region', { name: 'Were you here before?' });
  await third.press('No, begin anew');
  await expect(again).toHaveCount(0);
  await third.arrive('/?backend=wasm');
  await expect(third.list.getByRole('heading')).toHaveText('For everyone');
  await expect(again).toHaveCount(0);
  // What is put aside is not lost.
  await third.page.getByRole('button', { name: 'Explore', exact: true }).click();
  await expect(third.id('kept-log')).toContainText('1 review');
  for (const one of [app, other, third]) expect(one.complaints).toEqual([]);
});
