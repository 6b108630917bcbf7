import { expect, test } from '@playwright/test';
import { Site } from '../site';
import { id, Page } from './page';

let site: Site;
let page: Page | undefined;
test.beforeEach(async () => {
  site = new Site('/class/drex/');
  await site.start();
});
test.afterEach(async () => {
  await page?.driver.close();
  await site.stop();
});

test('a step of a lesson is played once there is no network any more', async () => {
  page = await Page.open(`${site.address()}?dataset=teas&backend=wasm`);
  await page.click(id('page-menu'));
  await page.has(`${id('offline-standing')}[data-standing="ready"]`);

  await site.stop();
  await page.driver.goto(`${site.address()}?lesson=one-review&dataset=teas&backend=wasm&step=predict`);
  await page.predict();
  // Once more, from the beginning of the page: what was answered stands.
  await page.driver.goto(`${site.address()}?lesson=one-review&dataset=teas&backend=wasm`);
  await page.has(id('outcome'));
  expect(await page.count(id('recommendation-row'))).toBe(10);
});
