import { expect, test } from '@playwright/test';
import { runTfjs } from '../src/views/code/testing/runTfjs';
import { App } from './app';
import { serious } from './axe';

/** An emulated GPU replays for many seconds. */
const WORKING = { timeout: 60_000 };

/** The step-by-step update as somebody uses it. */
class UpdatePage extends App {
  async openUpdate(query: string): Promise<void> {
    await this.page.goto(`/?${query}#view=microscope`);
    await this.live();
    await expect(this.id('station')).toBeVisible(WORKING);
  }

  async station(name: string): Promise<void> {
    await this.id(`station-${name}`).click();
    await expect(this.id('station')).toHaveAttribute('data-station', name);
  }

  /** The program that is shown. */
  async code(): Promise<string> {
    return (await this.id('code').textContent()) ?? '';
  }

  /** Vectors of the station that is shown, in full, by their symbols; of several with one symbol the last. */
  async vectors(): Promise<Record<string, number[]>> {
    const rows = await this.id('strip').evaluateAll((strips) =>
      strips.map((one) => [one.getAttribute('data-symbol'), one.getAttribute('data-values')]),
    );
    return Object.fromEntries(
      rows.map(([symbol, values]) => [symbol, (values ?? '').split(' ').map(Number)]),
    );
  }
}

for (const backend of ['wasm', 'webgpu'] as const)
  test(`an update goes from words to states, its arithmetic right, on ${backend}`, async ({ page }) => {
    test.setTimeout(300_000);
    const app = new UpdatePage(page);
    await app.openUpdate(`dataset=teas&backend=${backend}`);
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', backend);
    // Looking changes no bit; how many numbers that is, the page says.
    await expect(app.id('update')).toHaveAttribute('data-differing', '0');
    await expect(app.id('update')).toContainText('numbers again, with every digit the same');
    // One interaction alone, and among all others in the replay: the same gates.
    expect(Number(await app.id('update').getAttribute('data-difference'))).toBeLessThan(1e-6);

    await app.station('attention');
    const { logits, attention } = await app.vectors();
    const exps = logits.map(Math.exp);
    const total = exps.reduce((a, b) => a + b, 0);
    attention.forEach((share, l) => {
      expect(share).toBeCloseTo(exps[l] / total, 5);
    });

    await app.station('next');
    const vectors = await app.vectors();
    for (const side of ['user', 'item']) {
      const [z, n] = [vectors[`${side}-update`], vectors[`${side}-candidate`]];
      const [before, after] = [vectors[`${side}-before`], vectors[`${side}-next`]];
      after.forEach((value, d) => {
        expect(value).toBeCloseTo((1 - z[d]) * n[d] + z[d] * before[d], 5);
      });
      expect(z.every((gate) => gate > 0 && gate < 1)).toBe(true);
    }
    expect(app.complaints).toEqual([]);
  });

