import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { App, REVIEW } from './app';
import { serious } from './axe';

const START = '/?backend=wasm&dataset=beers';

/** Opens the page and writes a review of one of the recommendations. */
async function written(app: App, place: number): Promise<void> {
  await app.openLive(START);
  await app.selectRecommendation(place);
  await app.review(REVIEW);
  await expect(app.page).toHaveURL(/log=/);
}

/** The texts that are kept, without what tells one place from another. */
const kept = (app: App, kind: 'log' | 'damaged' = 'log'): Promise<string[]> =>
  app.page.evaluate(
    (prefix) =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => localStorage.getItem(key) ?? ''),
    `drex-lab/${kind}/beers/`,
  );

test('reviews are there again without their link, and can be put aside', async ({ page }) => {
  const app = new App(page);
  await written(app, 1);
  const [ranking, difference] = [await app.ranking(), await app.difference()];

  await app.openLive(START);
  await expect(app.id('saved-notice')).toContainText('Your 1 review was kept in this browser');
  await expect(app.id('saved-notice')).toBeInViewport();
  await expect.poll(() => app.ranking()).toEqual(ranking);
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show difference' }).click();
  await expect(app.id('difference')).toBeVisible();
  expect(await app.difference()).toEqual(difference);
  await expect(app.id('saved-notice')).toBeInViewport();

  await app.id('remark-offer').click();
  await expect(app.id('difference')).toBeHidden();
  await expect(app.id('saved-notice')).toContainText('Started afresh');
  await expect(app.id('kept-log')).toContainText('1 review');
  expect(await serious(page)).toEqual([]);
  await app.id('remark-offer').click();
  await expect.poll(() => app.ranking()).toEqual(ranking);
  await expect(app.id('kept-log')).toHaveCount(0);

  // Put aside means aside: the next start is empty, and the reviews are still there.
  await app.id('start-afresh').click();
  await expect(app.id('log-report')).toContainText('stays in this browser');
  await app.openLive(START);
  await expect(app.id('saved-notice')).toHaveCount(0);
  await app.id('kept-log').getByRole('button', { name: 'Bring back' }).click();
  await expect(app.id('log-report')).toContainText('Your 1 review is back');
  await expect.poll(() => app.ranking()).toEqual(ranking);
  await app.id('report-offer').click();
  await expect(app.id('kept-log')).toContainText('1 review');
  await app.id('kept-log').getByRole('button', { name: 'Forget' }).click();
  await expect(app.id('kept-log')).toHaveCount(0);
  await app.id('report-offer').click();
  await expect(app.id('kept-log')).toContainText('1 review');
  expect(app.complaints).toEqual([]);
});

test('a link with reviews leaves those that are kept, and offers them', async ({ page, browser }) => {
  const friend = new App(await (await browser.newContext()).newPage());
  await written(friend, 3);
  const [theirs, link] = [await friend.ranking(), await friend.address(/log=/)];
  await friend.page.context().close();

  const app = new App(page);
  await written(app, 1);
  const mine = await app.ranking();
  await page.goto('about:blank');
  await app.openLive(link);
  await expect(app.id('saved-notice')).toContainText('You had 1 review here; this link shows others.');
  await expect.poll(() => app.ranking()).toEqual(theirs);
  await app.id('remark-offer').click();
  await expect.poll(() => app.ranking()).toEqual(mine);
  await expect(app.id('saved-notice')).toContainText('is back');
  await app.id('undo').click();
  await expect.poll(() => app.ranking()).toEqual(theirs);
  await app.id('redo').click();
  await expect.poll(() => app.ranking()).toEqual(mine);
  await expect(app.id('kept-log')).toHaveCount(1);
});

