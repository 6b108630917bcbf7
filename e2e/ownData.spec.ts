import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { App } from './app';
import { serious } from './axe';

const TEAS = '/?backend=wasm&dataset=teas#view=explore&person=new-1';

/** Three people, one name misspelt, one unknown, two bad ratings, one bad date. */
const TABLE = `Name,Date,Tea,Stars,Taste,What I thought
Mia,2024-03-02,copper staircase,4,5,"Lovely and light, not bitter at all"
Mia,2024-03-09,Distant Ferry,2,2,"Too smoky for me, a bit dull"
Jonas,2024-02-20,Faraway Canal,5,,Warm and sweet
Jonas,2024-02-25,Farway Lantern,4,,My favourite in the evening
Ada,2024-03-11,Crooked Courier,9,,Great
Ada,2024-03-12,Faraway Harbour,three,,Bitter
Ada,soon,Distant Kite,3,,"Fine, nothing more"
Ada,2024-03-14,Rooibos,3,,Not on the list
`;

async function choose(app: App, name: string, content: string | Buffer): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  await app.id('open-log').click();
  const mimeType = 'text/csv';
  await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(content) });
}

test('a table of one’s own is mapped, named where it does not fit, added in one step and taken back', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive(TEAS);
  const before = await app.ranking();
  await choose(app, 'mine.csv', TABLE);
  await expect(app.id('own-table-match')).toContainText('mine.csv: 6 of 8 rows name a tea of this data set.');
  const column = (role: string) => app.id(`own-table-${role}`).locator('option:checked');
  for (const [role, called] of [
    ['item', 'Tea'],
    ['rating', 'Stars'],
    ['text', 'What I thought'],
    ['person', 'Name'],
    ['time', 'Date'],
  ] as const)
    await expect(column(role)).toHaveText(called);
  await expect(app.id('own-table-problem')).toHaveText([
    'Row 6, Stars: “9” is outside 1 to 5',
    'Row 7, Stars: “three” is not a number',
    /^Row 8, Date: “soon” is no date/,
  ]);
  await expect(app.id('own-table-unmatched')).toHaveText([
    /“Farway Lantern” \(row 5\)/,
    /“Rooibos” \(row 9\)/,
  ]);
  await expect(app.id('own-table-people')).toContainText(
    'Mia (2 reviews), Jonas (1 review) and Ada (1 review)',
  );
  expect(await serious(page)).toEqual([]);

  // Nothing is guessed: somebody says what is meant, by key.
  const meant = page.getByRole('combobox', { name: 'What “Farway Lantern” is' });
  await meant.focus();
  // One key at a time: a list forgets what was typed before a pause, and a busy machine makes pauses.
  await page.keyboard.press('f');
  const called = meant.locator('option:checked');
  while ((await called.textContent()) !== 'Faraway Lantern') {
    const passed = await called.textContent();
    await page.keyboard.press('ArrowDown');
    await expect(called).not.toHaveText(passed ?? '');
  }
  await expect(app.id('own-table-people')).toContainText('Jonas (2 reviews)');
  // Another scale: 1 to 10 becomes 1 to 5, and 9 lies on it.
  await app.id('own-table-max-rating').fill('10');
  await page.keyboard.press('Enter');
  await expect(app.id('own-table-range-rating')).toContainText('becomes 1–5');
  await expect(app.id('own-table-problem')).toHaveCount(2);
  await app.id('own-table-max-rating').fill('5');
  await page.keyboard.press('Enter');
  await expect(app.id('own-table-problem')).toHaveCount(3);
  // Without a column of people one newcomer wrote them all.
  await app.id('own-table-person').selectOption({ label: '– all by one person' });
  await expect(app.id('own-table-people')).toContainText('One newcomer');
  await app.id('own-table-person').selectOption({ label: 'Name' });

  const add = app.id('own-table-add');
  await expect(add).toHaveText('Add 5 reviews');
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(app.id('own-table')).toBeHidden();
  await expect(app.id('saved-notice')).toContainText(
    'Added 5 reviews by 3 people from “mine.csv”; 3 rows of it were left out.',
  );
  // Of the last who wrote.
  await expect(app.id('profile-person')).toContainText('Ada');
  await expect.poll(() => app.ranking()).not.toEqual(before);
  const after = await app.ranking();
  const link = await app.address(/log=/);

  // One step, both ways.
  await app.id('undo').click();
  await expect(page).not.toHaveURL(/log=/);
  await app.id('redo').click();
  await expect.poll(() => app.ranking()).toEqual(after);
  // The same table once more: whoever is here is taken for the same.
  await choose(app, 'mine.csv', TABLE);
  await expect(app.id('own-table-people')).toContainText('Already here, and taken for the same: Mia');
  await page.keyboard.press('Escape');
  await expect(app.id('own-table')).toBeHidden();

  // Elsewhere, by link.
  await page.goto('about:blank');
  await app.openLive(link);
  await expect.poll(() => app.ranking()).toEqual(after);
  expect(app.complaints).toEqual([]);
});

