import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { App, REVIEW } from './app';
import { seriousInBoth } from './axe';

const { counts } = JSON.parse(readFileSync('public/datasets/beers/manifest.json', 'utf8')) as {
  counts: { users: number; items: number };
};

const MAP = { timeout: 60_000 };

/** The map as somebody uses it. */
class MapPage extends App {
  readonly canvas = this.id('map-canvas');

  async openMap(hash = ''): Promise<void> {
    await this.page.goto(`/?backend=wasm#view=map${hash}`);
    await expect(this.canvas).toHaveAttribute('data-milliseconds', /\d/, MAP);
  }

  async zoom(): Promise<number> {
    return Number(await this.canvas.getAttribute('data-zoom'));
  }

  async find(query: string, name: string): Promise<void> {
    await this.id('map-search').fill(query);
    await this.page.getByRole('option', { name, exact: true }).click();
    // It has come to rest.
    await expect.poll(() => this.zoom()).toBe(4);
  }
}

test('the map is one key away, holds everybody, and the link restores it', async ({ page, context }) => {
  const app = new MapPage(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await page.keyboard.press('4');
  await expect(app.canvas).toHaveAttribute('data-points', String(counts.users + counts.items), MAP);
  await expect(page).toHaveURL(/view=map/);
  await expect(app.id('view-map')).toHaveAttribute('aria-current', 'page');
  await expect(app.id('map-title')).toContainText('from where everybody starts');
  await expect(app.id('map-finding')).toContainText('is farthest from everybody');
  await expect(app.id('map-neighbours')).toHaveAttribute('data-kind', 'person-people');
  await expect(app.id('map-quality')).toContainText(
    /The two axes show \d+\s% of what tells 1,518 beers apart/,
  );
  const kept = Number(await app.id('map-quality').locator('[data-kept]').getAttribute('data-kept'));
  expect(kept).toBeGreaterThan(0.1);
  expect(kept).toBeLessThan(1);

  const other = new MapPage(await context.newPage());
  await other.page.goto(await app.address(/view=map/));
  await expect(other.id('map-title')).toHaveText((await app.id('map-title').textContent()) ?? '', MAP);
  expect([...app.complaints, ...other.complaints]).toEqual([]);
});

test('by pointer: search, zoom, hover, choose', async ({ page }) => {
  const app = new MapPage(page);
  await app.openMap();
  await app.find('guinness', 'Guinness Draught');
  await expect(page).toHaveURL(/item=/);
  await expect(app.id('map-neighbours')).toHaveAttribute('data-kind', 'item');
  await expect(app.id('map-neighbours').getByRole('heading')).toHaveText('Beers nearest to Guinness Draught');
  await expect(app.id('map-neighbour')).toHaveCount(10);

  // What was found stands in the middle.
  const box = await app.canvas.boundingBox();
  if (!box) throw new Error('the map has no box');
  const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(center.x + 3, center.y);
  await expect(app.id('map-hint')).toContainText(/Guinness Draught ?beer · mean \d\.\d\d · \d+ reviews/);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => app.zoom()).toBeGreaterThan(4.3);
  await app.id('map-reset').click();
  await expect.poll(() => app.zoom()).toBe(1);

  // A neighbour chosen from the list is the next item.
  const id = await app.id('map-neighbour').first().getAttribute('data-id');
  await app.id('map-neighbour').first().click();
  await expect(page).toHaveURL(new RegExp(`item=${id}`));
  // The people have axes of their own.
  await page.getByText('of the people', { exact: true }).click();
  await expect(app.id('map-quality')).toContainText('1,186 people apart', MAP);
  expect(app.complaints).toEqual([]);
});

test('by keyboard: from point to point, zoom, choose', async ({ page }) => {
  const app = new MapPage(page);
  await app.openMap();
  await app.id('map-reset').focus();
  await page.keyboard.press('Tab');
  await expect(app.canvas).toBeFocused();
  const spoken = app.id('map-spoken');
  await expect(spoken).toContainText('person · mean');
  const first = await spoken.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(spoken).not.toHaveText(first ?? '');
  await page.keyboard.press('+');
  await expect.poll(() => app.zoom()).toBeGreaterThan(1.5);
  await page.keyboard.press('-');
  await expect.poll(() => app.zoom()).toBeLessThan(1.1);
  await page.keyboard.press('0');
  for (let k = 0; k < 60 && !(await spoken.textContent())?.includes(', beer'); k++)
    await page.keyboard.press('ArrowUp');
  await expect(spoken).toContainText(', beer · ');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/item=/);
  expect(app.complaints).toEqual([]);
});

