import { expect, type Page, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';

const LIMITED = '/?play&backend=wasm&dataset=teas&person=new-1&hide=nav,menu,who,log-file&fixed&name=Ana';

const person = (page: Page): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get('person');

/** What is hidden is neither seen nor, with display none, reached by a key or heard. */
async function hidden(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names)
    await expect(page.locator(`[data-target~="${name}"]:visible`), name).toHaveCount(0);
}

/** The least room between a bar of the profiles and its number, in pixels. */
const nearest = (page: Page): Promise<number> =>
  page.getByTestId('word-row').evaluateAll((rows) =>
    Math.min(
      ...rows.map((row) => {
        const bar = row.querySelector('[style*="--tone"]')?.parentElement?.getBoundingClientRect();
        const number = row.nextElementSibling?.getBoundingClientRect();
        return (number?.left ?? Number.NaN) - (bar?.right ?? Number.NaN);
      }),
    ),
  );

test('a teacher puts free play together, and what opens is just that', async ({ page }) => {
  const app = new App(page);
  await page.goto('/?teach&backend=wasm');
  const play = app.id('teach-play');
  const link = play.getByRole('link', { name: /^http/ });
  await expect(link).toHaveAttribute('href', /\?play&dataset=teas$/, { timeout: 60_000 });
  await expect(play.getByRole('checkbox', { name: /Keep to this person/ })).toBeDisabled();

  // Those of another data set are found as well, and belong to it alone.
  const find = async (label: string, typed: string) => {
    await play.getByRole('combobox', { name: label }).fill(typed);
    await page.getByRole('listbox', { name: label }).getByRole('option').first().click({ timeout: 60_000 });
  };
  await play.getByLabel('Data set', { exact: true }).selectOption('films');
  await find('Person', 'comedy');
  await expect(link).toHaveAttribute('href', /dataset=films&person=u/);
  await play.getByLabel('Data set', { exact: true }).selectOption('teas');
  await expect(link).toHaveAttribute('href', /\?play&dataset=teas$/);

  await find('Person', 'Hugo');
  await find('Item already chosen', 'Patient Almanac');
  await play.getByRole('checkbox', { name: 'The tabs of the views' }).check();
  await play.getByRole('checkbox', { name: 'Who is it for?' }).check();
  await play.getByRole('checkbox', { name: /Keep to this person/ }).check();
  await play.getByRole('checkbox', { name: 'In large type' }).check();
  const wanted = '?play&dataset=teas&person=Hugo&item=patient-almanac&hide=nav,who&fixed&large';
  await expect(link).toHaveAttribute('href', new RegExp(`${wanted.replaceAll('?', '\\?')}$`));
  expect(await seriousInBoth(page)).toEqual([]);
  // The address keeps what was put together.
  await app.address(/play=play/);
  await page.reload();
  await expect(link).toHaveAttribute('href', new RegExp(`${wanted.replaceAll('?', '\\?')}$`), {
    timeout: 60_000,
  });

  await page.goto(`/${wanted}&backend=wasm`);
  await app.live();
  await hidden(page, ['nav', 'who', 'people']);
  await expect(app.id('predicted-rating')).toBeVisible();
  const type = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(type).toBeGreaterThan(18);
  await app.fits(1440);
  expect(await seriousInBoth(page)).toEqual([]);
  // Narrow or wide, no number stands on its bar.
  for (const width of [1440, 1100, 960, 390]) {
    await page.setViewportSize({ width, height: 800 });
    if (width === 390) await page.getByText('Profile', { exact: true }).first().click();
    await expect(app.id('profile-person').getByTestId('word-row').first()).toBeVisible();
    await expect.poll(() => nearest(page), `${width}`).toBeGreaterThanOrEqual(4);
  }
  expect(app.complaints).toEqual([]);
});