test('what is no table is told, nothing is lost, and a file may be dropped on any view', async ({ page }) => {
  const app = new App(page);
  await app.openLive(TEAS);
  await app.selectRecommendation(0);
  await app.review('A lovely light tea.');
  const log = await app.address(/log=/).then(() => app.log());
  await choose(app, 'letter.txt', 'Dear all,\nthis is no table');
  await expect(app.id('log-report')).toContainText('It is not a log of this page.');
  await choose(app, 'big.csv', `tea,stars\n${'Distant Kite,4\n'.repeat(140_000)}`);
  await expect(app.id('log-report')).toContainText('is larger than 2.0 MB');
  await choose(app, 'long.csv', `tea,stars\n${'Distant Kite,4\n'.repeat(2_003)}`);
  await expect(app.id('own-table-match')).toContainText(
    'The file has 2,003 rows; the page takes 2,000 at a time',
  );
  await page.keyboard.press('Escape');
  await choose(app, 'empty.csv', 'tea,stars\n');
  await expect(app.id('own-table')).toContainText('There is no row below the first');
  await expect(app.id('own-table-add')).toBeDisabled();
  await page.keyboard.press('Escape');
  expect(app.log()).toBe(log);

  await app.goTo('timeline');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{"user":"Mia","item":"distant-kite","rating":5}\n'], 'mine.jsonl'));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
      );
  });
  await expect(app.id('own-table-match')).toContainText('1 of 1 row names a tea');
  await app.id('own-table-add').click();
  await expect(app.id('saved-notice')).toContainText('Added 1 review by 1 person');
  expect(app.complaints).toEqual([]);
});

test('on a phone the table is mapped with one thumb', async ({ browser }) => {
  const page = await (
    await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  ).newPage();
  const app = new App(page);
  await app.openLive(TEAS);
  await page.getByText('Review', { exact: true }).first().click();
  await choose(app, 'mine.csv', TABLE);
  await expect(app.id('own-table-match')).toContainText('6 of 8 rows');
  await app.fits(390);
  expect(await serious(page)).toEqual([]);
  await expect(app.id('own-table-add')).toBeInViewport();
  const [width, height] = await app
    .id('own-table-add')
    .evaluate((button) => [button.clientWidth, button.clientHeight]);
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(42);
  await app.id('own-table-add').click();
  await expect(app.id('saved-notice')).toContainText('Added 4 reviews by 3 people');
  await expect(app.id('recommendation-row').first()).toBeVisible();
  expect(app.complaints).toEqual([]);
  await page.context().close();
});

/** The files of a bundle that ships, under a name of its own. */
const bundle = (): Record<string, Uint8Array> => {
  const folder = 'public/datasets/teas';
  return Object.fromEntries(
    readdirSync(folder).map((name) => [`my-set/${name}`, new Uint8Array(readFileSync(`${folder}/${name}`))]),
  );
};

