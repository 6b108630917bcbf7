import { expect, test } from '@playwright/test';
import { App, type Backend, numbers, type Ranked, REVIEW } from './app';
import { holdAnswers } from './held';

/** Largest difference between two backends, in units of the rating and of the choice score. */
const TOLERANCE = 1e-3;

interface Outcome {
  readonly person: string | null;
  readonly before: readonly Ranked[];
  readonly after: readonly Ranked[];
  readonly difference: { before: number; after: number };
}

const outcomes = new Map<Backend, Outcome>();

test.describe.configure({ mode: 'serial' });

for (const backend of ['wasm', 'webgpu'] as const)
  test(`the whole journey on ${backend}`, async ({ page }) => {
    const letThrough = await holdAnswers(page, 'replay');
    const app = new App(page);
    await app.open(`/?backend=${backend}&dataset=beers`);
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', backend);
    // What is on screen before the replay is over comes from shipped states.
    await expect(app.id('source-badge')).toHaveAttribute('data-source', 'stored');
    await expect(app.id('recommendation-row')).toHaveCount(10);
    await letThrough();
    await app.live();

    const everybody = await app.found.textContent();
    await app.id('person-search').fill('imperial');
    await expect(app.found).not.toHaveText(everybody ?? '');
    await expect(app.id('person-row').first()).toContainText(/imperial/i);
    const row = app.id('person-row').nth(1);
    const person = await row.getAttribute('data-person');
    await row.click();
    await app.address(new RegExp(`person=${person}`));
    await expect(app.id('history-row').nth(3)).toBeAttached();

    // What is recommended, and why.
    await app.selectRecommendation(0);
    const before = await app.ranking();
    expect(before).toHaveLength(10);
    const choices = before.map(({ choice }) => choice);
    expect(choices).toEqual(choices.toSorted((a, b) => b - a));
    const first = app.id('recommendation-row').first();
    await first.getByRole('button', { name: /show the sum/i }).click();
    // What it is sorted by, and what it would be rated: each is the sum of what stands above it.
    await expect(first.getByRole('table')).toHaveCount(2);
    for (const table of await first.getByRole('table').all()) {
      const outermost = 'tr[data-level="0"] td:last-child, tr:not([data-level]) td:last-child';
      const cells = await table.locator(outermost).allTextContents();
      const parts = cells.map((c) => Number(c.replace('−', '-').replace('+', '')));
      const sum = parts.slice(0, -1).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - parts[parts.length - 1])).toBeLessThan(0.05);
    }

    // Evidence behind a word.
    await app.id('profile-person').getByTestId('word-row').first().click();
    await expect(app.id('evidence')).toContainText(/comes from/);

    // Write, and watch everything move.
    await app.rate(4);
    await page.locator('textarea').first().fill(REVIEW);
    await expect(app.id('review-token')).toHaveCount(15);
    const attention = await numbers(app.id('review-token'), 'data-attention');
    expect(attention.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
    await expect(app.id('review-token').last()).toHaveAttribute('data-known', 'false');
    await app.id('review-add').click();
    await expect(app.id('difference')).toBeVisible({ timeout: 60_000 });
    const difference = await app.difference();
    expect(difference.before).toBeCloseTo(before[0].rating, 5);
    expect(Math.abs(difference.after - difference.before)).toBeGreaterThan(0.001);
    await app.id('difference').getByText('How? What moved inside').click();
    await expect(app.id('difference')).toContainText('chocolate');
    await expect(app.id('history-row').first()).toHaveAttribute('data-key', 's1');
    const after = await app.ranking();
    expect(after.map((r) => r.item)).not.toContain(before[0].item);

    // Undo gives exactly what was, redo exactly what became.
    await app.id('undo').click();
    await expect(app.id('difference')).toBeHidden();
    await expect.poll(() => app.ranking()).toEqual(before);
    await app.id('redo').click();
    await expect.poll(() => app.ranking()).toEqual(after);

    outcomes.set(backend, { person, before, after, difference });
    expect(app.complaints).toEqual([]);
  });

test('both backends give the same numbers', () => {
  const [wasm, webgpu] = [outcomes.get('wasm'), outcomes.get('webgpu')];
  if (!wasm || !webgpu) throw new Error('a journey did not finish');
  expect(webgpu.person).toBe(wasm.person);
  for (const part of ['before', 'after'] as const) {
    const other = new Map(webgpu[part].map((one) => [one.item, one]));
    for (const { item, choice, rating } of wasm[part]) {
      const found = other.get(item);
      // Two items within the tolerance may change places at the end of the list.
      if (found === undefined) expect(choice - wasm[part][9].choice).toBeLessThan(TOLERANCE);
      else {
        expect(Math.abs(found.choice - choice)).toBeLessThan(TOLERANCE);
        expect(Math.abs(found.rating - rating)).toBeLessThan(TOLERANCE);
      }
    }
  }
  expect(Math.abs(webgpu.difference.after - wasm.difference.after)).toBeLessThan(TOLERANCE);
});