test('what is hidden stays hidden, whom it is about stays fixed, and one press shows everything', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive(LIMITED);
  const parts = ['nav', 'menu', 'who', 'people', 'log-file'];
  await hidden(page, parts);
  await expect(app.id('profile-person')).toContainText('Ana');
  await expect(app.id('play-line')).toContainText('hides some of this page and keeps it to one person');
  // Keys of what is hidden do nothing.
  await page.locator('body').click({ position: { x: 2, y: 300 } });
  for (const key of ['3', '0', '9', 'd', 'x', 'Alt+N']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(app.id('review-text')).toBeVisible();
  expect(person(page)).toBe('new-1');
  expect(new URL(page.url()).hash).not.toContain('view=');

  // What is dropped and cannot be opened is told where it is seen, though the gallery and the card of files are not there.
  for (const [name, says] of [
    ['my-set.zip', 'keeps this page to one data set'],
    ['mine.json', '“mine.json” was not opened.'],
  ] as const) {
    await page.evaluate((name) => {
      const data = new DataTransfer();
      data.items.add(new File(['{"schema":99}'], name));
      document.body.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    }, name);
    await expect(app.id('notice')).toContainText(says);
    await expect(app.id('notice')).toBeInViewport();
    await app.id('notice').getByRole('button').click();
    await expect(app.id('notice')).toHaveCount(0);
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await app.id('recommendation-row').first().getByRole('button').first().click();
  await app.id('review-text').fill('Far too smoky. I hate smoke.');
  await app.id('review-add').click();
  await expect(app.id('difference')).toBeVisible({ timeout: 60_000 });
  await app.address(/log=/);
  const reviewed = app.log();
  await page.reload();
  await expect(app.id('difference')).toBeVisible({ timeout: 60_000 });
  await hidden(page, parts);
  expect(app.log()).toBe(reviewed);
  await app.id('review-text').fill('Again.');
  await app.id('review-add').click();
  await expect.poll(app.log).not.toBe(reviewed);
  await page.keyboard.press('Escape');
  await app.id('undo').click();
  await expect.poll(app.log).toBe(reviewed);

  await app.id('play-line').getByRole('button', { name: 'Show everything' }).click();
  await expect(app.id('play-line')).toContainText('All of the page is here now');
  await expect(app.id('new-person')).toBeVisible();
  await expect(app.id('page-menu')).toBeVisible();
  await app.goTo('timeline');
  await app.address(/view=timeline/);
  expect(page.url()).not.toContain('hide=');
  expect(app.log()).toBe(reviewed);
  expect(app.complaints).toEqual([]);
});

test('somebody else cannot be chosen in a view that offers them, and the page says why', async ({ page }) => {
  const app = new App(page);
  await page.goto('/?play&backend=wasm&dataset=teas&person=Hugo&view=map&fixed#view=map&person=Amara');
  await app.live();
  await app.address(/person=Hugo/);
  await app.id('map-search').fill('Amara');
  // The first of the list may still be that of before.
  await page.getByRole('option', { name: 'Amara', exact: true }).click();
  await expect(app.id('notice')).toContainText('keeps this page to the one it opened with');
  expect(person(page)).toBe('Hugo');
  await app.id('page-menu').click();
  await expect(app.id('color-scheme')).toBeVisible();
  await expect(app.id('dataset-badge')).toBeHidden();
});

test('a link with what is not there names it, and opens what it can', async ({ page }) => {
  const app = new App(page);
  await page.goto('/?play&backend=wasm&dataset=teas&person=nobody&item=nothing&hide=nav,kitchen&view=moon');
  await app.live();
  const notice = app.id('notice');
  for (const words of ['no part “kitchen”', 'no view “moon”', 'id “nobody”', 'id “nothing”'])
    await expect(notice).toContainText(words);
  await hidden(page, ['nav']);
  await expect(app.id('recommendation-row')).toHaveCount(10);

  await page.goto('/?play&backend=wasm&dataset=nowhere&hide=nav');
  await app.id('no-dataset').getByRole('link', { name: 'Teas' }).click();
  await app.live();
  await hidden(page, ['nav']);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('parts that are left are still changed by their tabs', async ({ page }) => {
    const app = new App(page);
    await app.openLive(LIMITED);
    await hidden(page, ['menu', 'who']);
    const tabs = page.getByRole('navigation', { name: 'Parts' });
    await expect(tabs.getByRole('radio')).toHaveCount(3);
    await expect(app.id('profile-person')).toBeVisible();
    await tabs.getByText('Picks').click();
    await expect(app.id('recommendation-row').first()).toBeVisible();
    await app.fits(390);
    expect(await seriousInBoth(page)).toEqual([]);
    expect(app.complaints).toEqual([]);
  });
});
