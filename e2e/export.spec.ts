import { readFile } from 'node:fs/promises';
import { expect, type Locator, test } from '@playwright/test';
import { meant, readCsv } from '../src/views/export/testing/readCsv';
import { App, numbers } from './app';
import { serious } from './axe';
import { madeEvidence, serveEvidence } from './madeEvidence';

/** The dialog that saves figures and tables. */
class SavingPage extends App {
  /** Opens any view, also one on which nothing is recommended. */
  override async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.id('source-badge')).toBeVisible({ timeout: 60_000 });
  }

  row(kind: 'figure' | 'table', title: string | RegExp): Locator {
    return this.id('saving-row')
      .and(this.page.locator(`[data-kind="${kind}"]`))
      .filter({ hasText: title });
  }

  async save(row: Locator, format: 'svg' | 'png' | 'csv' | 'json'): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      row.getByTestId(`save-${format}`).click(),
    ]);
    const name = download.suggestedFilename();
    await expect(this.id('saving-outcome')).toContainText(name);
    return { name, bytes: await readFile(await download.path()) };
  }

  /** What all of the open dialog would be saved as, JSON, CSV and SVG: a hundred real downloads would take minutes. */
  async saveAll(): Promise<[string[], string[], string[]]> {
    return this.page.evaluate(async () => {
      const click = HTMLAnchorElement.prototype.click;
      const contents = async (format: string): Promise<string[]> => {
        const found: string[] = [];
        for (const button of document.querySelectorAll<HTMLElement>(`[data-testid="save-${format}"]`)) {
          const link = await new Promise<HTMLAnchorElement>((resolve) => {
            HTMLAnchorElement.prototype.click = function () {
              resolve(this);
            };
            button.click();
          });
          // As bytes: a text would lose the mark of UTF-8.
          const bytes = await (await fetch(link.href)).arrayBuffer();
          found.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
        }
        return found;
      };
      try {
        return [await contents('json'), await contents('csv'), await contents('svg')];
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
    });
  }

  /** What a reader of XML makes of an SVG. */
  async parse(svg: string) {
    return this.page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'image/svg+xml');
      const words = (name: string) => xml.querySelector(`svg > ${name}`)?.textContent ?? '';
      return {
        broken: xml.querySelector('parsererror')?.textContent ?? null,
        width: Number(xml.documentElement.getAttribute('width')),
        height: Number(xml.documentElement.getAttribute('height')),
        title: words('title'),
        description: words('desc'),
        metadata: JSON.parse(words('metadata')),
        colors: [...xml.querySelectorAll('[fill], [stroke]')].flatMap((one) =>
          [one.getAttribute('fill'), one.getAttribute('stroke')].filter((color) =>
            /^#[\da-f]{6}$/.test(color ?? ''),
          ),
        ) as string[],
        href: xml.querySelector('a')?.getAttribute('href') ?? '',
        text: [...xml.querySelectorAll('text')].map((one) => one.textContent).join('\n'),
      };
    }, svg);
  }
}

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

