import { expect, test } from '@playwright/test';
import { App, REVIEW } from './app';

/** The app with parts whose files do not come. */
class Blocked extends App {
  readonly failure = this.id('part-failure');
  private readonly blocked = new Set<string>();

  async block(...files: string[]): Promise<void> {
    for (const file of files) {
      this.blocked.add(file);
      await this.page.route(`**/assets/${file}`, (route) => route.abort('internetdisconnected'));
    }
  }

  async unblock(): Promise<void> {
    for (const file of this.blocked) await this.page.unroute(`**/assets/${file}`);
    this.blocked.clear();
  }

  async again(): Promise<void> {
    await this.failure.getByRole('button', { name: 'Try again' }).click();
  }
}

const TEAS = '/?backend=wasm&dataset=teas';

test('a view that cannot load fails alone, in its place, and comes once the network is back, reviews kept', async ({
  page,
}) => {
  const crashes: string[] = [];
  page.on('pageerror', (error) => crashes.push(error.message));
  const app = new Blocked(page);
  await app.openLive(TEAS);
  await app.selectRecommendation(0);
  await app.review(REVIEW);

  for (const [files, view, seen] of [
    // What Vite loads before a view fails in another way.
    [['TimelineView-*.css*'], 'view-timeline', 'timeline-mark'],
    [['MicroscopeScreen-*.js*'], 'view-microscope', 'station-score'],
    [['EvidenceView-*'], 'view-evidence', 'evidence-view'],
  ] as const) {
    await app.block(...files);
    await app.id(view).click();
    await expect(app.failure).toContainText('did not load');
    await expect(app.failure.getByRole('button', { name: 'Reload the page' })).toBeVisible();
    // Still away.
    await app.again();
    await expect(app.failure).toContainText('did not load');
    // Everything else works, what was not loaded before too.
    await app.goTo('labs');
    await expect(app.id('cold')).toBeVisible();
    await app.goTo('explore');
    await expect(app.id('history-row').first()).toHaveAttribute('data-key', 's1');
    await app.id(view).click();
    await expect(app.failure).toBeVisible();
    await app.unblock();
    await app.again();
    await expect(app.failure).toHaveCount(0);
    await expect(app.id(seen).first()).toBeAttached();
    for (const file of files.filter((one) => one.includes('.css')))
      expect(
        await page.evaluate(
          (name) => [...document.styleSheets].some(({ href }) => href?.includes(name)),
          file.split('-')[0],
        ),
      ).toBe(true);
  }
  await app.goTo('explore');
  await expect(app.id('history-row').first()).toHaveAttribute('data-key', 's1');
  expect(crashes).toEqual([]);
});

test('windows, drawers and experiments that cannot load fail alone too', async ({ page }) => {
  const app = new Blocked(page);
  await app.openLive(TEAS);

  await app.block('NumberDrawer-*.js*');
  await app.id('recommendation-row').first().locator('[data-of="prediction"]').first().click();
  await expect(app.failure).toContainText('did not load');
  await app.failure.getByRole('button', { name: 'Close' }).click();
  await expect(app.failure).toHaveCount(0);
  await app.unblock();
  await app.id('recommendation-row').first().locator('[data-of="prediction"]').first().click();
  await expect(app.id('number-drawer')).toHaveAttribute('data-value', /\d/);
  await page.keyboard.press('Escape');

  await app.block('Gallery-*.js*');
  await page.keyboard.press('d');
  await expect(app.failure).toContainText('did not load');
  await app.unblock();
  await app.again();
  await expect(app.id('dataset-card').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.id('dataset-card')).toHaveCount(0);

  // In the worker.
  await app.goTo('labs');
  await app.block('labs-*.js*');
  await app.id('cold-run').click();
  await expect(app.id('cold').getByRole('alert')).toContainText('did not load');
  await app.unblock();
  await app.id('cold-run').click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(app.id('panel-cold')).toBeVisible({ timeout: 60_000 });
});

test('a view that cannot be drawn says so in its place, and the others go on', async ({ page }) => {
  const app = new Blocked(page);
  await page.route('**/assets/MapScreen-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export default () => { throw new Error("nothing fits"); }',
    }),
  );
  await app.openLive(TEAS);
  await app.goTo('map');
  await expect(app.failure).toContainText('could not be drawn');
  await expect(app.failure).toContainText('nothing fits');
  await expect(app.failure.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await app.goTo('timeline');
  await expect(app.failure).toHaveCount(0);
  await expect(app.id('timeline-mark').first()).toBeVisible();
});
