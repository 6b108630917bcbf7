import { expect, type Locator, type Page, test } from '@playwright/test';
import { App } from './app';
import { serious } from './axe';

/** Most steps from a rating on the list to a weight. */
const MOST = 6;

const FUNCTIONS: Record<string, (x: number) => number> = {
  'one-minus': (x) => 1 - x,
  'less-one': (x) => x - 1,
  exp: Math.exp,
  log: Math.log,
  log1p: Math.log1p,
  relu: (x) => Math.max(0, x),
  square: (x) => x * x,
  reciprocal: (x) => 1 / x,
  negative: (x) => -x,
};

const OUTERS: Record<string, (x: number) => number> = {
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  relu: (x) => Math.max(0, x),
  sqrt: Math.sqrt,
};

const numberOf = (element: Element): number => Number(element.getAttribute('data-value'));

/** The drawer as its reader sees it. */
class Drawer {
  readonly root: Locator;
  constructor(readonly page: Page) {
    this.root = page.getByTestId('number-drawer');
  }

  async shows(of: string): Promise<void> {
    await expect(this.root).toHaveAttribute('data-of', of);
    await expect(this.root.getByRole('heading', { level: 2 })).toBeFocused();
  }

  openers(of: string): Locator {
    return this.root.locator(`button[data-testid="factor"][data-of="${of}"]`);
  }

  /** What the operands on the screen give, by the rules that stand beside them. */
  private async sum(part: 'terms' | 'divisor'): Promise<number | null> {
    const table = this.root.getByTestId(`operands-${part}`);
    if ((await table.count()) === 0) return null;
    const terms = await table.getByTestId('term').evaluateAll((rows) =>
      rows.map((row) => ({
        value: Number(row.getAttribute('data-value')),
        factors: [...row.querySelectorAll('[data-testid="factor"]')].map((factor) => ({
          value: Number(factor.getAttribute('data-value')),
          apply: factor.getAttribute('data-apply'),
        })),
      })),
    );
    const rest = table.getByTestId('other-terms');
    let total = (await rest.count()) > 0 ? await rest.evaluate(numberOf) : 0;
    for (const { value, factors } of terms) {
      const product = factors.reduce((all, f) => all * (f.apply ? FUNCTIONS[f.apply](f.value) : f.value), 1);
      expect(product).toBeCloseTo(value, 9);
      total += product;
    }
    return total;
  }

  /** The operands combine to the number above them. */
  async adds(): Promise<void> {
    const above = await this.sum('terms');
    if (above === null) return;
    const inner = above / ((await this.sum('divisor')) ?? 1);
    const outer = await this.root.getAttribute('data-outer');
    const value = Number(await this.root.getAttribute('data-value'));
    const combined = outer ? OUTERS[outer](inner) : inner;
    expect(Math.abs(combined - value)).toBeLessThan(1e-5 * (1 + Math.abs(value)));
  }
}

/** Through the product of both states, or through the cells: each to a weight. */
const WAYS = [
  ['dot', 'factor', 'weight'],
  ['dot', 'next', 'update', 'feature', 'weight'],
  ['mlp', 'hidden', 'weight'],
];

/** The same of the choice score: through what is counted, through a review, through a word. */
const CHOICE_WAYS = [
  ['choice-popularity', 'weight'],
  ['choice-reviews', 'choice-share', 'choice-slope', 'choice-side', 'weight'],
  ['choice-words', 'weight'],
];

const SIZES = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
];