for (const [device, viewport] of Object.entries(SIZES))
  test.describe(device, () => {
    test.use({ viewport });

    test('saves a figure that says where it comes from, and whose link leads back there', async ({
      page,
      browser,
    }) => {
      const app = new SavingPage(page);
      await app.openLive('/?backend=wasm&dataset=beers');
      await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
      await app.goTo('timeline');
      const marks = app.id('timeline-mark');
      await expect(app.id('effect')).toBeVisible();
      // An earlier moment, so that the link has more to carry than a name.
      await page.keyboard.press(',');
      await page.keyboard.press(',');
      await expect(app.id('past-banner')).toBeVisible();
      await expect(marks.last()).toHaveAttribute('data-happened', 'false');
      const seen = await numbers(marks, 'data-remaining');
      const title = (await app.id('timeline').getByRole('heading').first().textContent()) ?? '';

      await app.menu('save-view');
      const row = app.row('figure', title);
      const svg = await app.save(row, 'svg');
      expect(svg.name).toMatch(/^drex-beers-timeline-[a-z0-9-]+\.svg$/);
      const text = svg.bytes.toString('utf8');
      // Nothing that only this page, or only a browser, can resolve.
      expect(text).not.toMatch(/var\(|color-mix|oklab|class=|data-|foreignObject/);
      const read = await app.parse(text);
      expect(read.broken).toBeNull();
      expect(read.title).toBe(title);
      const model = new URLSearchParams(new URL(read.href).hash.slice(1)).get('model') ?? '?';
      expect(model).toMatch(/^[0-9a-f]{12}$/);
      for (const words of [read.text.replaceAll('\n', ' '), read.description]) {
        expect(words).toContain(`model ${model}`);
        expect(words).toContain('wasm');
        expect(words).toContain('nothing changed here');
        expect(words).toContain('A past moment, just after');
      }
      expect(read.text.replaceAll('\n', '')).toContain(read.href);
      expect(read.metadata).toMatchObject({ backend: 'wasm', view: 'timeline', link: read.href });
      expect(read.metadata.model).toMatch(new RegExp(`^${model}`));
      expect(text.match(/<circle/g)).toHaveLength(await marks.count());
      // Each row has its end, the reviews are counted out, and colours have a key.
      const words = read.text.replaceAll('\n', ' ');
      for (const part of [
        /moved ≤ \d\.\d{3}/,
        /kept ≤ 1/,
        /seen ≤ 1/,
        /review 1 /,
        /colour: rating/,
        /, the mean/,
      ])
        expect(words).toMatch(part);

      const png = await app.save(row, 'png');
      expect([...png.bytes.subarray(0, 8)]).toEqual(SIGNATURE);
      const size = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
      expect(Math.abs(size[0] - 2 * read.width)).toBeLessThanOrEqual(2);
      expect(Math.abs(size[1] - 2 * read.height)).toBeLessThanOrEqual(2);
      // A picture of one colour would be far smaller.
      expect(png.bytes.length).toBeGreaterThan(10_000);

      const other = new SavingPage(await (await browser.newContext({ viewport })).newPage());
      await other.page.goto(read.href);
      await expect(other.id('past-banner')).toBeVisible({ timeout: 60_000 });
      await other.live();
      await expect(other.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
      const theirs = other.id('timeline-mark');
      await expect(theirs).toHaveCount(seen.length);
      await expect
        .poll(async () =>
          Math.max(...(await numbers(theirs, 'data-remaining')).map((value, k) => Math.abs(value - seen[k]))),
        )
        .toBeLessThan(1e-6);
      await other.page.context().close();
      expect(app.complaints).toEqual([]);
    });

    test('saves a table with all the digits that the page has', async ({ page }) => {
      const app = new SavingPage(page);
      await app.openLive('/?backend=wasm&dataset=beers');
      await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
      await app.page.evaluate(() =>
        document.querySelector<HTMLElement>('[data-testid="recommendation-row"] button')?.click(),
      );
      await app.address(/item=/);
      await app.goTo('timeline');
      await expect(app.id('effect')).toBeVisible();
      await expect(app.id('waterfall-part').first()).toBeVisible();
      const parts = await app.id('waterfall-part').evaluateAll((all) =>
        all.map((one) => ({
          name: one.querySelector('th')?.textContent ?? '',
          value: Number(one.getAttribute('data-value')),
        })),
      );
      const total = Number(await app.id('waterfall').getAttribute('data-total'));
      await page.keyboard.press('x');
      const row = app.row('table', 'Parts of the choice score');
      const json = JSON.parse((await app.save(row, 'json')).bytes.toString('utf8'));
      expect(json).toMatchObject({
        title: 'Parts of the choice score',
        dataset: 'beers',
        backend: 'wasm',
        columns: ['part', 'choice score'],
      });
      expect(json.link).toContain(`model=${json.model.slice(0, 12)}`);
      expect(json.rows.slice(0, -1)).toEqual(parts.map(({ name, value }) => [name, value]));
      expect(Math.abs(json.rows.at(-1)[1] - total)).toBeLessThanOrEqual(5e-7);

      const csv = await app.save(row, 'csv');
      expect(csv.name).toBe('drex-beers-timeline-parts-of-the-choice-score.csv');
      const text = csv.bytes.toString('utf8');
      const comments = text.split('\r\n').filter((line) => /^\ufeff?# /.test(line));
      expect(comments.join('\n')).toContain(`model ${json.model.slice(0, 12)} · wasm`);
      expect(comments.at(-1)).toBe(`# ${json.link}`);
      expect(readCsv(text).map((cells) => cells.map((one, k) => (k === 0 ? meant(one) : one)))).toEqual([
        json.columns,
        ...json.rows.map((cells: (string | number)[]) => cells.map(String)),
      ]);
      expect(app.complaints).toEqual([]);
    });

    test('by keyboard, with the focus back where it was, and no serious violation', async ({ page }) => {
      const app = new SavingPage(page);
      await app.openLive('/?backend=wasm#view=timeline');
      await expect(app.id('effect')).toBeVisible();
      await app.id('page-menu').focus();
      await page.keyboard.press('Enter');
      await app.id('save-view').focus();
      await page.keyboard.press('Enter');
      await expect(app.id('saving-row').first()).toBeVisible();
      expect(await serious(page)).toEqual([]);
      await app.fits(viewport.width);
      // Keys of the page rest while the dialog is open.
      await page.keyboard.press('4');
      await expect(app.id('timeline')).toBeVisible();
      const figure = app.id('saving-row').and(page.locator('[data-kind="figure"]'));
      const first = figure.first().getByTestId('save-svg');
      for (let k = 0; k < 20 && !(await first.evaluate((one) => one === document.activeElement)); k++)
        await page.keyboard.press('Tab');
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(download.suggestedFilename()).toMatch(/\.svg$/);
      await page.keyboard.press('Escape');
      await expect(app.id('saving-row')).toHaveCount(0);
      await expect(app.id('page-menu')).toBeFocused();
      expect(app.complaints).toEqual([]);
    });
  });

test('every view says what it has: the map as lines, strips with their numbers, or nothing', async ({
  page,
}) => {
  const app = new SavingPage(page);
  await app.openLive('/?backend=wasm#view=map');
  await expect(app.id('map-canvas')).toBeVisible();
  await app.menu('save-view');
  const map = app.row('figure', 'Map');
  const lines = (await app.save(map, 'svg')).bytes.toString('utf8');
  const read = await app.parse(lines);
  expect(read.broken).toBeNull();
  // Every beer and every person is a shape, axes have their numbers and units, and no part is made of pixels.
  expect(lines.match(/<path/g)?.length).toBeGreaterThan(1518 + 1186);
  expect(lines).not.toContain('<image');
  expect(read.text.replaceAll('\n', ' ')).toMatch(/first axis, \d+\s% of the variance/);
  expect(read.text).toMatch(/^−2$/m);
  const png = await app.save(map, 'png');
  expect([...png.bytes.subarray(0, 8)]).toEqual(SIGNATURE);
  await page.keyboard.press('Escape');

  await app.goTo('microscope');
  await app.id('station-update').click();
  await expect(app.id('station')).toHaveAttribute('data-station', 'update');
  await expect(app.id('strip').first()).toBeVisible();
  const strips = await app
    .id('strip')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-values')?.split(' ').map(Number)));
  const heading = (await app.id('station').getByRole('heading').first().textContent()) ?? '';
  const title = heading.replace(/^Step \d+ of \d+: /, '');
  await page.keyboard.press('x');
  const json = JSON.parse((await app.save(app.row('table', title), 'json')).bytes.toString('utf8'));
  expect(json.columns).toHaveLength(strips.length + 1);
  strips.forEach((values, k) => {
    expect(json.rows.map((row: number[]) => row[k + 1])).toEqual(values);
  });
  const svg = (await app.save(app.row('figure', title), 'svg')).bytes.toString('utf8');
  // A cell for each share and a bar for each number with a sign, in colours that every reader of SVG knows.
  const cells = svg.match(/<rect [^>]*fill="#[0-9a-f]{6}"/g) ?? [];
  const bars = [...svg.matchAll(/<path d="([^"]*)" fill="#[0-9a-f]{6}"/g)].flatMap(
    ([, d]) => d.match(/M/g) ?? [],
  );
  const numbers = strips.flatMap((values) => values ?? []).filter((value) => value !== 0);
  expect(cells.length + bars.length).toBeGreaterThanOrEqual(numbers.length);
  await page.keyboard.press('Escape');

  await app.goTo('labs');
  await page.keyboard.press('x');
  await expect(app.id('saving-empty')).toContainText('There is nothing to save here now');
  expect(app.complaints).toEqual([]);
});

/** What a number has no business with in a cell: two numbers in one, a sign that is no ASCII minus, a unit, a thousands comma. */
const GLUED = /[±→▲▼]|−\d|\d ?%|\d \(|\[[-−\d]|^[-+]?[\d,]*\.?\d+ ?(?:ms|s|stars?)?$/;

/** Words that say in what a figure is counted. */
const UNIT =
  /no unit|in units? of|stars?\b|percent|% of|\bof \d+\b|rating|RMSE|NDCG|[Ss]hare of|correlation|precision|difference|DReX − other|Places that/;

/** Words that say what a colour means. */
const KEY =
  /colour: |adds|takes away|match of|a person|this \w+ gives|the old value|this colour|above zero|weight in the profile|clearly lost|better|\bup\b/;

/** Figures without an axis: a diagram, and lines from place to place. */
const NO_AXIS = /^(One update, from review to prediction|Places, )/;

/** Whether a colour is seen as one: neither grey nor the ink, which leans to blue. */
const hasHue = (hex: string): boolean => {
  const parts = [1, 3, 5].map((k) => Number.parseInt(hex.slice(k, k + 2), 16));
  return Math.max(...parts) - Math.min(...parts) > 60;
};

/** Words of controls, which mean nothing on paper. */
const CONTROL = /\b(Show|Hide|Press|Choose|Undo|Take|Apply|Save)\b|…/;

/** What has no business in the head of a column: a remark on how it is drawn, a sentence. */
const REMARK = /dashed|drawn|hollow|press|[:.?!…]( |$)/i;

test('figures of every view have their unit and key, and tables one value in a cell under a short head', async ({
  page,
}) => {
  const app = new SavingPage(page);
  await serveEvidence(page, madeEvidence('teas'));
  await app.openLive('/?backend=wasm&dataset=teas');
  await app.id('recommendation-row').nth(1).getByRole('button').first().click();
  await app.id('review-text').fill('lovely smoky, not bitter');
  await page.keyboard.press('Control+Enter');
  await expect(app.id('difference')).toBeVisible();
  type Saved = { title: string; columns: string[]; rows: (string | number | null)[][] };
  const seen: Saved[] = [];
  const figures: Awaited<ReturnType<typeof app.parse>>[] = [];
  const look = async () => {
    await app.menu('save-view');
    await expect(app.id('saving-row').first()).toBeVisible();
    const [tables, sheets, drawings] = await app.saveAll();
    for (const drawing of drawings) figures.push(await app.parse(drawing));
    expect(tables.length).toBeGreaterThan(0);
    tables.forEach((text, k) => {
      const json: Saved = JSON.parse(text);
      seen.push(json);
      const [heads, ...fields] = readCsv(sheets[k]);
      expect(heads.map(meant)).toEqual(json.columns);
      const read = fields.map((cells, r) =>
        cells.map((field, c) => (typeof json.rows[r][c] === 'number' ? Number(field) : meant(field))),
      );
      expect(read).toEqual(json.rows.map((row) => row.map((value) => value ?? '')));
    });
    await page.keyboard.press('Escape');
    await expect(app.id('saving-row')).toHaveCount(0);
  };
  await look();
  await app.goTo('timeline');
  await expect(app.id('waterfall')).toBeVisible();
  await look();
  await app.goTo('map');
  await expect(app.id('map-canvas')).toBeVisible();
  await look();
  await app.goTo('microscope');
  await expect(app.id('truth-table')).toBeAttached();
  await look();
  await app.goTo('evidence');
  await expect(app.id('evidence-worth')).toBeVisible();
  await app.id('evidence-details').locator('summary').first().click();
  await expect(app.id('evidence-models')).toBeVisible();
  // Curves come with a part of their own.
  await expect.poll(() => page.locator('main .recharts-yAxis').count()).toBeGreaterThan(3);
  await look();
  for (const { title, columns, rows } of seen) {
    const glued = rows.flatMap((row) =>
      // A note is a sentence, with numbers in it or not.
      row.filter((one, c) => typeof one === 'string' && !/, note$/.test(columns[c]) && GLUED.test(one)),
    );
    expect({ title, columns, glued }).toEqual({ title, columns, glued: [] });
  }
  for (const { broken, title, text, colors } of figures) {
    expect({ title, broken }).toEqual({ title, broken: null });
    const words = text.replaceAll('\n', ' ');
    // The caption is the page’s sentence; what is drawn comes before it.
    const drawn = words.slice(0, words.lastIndexOf(title.slice(0, 30)));
    expect.soft({ title, control: CONTROL.exec(drawn)?.[0] }).toEqual({ title, control: undefined });
    if (NO_AXIS.test(title)) continue;
    expect.soft({ title, drawn, unit: UNIT.test(drawn) }).toEqual({ title, drawn, unit: true });
    const key = !colors.some(hasHue) || KEY.test(drawn);
    expect.soft({ title, drawn, key }).toEqual({ title, drawn, key: true });
  }
  const titles = figures.map(({ title }) => title).join('\n');
  for (const title of ['by choice score', 'hold half of what is left', 'Parts of the choice score', 'Map'])
    expect(titles).toContain(title);
  const columns = seen.flatMap((one) => one.columns);
  for (const head of columns) {
    expect.soft(head.length, head).toBeLessThanOrEqual(40);
    expect.soft(head).not.toMatch(REMARK);
  }
  for (const name of ['RMSE, mean', 'RMSE, deviation', 'Place, before', 'Predicted rating, after'])
    expect(columns).toContain(name);
  expect(app.complaints).toEqual([]);
});

test('a profile is saved as a figure with its axis, its unit and the key of its colours', async ({
  page,
}) => {
  const app = new SavingPage(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await expect(app.id('profile-person').getByTestId('word-row').first()).toBeVisible();
  await page.keyboard.press('x');
  const { text, broken } = await app.parse(
    (await app.save(app.row('figure', 'Keywords of').first(), 'svg')).bytes.toString('utf8'),
  );
  expect(broken).toBeNull();
  const words = text.replaceAll('\n', ' ');
  expect(words).toMatch(/ 0 0\.\d.* weight in the profile, no unit/);
  expect(words).toMatch(/colour: .*stars.* −0\.60 0 \+0\.60/);
  expect(app.complaints).toEqual([]);
});

test('a profile is saved with the words and weights that it draws', async ({ page }) => {
  const app = new SavingPage(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  const rows = app.id('profile-person').getByTestId('word-row');
  await expect(rows.first()).toBeVisible();
  const drawn = await rows.evaluateAll((all) =>
    all.map((one) => [one.dataset.word, Number(one.dataset.weight)]),
  );
  await page.keyboard.press('x');
  const table = app
    .row('table', /./)
    .filter({ hasText: /keyword|word/i })
    .first();
  const json = JSON.parse((await app.save(table, 'json')).bytes.toString('utf8'));
  expect(json.columns.slice(0, 2)).toEqual(['word', 'weight']);
  expect(json.rows.map((row: unknown[]) => row.slice(0, 2))).toEqual(drawn);
  expect(app.complaints).toEqual([]);
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });
  test('a figure has the colours of the page, or light ones if asked', async ({ page }) => {
    const app = new SavingPage(page);
    await app.openLive('/?backend=wasm#view=timeline');
    await expect(app.id('effect')).toBeVisible();
    await app.menu('save-view');
    const row = app
      .id('saving-row')
      .filter({ has: app.id('save-svg') })
      .first();
    const paper = async () =>
      /<rect [^>]*fill="(#[0-9a-f]{6})"/.exec((await app.save(row, 'svg')).bytes.toString('utf8'))?.[1];
    expect(await paper()).toBe('#1b1f26');
    expect(await serious(page)).toEqual([]);
    await app.id('saving-light').locator('..').click();
    expect(await paper()).toBe('#ffffff');
    // The page itself stays dark.
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    expect(app.complaints).toEqual([]);
  });
});
