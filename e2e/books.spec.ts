import { expect, test } from '@playwright/test';
import { App, type Backend, type Ranked } from './app';
import { seriousInBoth } from './axe';

/** Largest difference of a choice score between two backends. */
const TOLERANCE = 1e-3;

const lists = new Map<Backend, readonly Ranked[]>();

test.describe.configure({ mode: 'serial' });

for (const backend of ['wasm', 'webgpu'] as const)
  test(`real sentences of the books on ${backend}: a critic, a keyword, what was said, a reason, a review word by word`, async ({
    page,
  }) => {
    const app = new App(page);
    // The emulation of WebGPU takes its time for chains as long as these.
    test.setTimeout(600_000);
    await app.open(`/?backend=${backend}&dataset=books`, 300_000);
    await app.live();
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', backend);
    // A first look begins with somebody and something that were chosen by reading.
    await expect(page.getByRole('heading', { name: 'For Mary Moss' })).toBeVisible();
    const item = app.id('profile-item');
    await expect(item.getByRole('heading')).toHaveText('Jungle');
    await expect(item).toContainText('Chicago in its worst industrial phases');
    await expect(app.id('profile-person')).toContainText('Critic');

    const own = page.getByLabel(/^Reviews of this (critic|periodical)$/);
    await expect(own.getByText(/^“.+”$/).first()).toBeVisible();
    await expect(own).toContainText(/\d (January|May|June|July|October) 190[567]/);
    await expect(own).toContainText('Old opinions remain old opinions.');

    await item.getByTestId('word-row').first().click();
    const word = await item.getByTestId('word-row').first().getAttribute('data-word');
    const said = app.id('evidence').getByTestId('sentences').first();
    await expect(said.locator('mark').first()).toHaveText(new RegExp(word ?? '', 'i'));

    const row = app.id('recommendation-row').first();
    await row.getByRole('button', { name: /show the sum/i }).click();
    await row
      .getByRole('button', { name: /^sentences of/ })
      .first()
      .click();
    await expect(row.locator('mark').first()).toBeVisible();
    if (backend === 'wasm') expect(await seriousInBoth(page)).toEqual([]);

    lists.set(backend, await app.ranking());

    // A house of many writers, and the newest of a long chain.
    await app.id('person-search').fill('athenaeum');
    await app.id('person-row').first().click();
    // What is expected of a reviewed book replays all but that review.
    await expect(page.getByRole('heading', { name: 'For The Athenaeum' })).toBeVisible({ timeout: 180_000 });
    await expect(app.id('profile-person')).toContainText('Periodical');
    await expect(own).toContainText(/The newest 50 make \d+\s% of what is left/);

    await page.keyboard.press('6');
    await expect(app.id('update')).toContainText('by The Athenaeum');
    await expect(page.getByTestId('station-attention')).toBeVisible();
    expect(app.complaints).toEqual([]);
  });

test('both backends list the same books', () => {
  const [wasm, webgpu] = ['wasm', 'webgpu'].map((name) => lists.get(name as Backend) ?? []);
  expect(wasm).toHaveLength(10);
  expect(webgpu.map(({ item }) => item)).toEqual(wasm.map(({ item }) => item));
  const differences = wasm.map(({ choice }, k) => Math.abs(choice - webgpu[k].choice));
  expect(Math.max(...differences)).toBeLessThan(TOLERANCE);
});