for (const { name, width, height } of SIZES)
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    const open = async (page: Page): Promise<{ app: App; rating: Locator }> => {
      const app = new App(page);
      await app.openLive('/?backend=wasm&dataset=beers');
      await expect(app.id('backend-badge')).toContainText('wasm');
      if (name === 'phone') await page.getByText('Picks', { exact: true }).click();
      return { app, rating: app.id('recommendation-row').nth(1).locator('[data-of="prediction"]').first() };
    };

    test('both scores open down to a weight in at most six clicks, and every step adds up', async ({
      page,
    }) => {
      const { app, rating } = await open(page);
      const drawer = new Drawer(page);
      const row = app.id('recommendation-row').nth(1);
      const ways = [
        ...WAYS.map((way) => ({ of: 'prediction', from: rating, said: 'data-rating', way })),
        ...CHOICE_WAYS.map((way) => ({
          of: 'choice',
          from: row.locator('[data-of="choice"]').first(),
          said: 'data-choice',
          way,
        })),
      ];
      for (const { of, from, said, way } of ways) {
        expect(way.length + 1).toBeLessThanOrEqual(MOST);
        const shown = Number(await row.getAttribute(said));
        await from.click();
        await drawer.shows(of);
        expect(Number(await drawer.root.getAttribute('data-value'))).toBeCloseTo(shown, 6);
        await drawer.adds();
        for (const of of way) {
          const opener = drawer.openers(of).first();
          const value = await opener.evaluate(numberOf);
          await opener.click();
          await drawer.shows(of);
          // What was an operand is the number that opens.
          expect(Number(await drawer.root.getAttribute('data-value'))).toBeCloseTo(value, 5);
          await drawer.adds();
        }
        await expect(drawer.root).toHaveAttribute('data-origin', 'weight');
        await expect(drawer.root.getByTestId('leaf')).toContainText('learned weight');
        await expect(drawer.root.getByTestId('crumb')).toHaveCount(way.length + 1);
        // Behind the drawer stays what was looked at with the first.
        const within = way === WAYS[0] ? undefined : '[data-testid="number-drawer"]';
        expect(await serious(page, within)).toEqual([]);
        await drawer.root.getByTestId('number-close').click();
        await expect(drawer.root).toHaveCount(0);
      }
      expect(app.complaints).toEqual([]);
    });

    test('the same by keyboard alone, and back', async ({ page }) => {
      const { rating } = await open(page);
      const drawer = new Drawer(page);
      await rating.focus();
      await page.keyboard.press('Enter');
      await drawer.shows('prediction');
      const way = WAYS[0];
      for (const of of way) {
        const target = drawer.openers(of).first();
        for (let k = 0; k < 40 && !(await target.evaluate((one) => one === document.activeElement)); k++)
          await page.keyboard.press('Tab');
        await expect(target).toBeFocused();
        await page.keyboard.press('Enter');
        await drawer.shows(of);
        await drawer.adds();
      }
      await expect(drawer.root).toHaveAttribute('data-origin', 'weight');
      for (const of of [...way.slice(0, -1)].reverse()) {
        await page.keyboard.press('Backspace');
        await drawer.shows(of);
      }
      await expect(drawer.root.getByTestId('crumb')).toHaveCount(way.length + 1);
      await page.keyboard.press('Escape');
      await expect(drawer.root).toHaveCount(0);
      await expect(rating).toBeFocused();
    });
  });

test('a link opens the number with the way to it, and a damaged one says so', async ({ page, context }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  const drawer = new Drawer(page);
  await app.id('recommendation-row').first().locator('[data-of="prediction"]').first().click();
  await drawer.shows('prediction');
  await drawer.openers('dot').click();
  await drawer.shows('dot');
  const value = await drawer.root.getAttribute('data-value');
  const link = await app.address(/number=dot/);

  const other = new App(await context.newPage());
  await other.openLive(link);
  const restored = new Drawer(other.page);
  await expect(restored.root).toHaveAttribute('data-value', value ?? '');
  await expect(restored.root.getByTestId('crumb')).toHaveCount(2);

  const damaged = new App(await context.newPage());
  await damaged.openLive(link.replace('number=dot', 'number=dit'));
  await expect(damaged.id('notice')).toContainText('is damaged');
  await expect(new Drawer(damaged.page).root).toHaveAttribute('data-of', 'prediction');
});

test('an opened number follows what is written, and says what it was', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  const drawer = new Drawer(page);
  await app.id('recommendation-row').nth(3).locator('[data-of="prediction"]').first().click();
  await drawer.shows('prediction');
  const before = await drawer.root.getAttribute('data-value');
  await app.selectRecommendation(0);
  await app.rate(4);
  await app.id('review-add').click();
  await expect(drawer.root).not.toHaveAttribute('data-value', before ?? '');
  await expect(drawer.root.getByRole('status').first()).toContainText('Changed from');
  await drawer.adds();
});

test('Escape closes what stands in front first', async ({ page }) => {
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await page.keyboard.press('6');
  await page.getByTestId('station-score').click();
  await page.getByTestId('score-change').getByTestId('num').first().click();
  const drawer = page.getByTestId('number-drawer');
  await expect(drawer).toHaveAttribute('data-value', /\d/);
  await page.getByTestId('truth').getByRole('button', { name: 'attention' }).first().click();
  const meaning = page.getByRole('dialog').filter({ hasText: 'divides its weight' });
  // It has the keys once it has the focus.
  await expect(meaning).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('code is copied as it is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = new App(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  const drawer = new Drawer(page);
  await app.id('recommendation-row').first().locator('[data-of="prediction"]').first().click();
  await drawer.shows('prediction');
  await drawer.root.getByText('Repeat it in code').click();
  await drawer.root.getByText('PyTorch', { exact: true }).click();
  await expect(drawer.root.getByTestId('code')).toContainText('import torch');
  await drawer.root.getByTestId('copy-code').click();
  await expect(drawer.root.getByTestId('copy-code')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('import torch');
  expect(copied).toBe(await drawer.root.getByTestId('code').textContent());
});