/** Drops a file or a folder of the disk on the page, as the desktop does. */
async function drop(page: Page, path: string): Promise<void> {
  const desktop = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await desktop.send('Input.dispatchDragEvent', {
      type,
      x: 200,
      y: 300,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
}

async function openZip(app: App, content: Uint8Array): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  await app.id('open-own-zip').click();
  await (await chooser).setFiles({
    name: 'my-set.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(content),
  });
}

test('a trained data set opens from a folder or a zip, stays for the next time, and is missed where it is not', async ({
  page,
  browser,
}, testInfo) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  const ranking = await app.ranking();
  await page.keyboard.press('d');
  const own = page.getByRole('region', { name: 'Use your own data' });
  await expect(own).toContainText('npm run pretrain -- --data my-reviews.csv --out my-set');
  expect(await serious(page)).toEqual([]);

  // What is damaged is named, and nothing of it is kept.
  const files = bundle();
  const [name] = Object.keys(files).filter((path) => path.includes('states'));
  const damaged = { ...files, [name]: files[name].map((byte, k) => (k === 40 ? byte ^ 1 : byte)) };
  await openZip(app, zipSync(damaged, { level: 0 }));
  await expect(app.id('own-set-status')).toContainText('is damaged: checksum differs');
  await expect(app.id('own-set')).toHaveCount(0);
  await openZip(app, zipSync({ 'photo.jpg': new Uint8Array(9) }));
  await expect(app.id('own-set-status')).toContainText('manifest.json: is missing');

  // What is whole may be dropped as well, on whatever is shown.
  const zip = testInfo.outputPath('my-set.zip');
  writeFileSync(zip, zipSync(files, { level: 0 }));
  await drop(page, zip);
  await expect(page).toHaveURL(/dataset=own/);
  await app.live();
  await expect.poll(() => app.ranking()).toEqual(ranking);
  // What is written here is kept beside, not among the reviews of a set that ships.
  await app.selectRecommendation(1);
  await app.review('Warm and sweet, not bitter at all.');
  await expect(page).toHaveURL(/log=/);
  await app.goTo('evidence');
  await expect(page.getByRole('main')).toBeVisible();
  await page.reload();
  await expect(app.id('view-evidence')).toBeAttached({ timeout: 60_000 });
  const link = page.url();

  await page.goto('/?backend=wasm&dataset=teas');
  await app.live();
  await expect(app.id('saved-notice')).toHaveCount(0);
  await page.keyboard.press('d');
  await expect(app.id('own-set')).toContainText('your own');
  await app.id('own-set').getByRole('link').click();
  await app.live();
  await expect(app.id('saved-notice')).toContainText('Your 1 review was kept in this browser');
  expect(app.complaints).toEqual([]);

  // Somebody else has the link, and not the set.
  const friend = new App(await (await browser.newContext()).newPage());
  await friend.page.goto(link);
  const missing = friend.id('own-missing');
  await expect(missing.getByRole('heading')).toHaveText(
    'This link needs a data set that you do not have yet',
  );
  await expect(friend.id('error')).toHaveCount(0);
  // What helps comes first, and loading the page again is no part of it.
  await expect(missing.getByRole('button')).toHaveText([
    'Open the folder',
    'Open a zip of it',
    'Other data sets',
  ]);
  await expect(missing).not.toContainText(/manifest|`|dataset=own/);
  await missing.getByText('How?').click();
  await expect(missing).toContainText('dataset=own');
  expect(await serious(friend.page)).toEqual([]);
  await missing.getByRole('button', { name: 'Other data sets' }).click();
  await expect(friend.id('open-own-folder')).toBeVisible();
  await friend.page.keyboard.press('Escape');
  const chooser = friend.page.waitForEvent('filechooser');
  await missing.getByRole('button', { name: 'Open the folder' }).click();
  await (await chooser).setFiles('public/datasets/teas');
  await friend.live();
  // With the view and the review of the link.
  await expect(friend.id('view-evidence')).toHaveAttribute('aria-current', 'page');
  expect(friend.log()).toBe(new URLSearchParams(new URL(link).hash.slice(1)).get('log'));
  expect(friend.log()).not.toBeNull();
  await friend.page.context().close();

  // Removed, it is gone.
  await page.goto('/?backend=wasm&dataset=teas');
  await app.live();
  await page.keyboard.press('d');
  await app
    .id('own-set')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(app.id('own-set')).toHaveCount(0);

  // A folder as it lies on the disk, dropped.
  await drop(page, resolve('public/datasets/teas'));
  await expect(page).toHaveURL(/dataset=own/);
  await app.live();
  // The same set, and so what was written in it is there once more.
  await expect(app.id('saved-notice')).toContainText('Your 1 review was kept in this browser');
});
