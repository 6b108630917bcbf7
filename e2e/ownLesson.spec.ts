import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { seriousInBoth } from './axe';
import { Student } from './student';

const TEMPLATE = readFileSync('docs/lesson-template.json', 'utf8');
const template = () => JSON.parse(TEMPLATE);

const file = (text: string) => ({
  name: 'my-lesson.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

test('a lesson of one’s own opens from a file: what is wrong is named by step and field, what is right begins', async ({
  page,
}) => {
  const student = new Student(page);
  await page.goto('/?teach&backend=wasm');
  const own = student.id('teach-own');
  const field = own.getByLabel('Open a lesson file');
  const wrong = template();
  wrong.steps[1].ask.options = [];
  wrong.steps[0].say = ['First is {frist}.'];
  delete wrong.steps[1].title;
  await field.setInputFiles(file(JSON.stringify(wrong)));
  await expect(own.getByRole('listitem')).toHaveText([
    'Step “predict”, field steps[1].title: is missing: it has to be a text in quotation marks.',
    'Step “predict”, field steps[1].ask.options: needs at least 2 of them.',
  ]);
  wrong.steps[1] = template().steps[1];
  await field.setInputFiles(file(JSON.stringify(wrong)));
  await expect(own.getByRole('listitem')).toHaveText([
    'Step “everyone”, field steps[0].say: there is no value called “frist”.',
  ]);
  await field.setInputFiles(file('DReX'));
  await expect(own).toContainText('This is no JSON');
  await field.setInputFiles(file(`"${'x'.repeat(200_001)}"`));
  await expect(own).toContainText('larger than 200 kB');
  await field.setInputFiles(file(JSON.stringify({ ...template(), dataset: 'tea' })));
  await expect(own.getByRole('listitem')).toHaveText([
    'Field dataset: there is no data set “tea” here; there is “teas”.',
  ]);
  await expect(own.getByRole('link', { name: 'Begin it' })).toHaveCount(0);
  expect(await seriousInBoth(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await own.getByRole('button', { name: 'Save the template' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(TEMPLATE);

  await field.setInputFiles(file(TEMPLATE));
  await own.getByRole('link', { name: 'Begin it' }).click();
  await student.at('everyone');
  await expect(student.id('lesson-remarks')).toHaveText(
    'This lesson comes from a file of this device, my-lesson.json, and not with this page.',
  );
  await student.next('predict');
  await student.choose('Down');
  await expect(student.outcome).toHaveAttribute('data-right', 'true');
  // The tab keeps it.
  await page.reload();
  await student.at('predict');
  await expect(student.outcome).toBeVisible({ timeout: 60_000 });

  await page.goto('/?sheet=file&dataset=teas&backend=wasm');
  await expect(student.id('sheet')).toHaveAttribute('data-whole', 'true', { timeout: 60_000 });
  await expect(student.id('sheet').getByRole('heading', { name: 'My lesson' })).toBeVisible();
  expect(student.complaints).toEqual([]);
});

test('a lesson from a link says whose it is and what may not fit, and its text is text', async ({ page }) => {
  const student = new Student(page);
  const markup = '<img src="x" onerror="document.title = \'run\'"> <b>bold</b>';
  const foreign = {
    ...template(),
    title: markup,
    model: 'ffffffffffff',
    lessonVersion: 7,
  };
  foreign.steps[0].say = [`${markup} First is {first}.`];
  foreign.values.nobody = { is: 'rank', item: 'no-such-tea' };
  foreign.steps[1].say = ['It is at {nobody}.'];
  await page.route('https://lessons.example.org/**', (route) =>
    route.fulfill({
      contentType: 'application/json',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: route.request().url().endsWith('large.json')
        ? JSON.stringify({ ...foreign, about: 'x'.repeat(250_000) })
        : JSON.stringify(foreign),
    }),
  );
  const at = (name: string) =>
    `lesson=${encodeURIComponent(`https://lessons.example.org/${name}`)}&dataset=teas`;
  await student.begin(`${at('smoke.json')}&step=gone`);
  await student.at('everyone');
  const remarks = student.id('lesson-remarks');
  await expect(remarks).toContainText('This lesson comes from lessons.example.org, and not with this page.');
  await expect(remarks).toContainText('version 7 of the lesson format');
  await expect(remarks).toContainText('It was written for another model (ffffffffffff).');
  await expect(remarks).toContainText('The link names a step “gone” that is not in it');
  await expect(student.step).toContainText(markup);
  await expect(student.rail.locator('img, b')).toHaveCount(0);
  await expect(page).toHaveTitle(/DReX Lab$/);
  await student.id('next-step').click();
  await expect(student.step).toContainText('(not to be had here)', { timeout: 60_000 });

  await page.goto(`/?${at('large.json')}&backend=wasm`);
  await expect(student.rail.getByRole('alert')).toContainText('larger than 200 kB');
  await page.goto('/?lesson=no-such-lesson&backend=wasm');
  await expect(student.rail.getByRole('alert')).toContainText('There is no lesson called “no-such-lesson”');
});