test('the code of every step runs as pasted, of a real model', async ({ page }) => {
  await import('@tensorflow/tfjs-backend-cpu');
  const app = new UpdatePage(page);
  await app.openUpdate('dataset=teas&backend=wasm');
  const stations = ['words', 'context', 'attention', 'text', 'feedback', 'fusion', 'reset', 'next'];
  await page.getByText('Repeat this step in code').click();
  await page.getByText('TensorFlow.js', { exact: true }).click();
  for (const station of stations) {
    await app.station(station);
    await expect(app.id('code')).toContainText("import * as tf from '@tensorflow/tfjs'");
    const program = await app.code();
    expect(await runTfjs(program), station).toBeNull();
  }
  await page.getByText('Item’s cell', { exact: true }).last().click();
  await expect(app.id('code')).toContainText('New state of the item');
  expect(await runTfjs(await app.code())).toBeNull();
  // Another result is noticed.
  const spoiled = (await app.code()).replace(/const z_i = tf\.tensor1d\(\[\s*/, '$&0.5 + ');
  expect(await runTfjs(spoiled)).toContain('is off by');
  // All steps in one file.
  await page.getByText('Repeat this step in code').click();
  await page.getByText('Repeat the whole update in one file').click();
  await page.getByText('TensorFlow.js', { exact: true }).click();
  await expect(app.id('code')).toContainText('One whole update');
  const whole = await app.code();
  for (const name of ['t', 'x', 'r_u', 'u_new', 'i_new']) expect(whole).toContain(`const ${name} = `);
  expect(await runTfjs(whole)).toBeNull();
});

test('what was expected before and after opens into the moment that it was expected at', async ({ page }) => {
  const app = new UpdatePage(page);
  await app.openUpdate('dataset=teas&backend=wasm');
  const drawer = app.id('number-drawer');
  const sum = app.id('score-change').locator('tbody tr').last();
  const sums = sum.getByTestId('num');
  const [before, after] = ['before', 'after'].map((when) => () => sum.getAttribute(`data-${when}`));
  for (const [station, part, title] of [
    ['choice', /popularity/, 'Popularity of'],
    ['score', /person’s bias/, 'Person’s bias'],
  ] as const) {
    await app.station(station);
    for (const [k, shown] of [await before(), await after()].entries()) {
      await sums.nth(k).click();
      await expect(drawer).toHaveAttribute('data-value', shown ?? '', WORKING);
      // Down to a part at that moment.
      await drawer.getByRole('button', { name: part }).first().click();
      await expect(drawer.getByRole('heading')).toContainText(title, WORKING);
      await expect(drawer.getByRole('heading')).toContainText(
        `, just ${k === 0 ? 'before' : 'after'} this interaction`,
      );
      await page.keyboard.press('Escape');
    }
  }
  // The link has the way.
  await sums.nth(1).click();
  await expect(app.id('number-drawer')).toHaveAttribute('data-value', (await after()) ?? '', WORKING);
  await page.reload();
  await expect(app.id('number-drawer')).toHaveAttribute('data-value', (await after()) ?? '', WORKING);
});

test('it opens on the numbers that moved furthest, and each of them opens', async ({ page }) => {
  const app = new UpdatePage(page);
  await app.openUpdate('dataset=teas&backend=wasm');
  const movers = app.id('movers');
  await expect(movers.getByRole('heading').first()).toContainText(
    /Three of the 48 numbers that stand for .* make \d+\s% of this move/,
  );
  await expect(app.id('mover')).toHaveCount(3);
  await app.station('next');
  const vectors = await app.vectors();
  for (const side of ['user', 'item'] as const) {
    if (side === 'item') await movers.getByText('The tea', { exact: true }).click();
    await expect(movers).toHaveAttribute('data-side', side);
    const [before, after] = [vectors[`${side}-before`], vectors[`${side}-next`]];
    const moves = after.map((value, d) => Math.abs(value - before[d]));
    const far = [...moves.keys()].sort((a, b) => moves[b] - moves[a]).slice(0, 3);
    const shown = await app
      .id('mover')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-d'))));
    expect(shown).toEqual(far);
    await app.id('mover').first().getByTestId('num').last().click();
    await expect(app.id('number-drawer')).toHaveAttribute('data-of', 'next', WORKING);
    await expect(app.id('number-drawer')).toHaveAttribute('data-value', String(after[far[0]]));
    await page.keyboard.press('Escape');
  }
  expect(app.complaints).toEqual([]);
});

test('by keyboard: stations, the numbers of a strip, and its symbol in the equation', async ({ page }) => {
  const app = new UpdatePage(page);
  await app.openUpdate('dataset=teas&backend=wasm');
  await expect(app.id('station')).toHaveAttribute('data-station', 'words');
  for (let k = 0; k < 9; k++) await page.keyboard.press('.');
  await expect(app.id('station')).toHaveAttribute('data-station', 'next');
  await page.keyboard.press(',');
  await expect(app.id('station')).toHaveAttribute('data-station', 'candidate');

  const strip = app.id('strip').last().getByRole('slider');
  await strip.focus();
  await page.keyboard.press('ArrowRight');
  const values = (await app.vectors())['item-candidate'];
  await expect(strip).toHaveAttribute(
    'aria-valuetext',
    `dimension 1: ${values[1].toFixed(6).replace('-', '−')}`,
  );
  await expect(page.locator('.katex-html .sym-item-candidate')).not.toHaveCSS(
    'background-color',
    'rgba(0, 0, 0, 0)',
  );

  // The link leads to this step of this interaction.
  const other = await app.id('update-interaction').locator('option').nth(1).getAttribute('value');
  await app.id('update-interaction').selectOption(other);
  await expect(app.id('update')).toHaveAttribute('data-key', other ?? '', WORKING);
  await app.station('reset');
  await page.reload();
  await expect(app.id('station')).toHaveAttribute('data-station', 'reset', WORKING);
  await expect(app.id('update')).toHaveAttribute('data-key', other ?? '');
});

test('it plays, pauses, and follows what somebody writes', async ({ page }) => {
  const app = new UpdatePage(page);
  await app.openLive('/?backend=wasm&dataset=beers');
  await app.selectRecommendation(0);
  await app.review('Not roasty, but sweet chocolate.');
  await page.keyboard.press('6');
  await expect(app.id('update')).toHaveAttribute('data-key', 's1', WORKING);
  await expect(app.id('strip').first()).toContainText('not');
  // From the first station on; where it has come to when somebody pauses is a matter of time.
  await expect(app.id('station')).toHaveAttribute('data-station', 'words');
  await app.id('play-stations').click();
  await expect(app.id('station')).not.toHaveAttribute('data-station', 'words');
  await app.id('play-stations').click();
  await expect(app.id('play-stations')).toHaveAccessibleName(/Play/);
  await page.keyboard.press('Control+z');
  await expect(app.id('update')).not.toHaveAttribute('data-key', 's1', WORKING);
  // Of the data: its text does not ship, and the page says so.
  await app.station('words');
  await expect(app.id('station')).toContainText('may not be published');
});

test('a person without interactions gets a way on', async ({ page }) => {
  const app = new UpdatePage(page);
  await page.goto('/?backend=wasm#view=microscope&person=new-1');
  await app.live();
  await expect(page.getByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible();
});

test('nothing seriously wrong for assistive technology, on desktop and phone', async ({ page }) => {
  const app = new UpdatePage(page);
  await app.openUpdate('dataset=teas&backend=wasm');
  await app.station('update');
  expect(await serious(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await serious(page)).toEqual([]);
  // No wider than the phone.
  await app.fits(390);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a finger opens the number that it presses', async ({ page }) => {
    const app = new UpdatePage(page);
    await app.openUpdate('dataset=teas&backend=wasm');
    await app.station('next');
    const strip = app.id('strip').last().getByRole('slider');
    const { 'item-next': values } = await app.vectors();
    const { width, height } = (await strip.boundingBox()) ?? { width: 0, height: 0 };
    const place = Math.floor(0.75 * values.length);
    await strip.tap({ position: { x: (width * (place + 0.5)) / values.length, y: height / 2 } });
    await expect(app.id('number-drawer')).toContainText(`dimension ${place}, after`);
    await expect
      .poll(async () => Number(await app.id('number-drawer').getAttribute('data-value')))
      .toBeCloseTo(values[place], 6);
  });
});
