import { expect, test } from '@playwright/test';
import { App } from './app';
import { seriousInBoth } from './axe';
import { Student } from './student';

/** Answers as they come by mail: with a greeting, quoted, and with something else between. */
const answers = (name: string, option: number, words: string) => `DReX Lab answers
lesson: one-review
name: ${name}
model: 000000000000
step predict, prediction: ${option} [whatever]
step found, words: ${words}
link: https://example.org/
End of the answers
`;
const PASTED = [
  answers('Ana', 1, 'It knows words.'),
  answers('Bo', 0, 'It guesses.').replace(/^/gm, '> '),
  'Sorry for being late!',
  answers('Chi', 1, '<b>Nothing</b>'),
  answers('Dee', 2, ''),
  answers('Eli', 1, 'What others wrote.'),
].join('\n');

test('a teacher chooses lessons, hands out the link, and sees what a class answered', async ({
  page,
  context,
}) => {
  const app = new App(page);
  await page.goto('/?teach&backend=wasm');
  const choose = app.id('teach-choose');
  // One press makes a first hour of 45 minutes.
  await app.id('first-hour').click({ timeout: 60_000 });
  await expect(choose).toContainText('45 minutes with arriving and gathering the answers');
  await expect(app.id('teach-plan').getByRole('heading', { level: 3 })).toHaveText([
    /^0–3 min Arrive/,
    /^3–10 min/,
    /^10–18 min/,
    /^18–28 min/,
    /^28–40 min/,
    /^40–45 min Gather the answers/,
  ]);
  const chosen = choose.getByRole('checkbox', { checked: true });
  for (let left = 3; left >= 0; left--) {
    await chosen.first().uncheck();
    await expect(chosen).toHaveCount(left);
  }
  await choose.getByRole('checkbox', { name: /^One review/ }).check({ timeout: 60_000 });
  await choose.getByRole('checkbox', { name: /^Are the reasons true/ }).check();
  await choose.getByRole('button', { name: 'Are the reasons true?: earlier' }).click();
  await expect(choose.getByRole('listitem').filter({ has: page.getByRole('button') })).toContainText([
    'Are the reasons true?',
    'One review',
  ]);
  // The address keeps the choice.
  await app.address(/lessons=reasons-true%2Cone-review|lessons=reasons-true,one-review/);

  const out = app.id('teach-hand-out');
  const row = out.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'One review' }) });
  const code = row.getByRole('button', { name: /^QR code of One review/ });
  const width = async () => (await code.boundingBox())?.width ?? 0;
  const small = await width();
  await code.click();
  await expect.poll(width).toBeGreaterThan(2 * small);
  const href = (await row.getByRole('link', { name: /^http/ }).getAttribute('href')) ?? '';
  expect(href).toMatch(/\?lesson=one-review&dataset=teas$/);
  await expect(row.getByRole('link', { name: 'Worksheet: One review' })).toHaveAttribute(
    'href',
    /sheet=one-review/,
  );
  await expect(row.getByRole('link', { name: 'Key: One review' })).toHaveAttribute('href', /&key\b/);

  const plan = app.id('teach-plan');
  await expect(plan).toContainText('3–13 min Are the reasons true?');
  await expect(plan).toContainText('13–21 min One review');
  expect(await seriousInBoth(page)).toEqual([]);

  const gather = app.id('teach-answers');
  await gather.getByRole('textbox', { name: 'Answers of the class' }).fill(PASTED);
  await expect(gather.getByRole('status')).toContainText('5 hand-ins read.');
  await expect(gather.getByRole('status')).toContainText('1 line could not be read');
  await expect(gather.getByRole('status')).toContainText('“Sorry for being late!”');
  await expect(gather).toContainText('5 hand-ins come from a page with another model');
  const bars = app.id('guesses').and(page.locator('[data-step="predict"]')).locator('tbody tr');
  await expect(bars.filter({ hasText: 'Distant Weaver' })).toContainText('3');
  await expect(bars.filter({ hasText: 'Distant Weaver' })).toHaveAttribute('data-right', 'true', {
    timeout: 60_000,
  });
  await expect(bars.filter({ hasText: 'Winter Observatory' })).toContainText('1');
  await expect(bars.filter({ hasText: 'Northern Ferry' })).toContainText('1');

  // Without names at first: it may be on the wall already.
  const table = app.id('answer-table');
  await expect(table.locator('tbody tr')).toHaveCount(5);
  await expect(table).not.toContainText('Ana');
  await expect(table).toContainText('<b>Nothing</b>');
  await gather.getByRole('checkbox', { name: /Without names/ }).uncheck();
  await expect(table).toContainText('Ana');
  expect(await seriousInBoth(page)).toEqual([]);

  // The plan prints alone, on white.
  await page.emulateMedia({ media: 'print' });
  await expect(plan).toBeVisible();
  await expect(out).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  expect(app.complaints).toEqual([]);

  // What was handed out is what a student opens.
  const student = new Student(await context.newPage());
  await student.page.goto(`${href}&backend=wasm`);
  await expect(student.step).toBeVisible({ timeout: 60_000 });
  await student.at('everyone');
});