test('a file takes the reviews elsewhere', async ({ page }, testInfo) => {
  const app = new App(page);
  await written(app, 2);
  const [ranking, difference] = [await app.ranking(), await app.difference()];
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = testInfo.outputPath('log.json');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^drex-beers-\d{4}-\d\d-\d\d\.json$/);
  await saved.saveAs(file);
  await expect(app.id('log-report')).toContainText('Saved 1 review');
  const json = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.keys(json)).toEqual(['schema', 'dataset', 'modelHash', 'created', 'log']);

  const open = async (made: object | string) => {
    const chooser = page.waitForEvent('filechooser');
    await app.id('open-log').click();
    const buffer = Buffer.from(typeof made === 'string' ? made : JSON.stringify(made));
    await (await chooser).setFiles({ name: 'log.json', mimeType: 'application/json', buffer });
  };
  const report = app.id('log-report');
  await open(json);
  await expect(report).toContainText('just what is here already');

  await app.id('start-afresh').click();
  await expect(app.id('difference')).toBeHidden();
  await open(json);
  await expect(report).toContainText('Opened 1 review from “log.json”');
  await expect.poll(() => app.ranking()).toEqual(ranking);
  await expect(app.id('difference')).toBeVisible();
  expect(await app.difference()).toEqual(difference);
  // One step.
  await app.id('report-offer').click();
  await expect(app.id('difference')).toBeHidden();
  await app.id('redo').click();
  await expect.poll(() => app.ranking()).toEqual(ranking);

  // What is wrong is named and left out; models and data sets are told apart.
  const [one] = json.log;
  await open({
    ...json,
    modelHash: 'other',
    log: [
      { ...one, rating: 'much' },
      { ...one, key: 's7', text: 'sweet' },
      { ...one, key: 's8', item: 'none' },
      { ...one, key: 's9', rating: 99 },
    ],
  });
  await expect(report).toContainText('Opened 1 review');
  await expect(report).toContainText('3 of 4 entries were left out');
  await expect(report).toContainText('entry 1, rating: is not a number or null');
  await expect(report).toContainText('entry 3, item: no item has the id “none”');
  await expect(report).toContainText('entry 4, rating: 99 is outside');
  await expect(report).toContainText('made with another version of the model');
  expect(await serious(page)).toEqual([]);
  await expect.poll(() => app.ranking()).not.toEqual(ranking);
  const before = await app.ranking();
  await open({ ...json, dataset: 'films' });
  await expect(report).toContainText('belongs to the data set “films”. Open that data set first');
  await open('nonsense');
  await expect(report).toContainText('Nothing was changed');
  expect(await app.ranking()).toEqual(before);
  await open({ ...json, dataset: 'films' });
  await app.id('report-offer').click();
  await expect(page.getByRole('dialog', { name: 'Data sets' })).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('damaged reviews give what is sound, and stay as they were', async ({ page }) => {
  const app = new App(page);
  await written(app, 1);
  const ranking = await app.ranking();
  await expect.poll(async () => (await kept(app)).length).toBe(1);
  const raw = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('drex-lab/log/'));
    if (!key) throw new Error('nothing is kept');
    const damaged = (localStorage.getItem(key) ?? '').replace(/\}\n\]/, '},\n{"key":"s2","person":7}\n]');
    localStorage.setItem(key, damaged);
    return damaged;
  });
  await app.openLive(START);
  await expect(app.id('saved-notice')).toContainText(
    '1 of 2 entries was left out (entry 2, person: is not text',
  );
  await expect(app.id('saved-notice')).toContainText('Your 1 review was kept');
  await expect.poll(() => app.ranking()).toEqual(ranking);
  await expect.poll(() => kept(app, 'damaged')).toEqual([raw]);
  const download = page.waitForEvent('download');
  await app.id('kept-damaged').getByRole('button', { name: 'Save as file' }).click();
  expect((await download).suggestedFilename()).toContain('damaged');
});

test('two tabs do not write over each other', async ({ page, context }) => {
  const app = new App(page);
  await written(app, 1);
  const other = new App(await context.newPage());
  await other.openLive(START);
  // It may be somebody else’s, so it is not shown unasked.
  await expect(other.id('saved-notice')).toContainText('1 review was written on this device');
  await expect(other.id('undo')).toBeDisabled();
  expect(other.log()).toBeNull();
  await other.id('remark-offer').click();
  await expect(other.id('saved-notice')).toContainText('Your 1 review is back.');
  await expect(other.id('difference')).toBeVisible();
  await other.selectRecommendation(4);
  await other.review('sweet and sour');
  await app.selectRecommendation(6);
  await app.review('bitter and smoky');
  await expect(app.id('kept-log')).toContainText('2 reviews');
  await expect(other.id('kept-log')).toContainText('2 reviews');
  // Each text in one of two logs.
  const holding = async (text: string) => (await kept(app)).filter((log) => log.includes(text)).length;
  await expect
    .poll(async () => [
      (await kept(app)).length,
      await holding('sweet and sour'),
      await holding('bitter and smoky'),
    ])
    .toEqual([2, 1, 1]);

  // A third finds the newest, and the other one too.
  const third = new App(await context.newPage());
  await third.openLive(START);
  await third.id('remark-offer').click();
  await expect(third.page.getByText('“bitter and smoky”').first()).toBeVisible();
  await third.id('kept-log').getByRole('button', { name: 'Bring back' }).click();
  await expect(third.page.getByText('“sweet and sour”').first()).toBeVisible();
});

test('where nothing can be kept it is said once, and the link holds all', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  const app = new App(page);
  await written(app, 1);
  await expect(app.id('saved-notice')).toContainText(
    'This browser does not let the page keep your reviews; the link in the address still holds them.',
  );
  await app.id('saved-notice').getByRole('button', { name: 'Dismiss' }).click();
  await app.selectRecommendation(3);
  const one = app.log();
  await app.review('bitter and smoky');
  await expect(app.id('saved-notice')).toHaveCount(0);
  const ranking = await app.ranking();
  await expect.poll(app.log).not.toBe(one);
  await page.reload();
  await app.live();
  await expect.poll(() => app.ranking()).toEqual(ranking);
  expect(app.complaints).toEqual([]);
});

test('blocked storage does not keep the page from starting', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  const app = new App(page);
  await written(app, 1);
  await expect(app.id('saved-notice')).toContainText('does not let the page keep your reviews');
});
