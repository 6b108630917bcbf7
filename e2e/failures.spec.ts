import { chromium, expect, test } from '@playwright/test';
import { App } from './app';
import { Student } from './student';

test('a corrupted shard is named, with a remedy', async ({ page }) => {
  await page.route('**/text-vectors-0.bin.gzip', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[1000] ^= 0xff;
    await route.fulfill({ response, body });
  });
  const app = new App(page);
  await page.goto('/?backend=wasm&dataset=beers');
  await expect(app.id('error')).toContainText('text-vectors-0.bin');
  await expect(app.id('error')).toContainText(/checksum/i);
  await expect(app.id('error').getByRole('button', { name: 'Reload' })).toBeVisible();
});

test('a data set that is not there is named', async ({ page }) => {
  const app = new App(page);
  await page.goto('/?backend=wasm&dataset=nowhere');
  await expect(app.id('no-dataset')).toContainText('There is no data set “nowhere” here');
  await expect(app.id('error')).toHaveCount(0);

  await expect(app.id('no-dataset').getByRole('link', { name: 'Teas', exact: true })).toBeVisible();
});

test('a data set that the page lists and the server lacks is said in plain words', async ({ page }) => {
  const app = new App(page);
  await page.route('**/datasets/books/**', (route) => route.fulfill({ status: 404 }));
  await page.goto('/?backend=wasm&dataset=books');
  const card = app.id('no-dataset');
  await expect(card).toContainText('The data set “Books” is not on this server');
  await expect(card.getByRole('link', { name: 'Teas', exact: true })).toBeVisible();
  await expect(card.getByRole('link', { name: 'Books', exact: true })).toHaveCount(0);
  // What the server said of which file stands behind it.
  await expect(card.getByText('HTTP 404')).toBeHidden();
  await card.getByText('How?').click();
  await expect(card).toContainText('manifest.json: is not on this server (HTTP 404)');

  // A part of a set that is not there.
  await page.route('**/datasets/teas/interactions*', (route) => route.fulfill({ status: 404 }));
  await page.goto('/?backend=wasm&dataset=teas');
  await expect(app.id('error')).toContainText('A part of this data set is not on this server.');
  await expect(app.id('error')).toContainText('interactions.parquet.gzip is not on this server (HTTP 404).');
  await expect(app.id('error').getByRole('button').first()).toHaveText('Other data sets');
});

test('a step of a lesson whose data set is missing leaves the way through the lesson', async ({ page }) => {
  // A school that put but two of the sets on its server.
  await page.route('**/datasets/books/**', (route) => route.fulfill({ status: 404 }));
  await page.route('**/datasets/index.json', async (route) => {
    const response = await route.fetch();
    const { datasets, ...rest } = await response.json();
    await route.fulfill({
      json: { ...rest, datasets: datasets.filter(({ id }: { id: string }) => id !== 'books') },
    });
  });
  const student = new Student(page);
  const lesson = 'lesson=attention-effect-truth&hour=attention-effect-truth,one-review';
  await student.begin(`${lesson}&dataset=books`);
  await expect(student.id('no-dataset')).toContainText('This lesson asks for it');
  await expect(student.rail).toContainText('needs the data set “books”');
  await expect(student.rail.getByRole('link', { name: 'Leave the lesson' })).toHaveAttribute('href', '?');
  const first = await student.step.getAttribute('data-step');

  // On, to the first step that is of a set that is here, and back again.
  const on = student.id('next-step');
  for (let step = first; !new URL(page.url()).search.includes('dataset=teas'); ) {
    await on.click();
    await expect(student.step).not.toHaveAttribute('data-step', step ?? '');
    step = await student.step.getAttribute('data-step');
  }
  await student.live();
  await expect(student.rail).not.toContainText('needs the data set');
  await student.press(/^Back$/);
  await expect(student.id('no-dataset')).toBeVisible();
  await expect(student.rail).toContainText('needs the data set “books”');

  // A link that names another data set than the lesson’s is set right by the lesson.
  await page.goto('/?backend=wasm&dataset=nowhere&lesson=one-review');
  await student.at('everyone');
  await expect(page).toHaveURL(/dataset=teas/);

  // No lesson at all: the hour goes on.
  await page.goto('/?backend=wasm&dataset=teas&lesson=lost&hour=lost,one-review');
  await expect(student.rail.getByRole('alert')).toContainText('There is no lesson called “lost”');
  await expect(student.rail.getByRole('link', { name: 'Leave the lesson' })).toBeVisible();
  await student.press('Next lesson');
  await student.at('everyone');
});

test('without a GPU adapter the reason for the fallback is shown', async ({ baseURL }, testInfo) => {
  const options = testInfo.project.use.launchOptions;
  const browser = await chromium.launch({
    ...options,
    args: options?.args?.filter((flag) => flag !== '--enable-unsafe-webgpu') ?? [],
  });
  try {
    const app = new App(await browser.newPage());
    await app.openLive(`${baseURL}/?dataset=beers`);
    await expect(app.id('backend-badge')).toHaveAttribute('data-backend', 'wasm');
    await app.menu('backend-details');
    await expect(app.page.getByText(/WebGPU/).first()).toBeVisible();
    expect(app.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
