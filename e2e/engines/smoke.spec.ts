import { expect, test } from '@playwright/test';
import { id, Page } from './page';

const REVIEW = 'Not as roasty as I hoped, thin and watery, but a lovely chocolate finish. Zzyzzx!';

/** Each view with what stands there when it has its numbers. */
const VIEWS = [
  ['evidence', '[data-testid="evidence-worth"]'],
  ['timeline', '[data-testid="effect"]'],
  ['map', '[data-testid="map-canvas"][data-milliseconds]'],
  ['labs', '[data-testid="goal-seek"]'],
  // What is looked at is what everything else computes, to the last bit.
  ['microscope', '[data-testid="update"][data-differing="0"]'],
  // Solved in a worker of its own.
  ['others', '[data-testid="ease-state"][data-how="solved"]'],
  ['explore', '[data-testid="recommendation-row"]'],
];

test.describe.configure({ mode: 'serial' });

let page: Page | undefined;
let left = { url: '', ranking: [] as object, difference: {} as object };

test.afterAll(() => page?.driver.close());

const open = (): Page => {
  if (!page) throw new Error('The page did not open.');
  return page;
};

test('the page opens and replays everything, on WASM', async ({ baseURL }) => {
  page = await Page.open(`${baseURL}/?dataset=beers`);
  await page.has(`${id('backend-badge')}[data-backend="wasm"]`);
  console.log(
    `${test.info().project.name} ran on WASM: ${await page.driver.read(() => navigator.userAgent, null)}`,
  );
  expect(await page.ranking()).toHaveLength(10);
});

test('a review moves the list, undo gives back what was, redo what became', async () => {
  const page = open();
  await page.click(`${id('recommendation-row')} button`);
  await page.has(id('predicted-rating'));
  const before = await page.ranking();
  const rows = await page.count(id('history-row'));
  await page.click(`${id('review-rating')} label:nth-of-type(4)`);
  await page.has(`${id('review-rating')} [type="radio"]:checked`);
  await page.driver.type(id('review-text'), REVIEW);
  await expect.poll(() => page.count(id('review-token'))).toBe(15);
  await page.click(`${id('review-add')}:not(:disabled)`);
  await page.has(id('difference-prediction'));
  await expect.poll(() => page.count(id('history-row'))).toBe(rows + 1);
  const after = await page.ranking();
  expect(after).not.toEqual(before);
  const difference = await page.difference();
  expect(Math.abs(Number(difference.after) - Number(difference.before))).toBeGreaterThan(0.001);

  await page.click(`${id('undo')}:not(:disabled)`);
  await expect.poll(() => page.ranking()).toEqual(before);
  await page.hasNo(id('difference'));
  await page.click(`${id('redo')}:not(:disabled)`);
  await expect.poll(() => page.ranking()).toEqual(after);
  await page.has(id('difference-prediction'));
  await expect.poll(() => page.url()).toContain('log=');
  left = { url: await page.url(), ranking: after, difference };
});

test('every view opens with its numbers, and nothing fails', async () => {
  const page = open();
  for (const [view, sign] of VIEWS) {
    await page.click(id(`view-${view}`));
    await page.has(`${id(`view-${view}`)}[aria-current="page"]`);
    await page.has(sign);
    expect(await page.count('[role="alert"]'), view).toBe(0);
  }
  expect(await page.driver.complaints()).toEqual([]);
});

test('the link gives somebody else the very same numbers', async () => {
  await open().driver.close();
  page = await Page.open(left.url);
  await page.has(id('difference-prediction'));
  await expect.poll(() => open().ranking()).toEqual(left.ranking);
  expect(await page.difference()).toEqual(left.difference);
  expect(await page.url()).toBe(left.url);
  expect(await page.driver.complaints()).toEqual([]);
});

test('the first minute: one review of one tea makes everyone’s list another', async ({ baseURL }) => {
  await open().driver.close();
  page = await Page.open(`${baseURL}/`, 'start-row');
  const items = (): Promise<string[]> =>
    open().driver.read(
      (row) => [...document.querySelectorAll<HTMLElement>(row)].map(({ dataset }) => dataset.item ?? ''),
      id('start-row'),
    );
  const everyone = await items();
  expect(everyone).toHaveLength(10);
  await page.click(id('start-example'));
  await page.click(id('start-send'));
  await expect.poll(items).not.toEqual(everyone);
  expect(await items()).toHaveLength(10);
  expect(await page.driver.complaints()).toEqual([]);
});

test('a lesson is played to its end: what is predicted stands beside what the model says', async ({
  baseURL,
}) => {
  await open().driver.close();
  page = await Page.open(`${baseURL}/?lesson=one-review&dataset=teas`, 'lesson-step');
  const next = `${id('next-step')}:not(:disabled)`;
  const step = (): Promise<string | undefined> =>
    open().driver.read(
      (shown) => document.querySelector<HTMLElement>(shown)?.dataset.step,
      id('lesson-step'),
    );
  await page.click(next);
  await page.predict();
  while ((await page.count(next)) > 0) {
    const before = await step();
    await page.click(next);
    await expect.poll(step).not.toBe(before);
  }
  await page.has(id('hand-in'));
  expect(await page.driver.complaints()).toEqual([]);
});
