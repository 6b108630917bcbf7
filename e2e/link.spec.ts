import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { decodeLog, encodeLog } from '../src/session/linkLog';
import { writeLogFile } from '../src/session/logFile';
import { App, REVIEW } from './app';
import { EARLIER, serveEarlier } from './madeEvidence';

test('a link restores person, item and reviews exactly', async ({ page, context }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.selectRecommendation(2);
  await app.review(REVIEW);
  const url = await app.address(/log=/);
  const [ranking, difference] = [await app.ranking(), await app.difference()];

  const other = new App(await context.newPage());
  await other.openLive(url);
  await expect(other.id('difference')).toBeVisible();
  await expect.poll(() => other.ranking()).toEqual(ranking);
  expect(await other.difference()).toEqual(difference);
  await expect(other.page).toHaveURL(url);

  // The same link with its reviews damaged keeps person and item, and says so.
  const person = new URLSearchParams(new URL(url).hash.slice(1)).get('person');
  const damaged = new App(await context.newPage());
  await damaged.openLive(url.replace(/log=[^&]{8}/, 'log=AAAAAAAA'));
  await expect(damaged.id('notice')).toContainText('damaged');
  await expect(damaged.page).toHaveURL(new RegExp(`person=${person}`));
});

test('a link made with another model says so, and one made with an earlier state of this one what changed', async ({
  page,
}) => {
  const app = new App(page);
  await serveEarlier(page, 'beers');
  await app.openLive('/?backend=wasm#model=000000000000');
  await expect(app.id('notice')).toContainText('another version of the model');
  // Not just another hash: the page reads a link when it loads.
  await page.goto('about:blank');
  await app.openLive(`/?backend=wasm#model=${EARLIER.hash.slice(0, 12)}`);
  await expect(app.id('notice')).toContainText('an earlier state of this model');
  await expect(app.id('notice')).toContainText(EARLIER.change);
});

test('a link and a file of the model before keep their reviews; what was set inside that model is left out, and said', async ({
  page,
}) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.newPerson();
  await app.selectRecommendation(2);
  await app.review(REVIEW);
  const ranking = await app.ranking();
  const link = new URL(await app.address(/log=/));
  const params = new URLSearchParams(link.hash.slice(1));
  const inside = [
    { edit: 'clamp', side: 'user', d: 1, to: 0.5 },
    { edit: 'freeze', side: 'both', gate: 'update', to: 1 },
  ] as const;

  const { value: own } = await decodeLog(params.get('log') ?? '');
  params.set('log', await encodeLog([...own, ...inside]));
  params.set('model', '0'.repeat(12));
  params.append('number', 'factor~new-1~1');
  await page.goto('about:blank');
  await app.openLive(`/?backend=wasm#${params}`);
  await expect(app.id('notice')).toContainText('another version of the model');
  await expect(app.id('notice')).toContainText(
    'left out: 1 held dimension, 2 frozen gates and the number that was opened',
  );
  await expect.poll(() => app.ranking()).toEqual(ranking);
  await expect(app.id('number-drawer')).toHaveCount(0);
  await expect(page).not.toHaveURL(/number=/);

  // A file that was saved under the hash of before.
  const log = [...own.map((one) => ({ ...one, rating: 1.5 })), ...inside];
  const origin = { dataset: 'beers', modelHash: 'f'.repeat(64), created: '2026-01-01T00:00:00.000Z' };
  const chooser = page.waitForEvent('filechooser');
  await app.id('open-log').click();
  await (await chooser).setFiles({
    name: 'before.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writeLogFile(log, origin)),
  });
  await expect(app.id('log-report')).toContainText('Opened 1 review from “before.json”');
  await expect(app.id('log-report')).toContainText('left out: 1 held dimension and 2 frozen gates');
  await expect(app.id('history-row')).toHaveCount(1);
  expect(app.complaints).toEqual([]);
});

test('a link to what is not there says all of it, shows the rest and keeps what was left out', async ({
  page,
}) => {
  const app = new App(page);
  const review = { key: 's1', person: 'new-1', item: 'no-such-item', rating: 3, aspects: [], text: '' };
  const log = await encodeLog([
    { edit: 'delete', key: 'b5' },
    review,
    { edit: 'delete', key: 'b5' },
    { edit: 'mute', key: 's1', modality: 'text', muted: true },
  ]);
  await app.openLive(`/?backend=wasm#person=nobody-of-that-name&item=nothing-of-that-name&log=${log}`);
  const notice = app.id('notice');
  await expect(notice).toContainText('nobody-of-that-name');
  await expect(notice).toContainText('nothing-of-that-name');
  await expect(notice).toContainText('3 of 4 entries were left out (entry 2,');
  await expect(notice).toContainText('entry 3, key: the log has no interaction “b5”');
  await expect(notice).toContainText('entry 4, key: the review “s1”, which it changes, was left out');
  await expect(app.id('recommendation-row')).toHaveCount(10);

  // As they were: in this browser, and from there as a file.
  await expect(app.id('kept-log')).toContainText('1 review and 3 edits');
  const download = page.waitForEvent('download');
  await app.id('kept-log').getByRole('button', { name: 'Save as file' }).click();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(saved.log[1]).toEqual(review);
  // The address is that of what is shown.
  await expect(page).not.toHaveURL(/nobody-of-that-name/);
  await page.reload();
  await app.live();
  await expect(app.id('notice')).toHaveCount(0);
  expect(app.complaints).toEqual([]);
});
