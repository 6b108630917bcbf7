import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.mjs';
import { firstMinute } from './first-minute.mjs';
import { readOptions } from './options.mjs';
import { replaceFile } from './replace.mjs';
import { main, ROOT } from './setup.mjs';

const NAMES = [
  'first-minute',
  'desktop-light',
  'desktop-dark',
  'phone',
  'timeline',
  'map',
  'microscope',
  'number',
  'evidence',
  'lesson',
  'present',
  'teach',
  'sheet',
];
const SCREENSHOTS = {
  run: 'npm run screenshots --',
  about:
    'Takes the pictures of the README from the built app and writes them into docs; all, or those named.',
  options: {},
  words: { noun: 'picture', of: NAMES },
  notes: 'Build first: npx vite build',
};
const REVIEW = 'Not as roasty as I hoped, thin and watery, but a creamy chocolate note at the end.';
const DESKTOP = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };
const PAPER = { width: 900, height: 1000 };

main(async () => {
  const values = readOptions(SCREENSHOTS);
  if (!values) return;
  const { words: only } = values;
  const folder = join(ROOT, 'docs');
  mkdirSync(folder, { recursive: true });
  const server = await preview({ root: ROOT, logLevel: 'error', preview: { port: 4391 } });
  const base = server.resolvedUrls.local[0];
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });

  const wanted = (name) => only.length === 0 || only.includes(name);
  // A lesson hides the badge.
  const live = (page) =>
    page.getByTestId('source-badge').and(page.locator('[data-source="live"]')).waitFor({ state: 'attached' });
  const shoot = async (name, viewport, colorScheme, hash, act) => {
    if (!wanted(name)) return;
    const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1 });
    const page = await context.newPage();
    await page.goto(`${base}?backend=wasm${hash}`);
    await live(page);
    await act(page);
    // A hovered row would look like a chosen one.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(800);
    replaceFile(join(folder, `${name}.png`), await page.screenshot());
    await context.close();
    console.log(`docs/${name}.png`);
  };
  const pick = (page) => page.getByTestId('recommendation-row').nth(1).getByRole('button').first().click();
  // The first review of a new person moves most.
  const review = async (page) => {
    await page.getByTestId('new-person').click();
    await page.getByText('Nothing is known yet').waitFor();
    await pick(page);
    await page.getByTestId('review-text').fill(REVIEW);
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('difference').waitFor();
    await page.waitForTimeout(1200);
    await page.getByTestId('difference').scrollIntoViewIfNeeded();
    await page.getByTestId('difference').evaluate((panel) => panel.scrollIntoView({ block: 'start' }));
  };

  if (wanted('first-minute')) {
    const context = await browser.newContext({
      viewport: { width: 1100, height: 760 },
      colorScheme: 'light',
    });
    const page = await context.newPage();
    await page.goto(base);
    await live(page);
    await page.waitForTimeout(1000);
    const file = 'first-minute.gif';
    replaceFile(join(folder, file), await firstMinute(page, await context.newPage()));
    await context.close();
    console.log(`docs/${file}`);
  }
  await shoot('desktop-light', DESKTOP, 'light', '&dataset=beers', pick);
  await shoot('desktop-dark', DESKTOP, 'dark', '&dataset=beers', review);
  await shoot('phone', PHONE, 'light', '&dataset=beers', async (page) => {
    await page.getByText('Picks', { exact: true }).click();
    await pick(page);
    await page.getByText('Profile', { exact: true }).click();
  });
  await shoot('timeline', DESKTOP, 'light', '&dataset=beers', async (page) => {
    await pick(page);
    await page.getByTestId('view-timeline').click();
    await page.getByTestId('effect').waitFor();
  });
  await shoot('map', DESKTOP, 'dark', '&dataset=beers', async (page) => {
    await pick(page);
    await page.getByTestId('view-map').click();
    await page.waitForTimeout(2500);
  });
  await shoot('microscope', DESKTOP, 'light', '&dataset=teas#view=microscope', async (page) => {
    await page.getByTestId('station-next').click();
    const gate = page.getByTestId('strip').nth(2).getByRole('slider');
    await gate.focus();
    await gate.press('ArrowRight');
    await page.waitForTimeout(400);
  });
  await shoot('number', DESKTOP, 'dark', '&dataset=beers', async (page) => {
    await pick(page);
    await page.getByTestId('predicted-rating').getByRole('button').click();
    await page.getByTestId('number-value').waitFor();
    await page.getByTestId('factor').filter({ hasText: 'open match, product' }).click();
    await page.waitForTimeout(1500);
  });
  await shoot('evidence', DESKTOP, 'light', '#view=evidence', (page) => page.waitForTimeout(1500));
  // One that came true, and what follows from it.
  const predict = async (page) => {
    await page.getByTestId('ask').getByRole('radio', { name: 'Distant Weaver' }).check();
    await page.getByTestId('commit').click();
    await page.getByTestId('after').waitFor();
  };
  await shoot('lesson', DESKTOP, 'light', '&lesson=one-review&dataset=teas&step=predict', predict);
  await shoot('present', DESKTOP, 'dark', '&lesson=one-review&dataset=teas&step=predict&present', predict);
  await shoot('teach', DESKTOP, 'light', '&teach', async (page) => {
    await page.getByTestId('first-hour').click();
    await page.getByTestId('teach-plan').waitFor();
  });
  await shoot('sheet', PAPER, 'light', '&sheet=inside-one-update&dataset=teas', (page) =>
    page.getByTestId('sheet').and(page.locator('[data-whole="true"]')).waitFor(),
  );
  await browser.close();
  await server.close();
});
