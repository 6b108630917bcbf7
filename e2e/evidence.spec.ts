import { expect, test } from '@playwright/test';
import { App, numbers } from './app';
import { seriousInBoth } from './axe';
import { EARLIER, madeEvidence, manifestOf, serveEvidence as serve, serveEarlier } from './madeEvidence';

const made = (over: object = {}) => madeEvidence('beers', over);

/** Opens what stands behind the one screen. */
const details = (app: App) => app.id('evidence-details').locator('summary').first().click();

test('one screen says what DReX does best, what it does not, and how each number was measured', async ({
  page,
}) => {
  const app = new App(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await serve(page, made());
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await expect(app.id('evidence-best')).toContainText(
    'What somebody really liked is near the top more often (NDCG@10 0.031) than with everyone’s favourites (0.024).',
  );
  await expect(app.id('evidence-not').getByRole('listitem').first()).toContainText(
    'EASE (0.050) and Item neighbours (0.041) have what somebody really liked near the top more often than DReX',
  );
  // A number opens definition, interval and command, and gives the focus back.
  const ease = app.id('evidence-not').getByRole('button', { name: '0.050' });
  await ease.focus();
  await page.keyboard.press('Enter');
  const behind = page.getByRole('dialog');
  await expect(behind).toContainText('95 % interval [−0.0230, −0.0150] over 1,090 people: EASE is better');
  await expect(behind).toContainText('The whole catalogue but the items of the person’s history is ranked.');
  await expect(behind.locator('code')).toHaveText('npm run evidence -- --datasets beers');
  await page.keyboard.press('Escape');
  await expect(behind).toHaveCount(0);
  await expect(ease).toBeFocused();
  // Escape may be faster than the focus, which goes into what has opened a moment later.
  await ease.evaluate((number) => {
    (number as HTMLElement).click();
    queueMicrotask(() =>
      number.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
  });
  await expect(behind).toHaveCount(0);

  const worth = app.id('evidence-worth');
  await expect(worth).toContainText('Guessed ratings clearly need the text of reviews and aspect ratings.');
  await expect(worth.locator('tr[data-row="no-text"] td').last()).toHaveText('+0.010');
  await expect(app.id('worth-lacks')).toContainText('without overall ratings, the match of words');
  await expect(app.id('evidence-heard').getByRole('row')).toHaveCount(3);
  await expect(app.id('evidence-reasons')).toContainText(
    'a pick falls 7 places; without five other words, 0.5.',
  );
  for (const part of ['evidence-worth', 'evidence-heard', 'evidence-reasons']) {
    await app.id(part).getByRole('button', { name: 'How was this measured?' }).click();
    await expect(behind.locator('code')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  // Nothing of it has to be scrolled to.
  const { bottom } = await app.id('evidence-details').evaluate((one) => one.getBoundingClientRect());
  expect(bottom).toBeLessThanOrEqual(900);
  expect(app.complaints).toEqual([]);
});

test('of every set that ships it is one screen, and on a phone what belongs together stays on one line', async ({
  page,
}) => {
  const app = new App(page);
  for (const id of ['beers', 'books', 'films', 'instruments', 'teas']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/?backend=wasm&dataset=${id}#view=evidence`);
    const end = app.id('evidence-details').locator('summary').first();
    await expect(end).toBeVisible({ timeout: 120_000 });
    // What is open needs no more room than there is: the line that leads on is seen whole.
    await expect
      .poll(() => end.evaluate((one) => one.getBoundingClientRect().bottom), { message: id })
      .toBeLessThanOrEqual(900);
    await page.setViewportSize({ width: 390, height: 844 });
    await app.fits(390);
    const worth = app.id('evidence-worth');
    for (const words of [
      'clearly lost',
      'cannot be told',
      'clearly gained',
      'List (NDCG@10)',
      'Ratings (RMSE)',
    ]) {
      const one = worth.getByText(words, { exact: true });
      expect((await one.first().boundingBox())?.height, `${id}: ${words}`).toBeLessThan(24);
    }
  }
  expect(app.complaints).toEqual([]);
});

test('the evidence is one key away, and the link restores it', async ({ page, context }) => {
  const app = new App(page);
  await serve(page, made());
  await app.openLive('/?backend=wasm&dataset=beers');
  const { hash } = new URL(await app.address(/person=/));
  const person = new URLSearchParams(hash.slice(1)).get('person');
  await page.keyboard.press('2');
  await expect(app.id('evidence-headline')).toContainText(
    'DReX finds the beers that people like more often than a list of everyone’s favourites; EASE and Item neighbours find them more often still',
  );
  await expect(page).toHaveURL(/view=evidence/);
  await expect(app.id('view-evidence')).toHaveAttribute('aria-current', 'page');
  // What is on the other view stays as it is.
  await expect(page).toHaveURL(new RegExp(`person=${person}`));
  await expect(app.id('undo')).toBeDisabled();

  const other = new App(await context.newPage());
  await serve(other.page, made());
  await other.page.goto(await app.address(/view=evidence/));
  await expect(other.id('evidence-headline')).toBeVisible({ timeout: 60_000 });
  // The details are made once somebody asks, and a link keeps that they are open.
  await expect(other.id('evidence-models')).toHaveCount(0);
  await details(other);
  await other.page.goto(await other.address(/details=open/));
  await other.page.reload();
  await expect(other.id('evidence-models')).toBeVisible({ timeout: 60_000 });
  await other.goTo('explore');
  await expect(other.id('recommendation-row').first()).toBeVisible();
  await expect(other.page).not.toHaveURL(/view=/);
  await expect(other.page).toHaveURL(new RegExp(`person=${person}`));
  expect([...app.complaints, ...other.complaints]).toEqual([]);
});

test('every figure says what it shows, as a chart and as a table', async ({ page }) => {
  const app = new App(page);
  await serve(page, made());
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await details(app);
  const models = app.id('evidence-models');
  await app.id('evidence-models-metric').selectOption('RMSE');
  await expect(models.locator('tr[data-row="bias"]')).toContainText('−0.0147 [−0.0168, −0.0126]');
  await app.id('evidence-models-metric').selectOption('NDCG@10 (catalogue)');
  await expect(models.getByRole('heading')).toContainText(
    'By NDCG@10 (catalogue), DReX is better than 5 of 8 baselines',
  );
  await expect(models.locator('tr[data-row="itemknn"] [data-tone]').first()).toHaveAttribute(
    'data-tone',
    'worse',
  );
  await expect(app.id('evidence-changes')).toContainText('Two of 2 ablations raise the error');
  for (const [figure, cell] of [
    ['evidence-cold', '0.581'],
    ['evidence-missing', '0.628'],
    ['evidence-faithfulness', '0.107'],
  ]) {
    const part = app.id(figure);
    await expect(part.locator('svg.recharts-surface').first()).toBeVisible();
    await part.getByRole('button', { name: /show as a table/i }).click();
    await expect(part.locator('svg.recharts-surface')).toHaveCount(0);
    await expect(part.getByRole('cell', { name: cell }).first()).toBeVisible();
    await part.getByRole('button', { name: 'How was this measured?' }).click();
    await expect(page.getByRole('dialog').locator('code')).toContainText(
      'npm run evidence -- --datasets beers',
    );
    await page.keyboard.press('Escape');
  }
  await expect(app.id('top-reason')).toHaveText('62 %');
  // A table that is wider than its place says so, on a screen and on a phone; one that is not says nothing.
  await models.getByText('All metrics in one table').click();
  const cue = models.getByText('Scroll sideways');
  await expect(cue).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await cue.evaluate((one) => {
    one.parentElement?.scrollBy({ left: 9999 });
    one.scrollIntoView({ inline: 'nearest' });
  });
  await expect(cue).toBeInViewport({ ratio: 0.9 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(app.id('evidence-faithfulness').getByText('Scroll sideways').first()).toBeHidden();
  await expect(app.id('evidence-latest')).toContainText(
    /Predicting each person’s latest interaction: by NDCG@10 \(catalogue\), .*0\.5561/,
  );
  expect(app.complaints).toEqual([]);
});

test('whether it listens is said in words, and what is not measured yet is named', async ({ page }) => {
  const app = new App(page);
  await serve(page, made({ coldStart: [], faithfulness: null, latestOut: null }));
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await expect(app.id('evidence-heard')).toContainText('42 % of their list is of its kind');
  await expect(app.id('evidence-heard')).toContainText('by chance, 2.5 %');
  await expect(app.id('evidence-reasons')).toContainText('Not measured yet.');
  await details(app);
  const listens = app.id('evidence-listens');
  await expect(listens.locator('tr[data-row="drex"]').first()).toContainText('42 %');
  await expect(listens.locator('tr[data-row="chance"]').first()).toContainText('2.5 %');
  await expect(listens).toContainText('True tastes are known only for the made-up teas');
  await expect(app.id('listens-rule')).toContainText('200 sentences about books');
  const lacks = app.id('evidence-lacks').getByRole('listitem');
  await expect(lacks).toHaveCount(5);
  await expect(lacks.filter({ hasText: 'missing modalities: intervals of ' })).toHaveCount(1);
  await expect(lacks.filter({ hasText: 'cold start' })).toHaveCount(1);
  await expect(lacks.filter({ hasText: 'other ablations' })).toHaveCount(0);
  await expect(app.id('evidence-cold')).toHaveCount(0);
  await expect(app.id('evidence-faithfulness')).toHaveCount(0);
  expect(app.complaints).toEqual([]);
});

test('the browser measures what the data set stores', async ({ page }) => {
  const app = new App(page);
  await serve(page, null);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await expect(app.id('evidence-not-measured')).toContainText('npm run evidence -- --datasets beers');
  await expect(app.id('evidence-models')).toHaveCount(0);
  await app.id('live-run').click();
  await expect(app.id('live-title')).toContainText('This machine agrees with the stored figures', {
    timeout: 120_000,
  });
  const whole = app.id('live-result').first();
  const cells = whole.locator('td[data-value]');
  await expect(cells.nth(2)).toBeVisible();
  const rows = await numbers(cells, 'data-value');
  const stored = manifestOf('beers').metrics.rows.find((row) => row.model === 'drex')!;
  [stored.mae, stored.rmse, stored['ndcg@10']].forEach((value, k) => {
    expect(Math.abs(rows[k] - value)).toBeLessThan(5e-5);
  });
  // How well the list serves is measured as well, and is what is stored where that is.
  for (const [part, name] of [
    ['catalogueNdcg10', 'catalogue/ndcg@10'],
    ['catalogueRecall10', 'catalogue/recall@10'],
    ['coverage10', 'coverage@10'],
    ['overlap10', 'overlap@10'],
  ] as const) {
    const value = Number(await whole.locator(`td[data-part="${part}"]`).getAttribute('data-value'));
    expect(value).toBeGreaterThan(0);
    expect(Math.abs(value - (stored[name] ?? value))).toBeLessThan(2e-3);
  }

  // Without ratings the error is larger, and no agreement is claimed for it.
  await page.getByRole('switch', { name: 'Overall ratings' }).uncheck({ force: true });
  await app.id('live-run').click();
  const without = app.id('live-result').filter({ hasText: 'without overall ratings' });
  await expect(without).toBeVisible({ timeout: 120_000 });
  const rmse = Number(await without.locator('td[data-part="rmse"]').getAttribute('data-value'));
  expect(rmse).toBeGreaterThan(stored.rmse + 0.005);
  expect(app.complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

test('evidence of another model is never shown, that of an earlier state of this one with what changed', async ({
  page,
}) => {
  const app = new App(page);
  await serveEarlier(page, 'beers');
  await serve(page, made({ modelHash: 'f'.repeat(64) }));
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await expect(app.id('evidence-not-measured')).toContainText('measured with another model (ffffffffffff)');
  await expect(app.id('evidence-headline')).toHaveCount(0);

  await serve(page, made({ modelHash: EARLIER.hash }));
  await page.reload();
  await expect(app.id('evidence-earlier')).toContainText(EARLIER.change);
  await expect(app.id('evidence-earlier')).toContainText('MAE');
  await expect(app.id('evidence-headline')).toContainText('DReX found the beers that people like more often');
  await details(app);
  await expect(app.id('evidence-models').getByRole('heading')).toContainText('DReX was');
});

test('evidence of an earlier form gets one plain line, and the rest goes on', async ({ page }) => {
  const app = new App(page);
  await serve(page, { ...made(), evidenceVersion: 1 });
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await expect(app.id('evidence-not-measured')).toContainText('is of an earlier form');
  await expect(app.id('evidence-damage')).toHaveCount(0);
  await expect(app.id('live-run')).toBeEnabled();
  expect(app.complaints).toEqual([]);
});

test('damaged evidence is named, and the rest goes on', async ({ page }) => {
  const app = new App(page);
  await serve(page, made({ coldStart: [{ side: 'nobody' }] }));
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await expect(app.id('evidence-damage')).toContainText('evidence.json, field coldStart[0].side');
  await expect(app.id('live-run')).toBeEnabled();
  await app.goTo('explore');
  await expect(app.id('recommendation-row')).toHaveCount(10);
});

test('no serious violation in light and dark, and no sideways scrolling on a phone', async ({ page }) => {
  const app = new App(page);
  await serve(page, made());
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.goTo('evidence');
  await expect(app.id('evidence-worth')).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  await details(app);
  await expect(app.id('evidence-cold').locator('svg.recharts-surface').first()).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  for (const summary of await page.locator('details:not([open]) > summary').all()) await summary.click();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousInBoth(page)).toEqual([]);
  await app.fits(390);
  await app.id('evidence-worth').getByRole('button', { name: 'How was this measured?' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
});
