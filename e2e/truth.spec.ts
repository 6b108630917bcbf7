import { expect, test } from '@playwright/test';
import { App, numbers, REVIEW } from './app';
import { seriousInBoth } from './axe';
import { madeEvidence, serveEvidence } from './madeEvidence';

const WORKING = { timeout: 60_000 };

/** The two cards of the microscope that ask what the model's parts mean. */
class TruthPage extends App {
  async openMicroscope(dataset: string, tab: 'words' | 'dimensions' = 'words'): Promise<void> {
    await this.openLive(`/?backend=wasm&dataset=${dataset}`);
    await expect(this.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
    await this.page.keyboard.press('6');
    await expect(this.id('station')).toBeVisible(WORKING);
    await this.id(`tab-${tab}`).click();
    await expect(this.id(tab === 'words' ? 'truth-card' : 'dimension-ends')).toBeVisible(WORKING);
  }

  async number(card: string, attribute: string): Promise<number> {
    return Number(await this.id(card).getAttribute(attribute));
  }
}

test('attention of a review beside what masking each word changes', async ({ page }) => {
  const app = new TruthPage(page);
  await serveEvidence(page, madeEvidence('teas'));
  await app.openMicroscope('teas');
  await expect(app.id('truth-text')).toBeVisible(WORKING);
  const n = await app.number('truth', 'data-n');
  expect(n).toBeGreaterThan(2);
  // What is drawn is what the sentence speaks of.
  const agreement = await app.number('truth', 'data-agreement');
  await expect(app.id('truth').locator('h2')).toContainText(agreement.toFixed(2).replace('-', '−'));
  await expect(app.id('truth-word').first()).toBeVisible();
  const words = await numbers(app.id('truth-word'), 'data-attention');
  expect(words.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
  await app.id('truth').getByText('Features x', { exact: true }).first().click();
  await expect(app.id('truth').locator('h2')).toContainText(
    (await app.id('truth-agreement-features').textContent()) ?? '–',
  );
  await app.id('truth').getByRole('button', { name: 'Show as a table' }).click();
  await expect(app.id('truth-table').locator('tbody tr')).toHaveCount(words.length);
  await expect(app.id('truth-scatter')).toBeHidden();
  await expect(app.id('truth-evidence')).toContainText('test part');

  // What a word does opens into the two runs that tell it.
  const change = app.id('truth-table').locator('button[data-of="masking"]').last();
  const said = Number(
    (await change.getAttribute('title'))?.replace(/\. How.*/, '').replace('−', '-') ?? Number.NaN,
  );
  await change.click();
  await expect(app.id('number-drawer')).toHaveAttribute('data-of', 'masking', WORKING);
  await expect.poll(() => app.number('number-drawer', 'data-value')).toBeCloseTo(said, 5);
  await expect(app.id('operands-terms').getByTestId('term')).toHaveCount(2);
  await page.keyboard.press('Escape');

  await app.id('truth-uniform').focus();
  await page.keyboard.press('Space');
  await expect.poll(() => app.number('truth-uniform-cost', 'data-features')).toBeGreaterThan(0);

  // Another review, by the keyboard of a select.
  const before = await app.id('truth-text').textContent();
  await app.id('truth-review').selectOption({ index: 1 });
  await expect(app.id('truth-text')).not.toHaveText(before ?? '', WORKING);
  expect(app.complaints).toEqual([]);
});

test('what a word does to the choice score, and to a place in the list', async ({ page }) => {
  const app = new TruthPage(page);
  await app.openMicroscope('teas');
  await expect(app.id('truth-text')).toBeVisible(WORKING);
  await app.id('truth').getByText('Choice score', { exact: true }).first().click();
  const moves = await numbers(app.id('truth-word').and(page.locator('[data-change]')), 'data-change');
  const most = moves.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0];
  await expect(app.id('truth-match')).toContainText(Math.abs(most).toFixed(3));

  await app.id('truth-about').getByText('Place in the list').click();
  const card = app.id('fall');
  await expect(card).toHaveAttribute('data-fall', /\d/, WORKING);
  const fall = await app.number('fall', 'data-fall');
  const title = card.locator('h2');
  if (fall > 0) await expect(title).toContainText('falls from place');
  await expect(app.id('fall-words').locator('tbody tr')).toHaveCount(5);
  await expect(app.id('fall-words').locator('tfoot')).toContainText('all of them together');
  // What a word adds is the term of the score that the list opens.
  const term = app.id('fall-words').getByTestId('num').first();
  const shown = Number((await term.textContent())?.replace('−', '-').replace('+', ''));
  await term.click();
  await expect(app.id('number-drawer')).toHaveAttribute('data-of', 'choice-word', WORKING);
  await expect.poll(() => app.number('number-drawer', 'data-value')).toBeCloseTo(shown, 3);
  await page.keyboard.press('Escape');
  expect(await seriousInBoth(page)).toEqual([]);
  expect(app.complaints).toEqual([]);
});

test('where texts do not ship, a review that is written here can be read', async ({ page }) => {
  const app = new TruthPage(page);
  await app.openMicroscope('beers');
  await expect(app.id('truth-empty')).toContainText('may not be published');
  await app.id('truth').getByRole('button', { name: 'Write a review in Explore' }).click();
  await app.selectRecommendation(0);
  await app.review(REVIEW);
  await app.goTo('microscope');
  await expect(app.id('truth-text')).toContainText('chocolate', WORKING);
  const unknown = app.id('truth-word').and(page.locator('[data-known="false"]'));
  await expect(unknown).toHaveText('Zzyzzx');
  await expect(unknown).toHaveAttribute('title', /not known to the model/);
  await expect(app.id('truth-negation').first()).toContainText('“not as”');
  // With the review goes what was said of it.
  await page.keyboard.press('Control+z');
  await expect(app.id('truth-empty')).toBeVisible(WORKING);
  expect(app.complaints).toEqual([]);
});

test('a dimension: chosen by step, strip or key, of items or people, and an edit changes it', async ({
  page,
}) => {
  const app = new TruthPage(page);
  await app.openMicroscope('teas', 'dimensions');
  const card = app.id('dimension');
  await app.id('dimension-next').click();
  await expect(card).toHaveAttribute('data-d', '1');
  await app.id('dimension-cell').nth(5).click();
  await expect(card).toHaveAttribute('data-d', '5');
  await page.keyboard.press('ArrowRight');
  await expect(card).toHaveAttribute('data-d', '6');
  await expect(app.id('dimension-cell').nth(6)).toBeFocused();
  await expect(card.locator('h2')).toContainText('imension 6 of teas');
  await expect(app.id('dimension-end')).toHaveCount(10);
  const values = await numbers(app.id('dimension-end'), 'data-value');
  const [high, low] = [values.slice(0, 5), values.slice(5)];
  expect(high).toEqual(high.toSorted((a, b) => b - a));
  expect(low).toEqual(low.toSorted((a, b) => a - b));
  await expect(app.id('dimension-word')).toHaveCount(10);

  await card.getByText('people', { exact: true }).first().click();
  await expect(card).toHaveAttribute('data-side', 'user');
  const n = await app.number('dimension', 'data-n');
  const changes = () =>
    app
      .id('dimension-end')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('data-id')} ${row.getAttribute('data-value')}`),
      );
  const before = await changes();
  // Somebody new who says something is one more.
  await page.keyboard.press('1');
  await app.newPerson();
  await app.selectRecommendation(0);
  await page.locator('textarea').first().fill(REVIEW);
  await expect(app.id('review-token').first()).toBeVisible();
  await app.id('review-add').click();
  await expect(app.id('difference')).toBeVisible(WORKING);
  await app.goTo('microscope');
  await expect(card).toHaveAttribute('data-n', String(n + 1), WORKING);
  await page.keyboard.press('Control+z');
  await expect(card).toHaveAttribute('data-n', String(n), WORKING);
  await expect.poll(changes).toEqual(before);
  expect(app.complaints).toEqual([]);
});

test('no serious violation in light and dark, and no card wider than a phone', async ({ page }) => {
  const app = new TruthPage(page);
  await app.openMicroscope('teas');
  await expect(app.id('truth-text')).toBeVisible(WORKING);
  expect(await seriousInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousInBoth(page)).toEqual([]);
  const expectFits = (card: string) =>
    expect
      .poll(() =>
        app.id(card).evaluate((one) => ({
          beyond: Math.max(0, one.getBoundingClientRect().right - 390),
          hidden: one.scrollWidth - one.clientWidth,
        })),
      )
      .toEqual({ beyond: 0, hidden: 0 });
  await expectFits('truth-card');
  await app.id('tab-dimensions').click();
  await expect(app.id('dimension-ends')).toBeVisible(WORKING);
  expect(await seriousInBoth(page)).toEqual([]);
  await expectFits('dimension');
  // Of beers a fact is known by which they differ, which takes a long cell.
  await app.openMicroscope('beers', 'dimensions');
  await expect(app.id('dimension-ties')).toContainText('by chance', WORKING);
  await expectFits('dimension');
});