test('a simulated review is a step more, on axes that stay', async ({ page }) => {
  const app = new MapPage(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await page.keyboard.press('4');
  await expect(app.canvas).toHaveAttribute('data-milliseconds', /\d/, MAP);
  await page.locator('[data-testid="map-tables"] summary').click();
  const rows = app.id('map-path-table').locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  const places = () =>
    rows.locator('[data-value]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')));
  const old = await places();

  await page.keyboard.press('1');
  await app.selectRecommendation(0);
  await app.review(REVIEW);
  await app.goTo('map');
  await page.locator('[data-testid="map-tables"] summary').click();
  await expect(rows).toHaveCount(before + 1, MAP);
  await expect(rows.last()).toHaveAttribute('data-key', 's1');
  await expect(rows.last()).toContainText('written here');
  await expect.poll(async () => (await places()).slice(0, old.length)).toEqual(old);

  await app.id('undo').click();
  await expect(rows).toHaveCount(before);
  await expect.poll(places).toEqual(old);
  expect(app.complaints).toEqual([]);
});

test('the axes are in the link, and the way on from a past moment is told', async ({ page, context }) => {
  const app = new MapPage(page);
  await app.openMap();
  await expect(page).not.toHaveURL(/axes=/);
  await page.locator('[data-testid="map-tables"] summary').click();
  const rows = app.id('map-path-table').locator('tbody tr[data-key]');
  await expect(rows.first()).toBeVisible();
  const all = await rows.evaluateAll((some) => some.map((row) => row.getAttribute('data-key')));
  await page.getByText('of the people', { exact: true }).click();
  await expect(app.id('map-quality').locator('[data-axes]')).toHaveAttribute('data-axes', 'people', MAP);
  const link = await app.address(/axes=people/);

  // The link restores the axes; with a moment, what comes after it stays on the map.
  const other = new MapPage(await context.newPage());
  await other.page.goto(`${link}&at=${all[2]}`);
  await expect(other.id('map-quality').locator('[data-axes]')).toHaveAttribute('data-axes', 'people', MAP);
  await other.page.locator('[data-testid="map-tables"] summary').click();
  const later = other.id('map-path-table').locator('tr[data-happened="false"]');
  await expect(later).toHaveCount(all.length - 3);
  await expect(later.first()).toContainText('not yet');
  await expect(other.id('map-title')).toContainText('Three reviews moved');
  expect([...app.complaints, ...other.complaints]).toEqual([]);
});

for (const reducedMotion of ['no-preference', 'reduce'] as const)
  test.describe(`motion: ${reducedMotion}`, () => {
    test.use({ contextOptions: { reducedMotion } });
    test('points glide to their new place after an edit, or are there at once', async ({ page }) => {
      const app = new MapPage(page);
      await app.openLive('/?backend=wasm&dataset=beers');
      await app.selectRecommendation(0);
      await page.keyboard.press('4');
      await expect(app.canvas).toHaveAttribute('data-moving', '0', MAP);
      const path = app.id('map-path-table').locator('tbody tr[data-key]');
      await expect(path.first()).toBeAttached();
      const n = await path.count();
      await page.keyboard.press('1');
      await app.review(REVIEW);
      await page.keyboard.press('Escape');
      await app.goTo('map');
      await expect(path).toHaveCount(n + 1, MAP);
      await app.id('undo').click();
      await expect(path).toHaveCount(n, MAP);
      await expect(app.canvas).toHaveAttribute('data-moving', '0');
      if (reducedMotion === 'reduce') await expect(app.canvas).toHaveAttribute('data-glided', '0');
      else await expect(app.canvas).toHaveAttribute('data-glided', /[1-9]/);
      expect(app.complaints).toEqual([]);
    });
  });

test('somebody who has done nothing stands where everybody starts', async ({ page }) => {
  const app = new MapPage(page);
  await app.openMap('&person=new-1');
  await expect(app.id('map-finding')).toContainText('Nothing is known yet');
  await expect(app.id('map-neighbour')).toHaveCount(10);
  await app.id('map-show-path').click();
  await expect.poll(() => app.zoom()).toBeGreaterThan(1);
  expect(app.complaints).toEqual([]);
});

test('no serious violation in light and dark, and no sideways scrolling on a phone', async ({ page }) => {
  const app = new MapPage(page);
  await app.openMap();
  await page.locator('[data-testid="map-tables"] summary').click();
  await expect(app.id('map-path-table')).toBeVisible();
  expect(await seriousInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousInBoth(page)).toEqual([]);
  await app.fits(390);
});
