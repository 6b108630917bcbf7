import { expect, test } from '@playwright/test';
import { readAnswers } from '../src/lessons/handIn';
import { seriousInBoth } from './axe';
import { Student } from './student';

test('one review, on a laptop: predict, see both, try freely, come back, hand in, leave no trace', async ({
  page,
  context,
}) => {
  const student = new Student(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await student.begin('lesson=one-review&dataset=teas&name=Ana');
  await student.at('everyone');
  await expect(student.rail).toContainText('step 1 of 6');
  // What the step hides is not there, what it is about is.
  await expect(student.id('review-item')).toBeHidden();
  await expect(student.id('recommendation-row').first()).toBeVisible();

  await student.next('predict');
  await student.choose('Winter Observatory');
  await expect(student.outcome).toContainText('Winter Observatory');
  await expect(student.outcome).toContainText('Distant Weaver');
  await expect(student.outcome).toHaveAttribute('data-right', 'false');
  await expect(student.rail.getByRole('radio')).toHaveCount(0);
  expect(await student.number('weaver-after')).toBeGreaterThan(await student.number('weaver-before'));
  expect(await seriousInBoth(page)).toEqual([]);

  // The record is on the device: after loading anew it stands where it stood, and is not asked again.
  await page.reload();
  await student.at('predict');
  await expect(student.outcome).toHaveAttribute('data-right', 'false', { timeout: 60_000 });

  // A free turn, and one press back.
  await student.told('weaver-after');
  await student.id('recommendation-row').nth(3).getByRole('button').first().click();
  await student.address(/item=/);
  await student.id('back-to-step').click();
  await student.address(/item=/, false);
  await student.address(/log=/);

  await student.next('why');
  // A live value opens into its formula.
  await student.rail.locator('[data-live="weaver-smoke"]').click();
  await expect(student.id('number-drawer')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(student.id('number-drawer')).toHaveCount(0);

  await student.next('riser');
  await student.rail.getByLabel('My prediction').fill('40');
  await student.commit();
  await student.next('turned');
  await student.choose('Distant Weaver rises');
  await expect(student.outcome).toHaveAttribute('data-right', 'true');

  await student.next('found');
  await student.rail.getByRole('textbox', { name: /A friend says/ }).fill('It knows words,\nnot me.');
  await expect(student.rail.getByLabel('Name')).toHaveValue('Ana');
  await student.press('Copy my answers');
  await expect(student.rail.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toEqual([
    'DReX Lab answers',
    'lesson: one-review',
    'name: Ana',
    expect.stringMatching(/^model: [0-9a-f]{12}$/),
    'step predict, prediction: 0 [Winter Observatory]',
    'step riser, prediction: 40',
    'step turned, prediction: 1 [Distant Weaver rises, Distant Sparrow falls]',
    'step found, words: It knows words, ⏎ not me.',
    expect.stringMatching(/^link: http.*lesson=one-review.*name=Ana/),
    'End of the answers',
    '',
  ]);

  expect(await student.kept()).toHaveLength(1);
  await student.press('Start afresh on this device');
  await student.at('everyone');
  await student.next('predict');
  await expect(student.outcome).toHaveCount(0);
  await expect(student.id('commit')).toBeDisabled();
  expect(student.complaints).toEqual([]);
});

test('an hour: one lesson leads to the next, and the answers of both are handed in together', async ({
  page,
  context,
}) => {
  const student = new Student(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await student.begin('lesson=one-review&dataset=teas&hour=one-review,reasons-true&step=turned');
  await student.at('turned');
  await student.choose('Hardly anything happens');
  await student.next('found');
  await expect(student.id('hand-in')).toContainText('at the end of the last lesson');
  await expect(student.id('hand-in').getByRole('button')).toHaveCount(0);
  await student.press('Next lesson');
  await student.at('review');
  await student.address(/lesson=reasons-true&/);
  await student.next('word');
  await student.press(/^bitter$/);
  await student.commit();
  while (await student.id('next-step').isEnabled()) {
    const before = (await student.step.getAttribute('data-step')) ?? '';
    await student.id('next-step').click();
    await expect(student.step).not.toHaveAttribute('data-step', before);
  }
  await expect(student.id('hand-in')).toContainText('with those of the lessons before');
  await student.rail.getByLabel('Name').fill('Bo');
  await student.press('Copy my answers');
  await expect(student.rail.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { records, rubbish } = readAnswers(copied);
  expect(rubbish).toEqual([]);
  expect(records.map(({ lesson, name, answers }) => [lesson, name, answers])).toEqual([
    ['one-review', 'Bo', { turned: { guess: 2 } }],
    ['reasons-true', 'Bo', { word: { guess: 'bitter' } }],
  ]);
  expect(copied).toContain('step turned, prediction: 2 [Hardly anything happens]');
  expect(student.complaints).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('are the reasons true: a word, a place on a line; the page is one press away and nothing is cut', async ({
    page,
  }) => {
    const student = new Student(page);
    await student.begin('lesson=reasons-true&dataset=teas');
    await student.at('review');
    await student.fits(390);
    await student.press('Show the page');
    await expect(student.step).toBeHidden();
    await student.press('Show the lesson');

    await student.next('word');
    await student.press(/^lovely$/);
    await student.commit();
    await expect(student.outcome).toContainText('lovely');
    await expect(student.outcome).toContainText(await student.told('heaviest'));

    await student.next('jasmine');
    await student.choose('It stays about where it is');
    await expect(student.outcome).toHaveAttribute('data-right', /true|false/);
    await student.next('point');
    await student.rail.getByRole('slider', { name: 'My prediction' }).press('ArrowLeft');
    await student.commit();
    await student.fits(390);
    expect(await seriousInBoth(page)).toEqual([]);

    const low = await student.rail.getByRole('button').evaluateAll((all) =>
      all
        .filter((one) => one.closest('footer, fieldset'))
        .filter((one) => one.getBoundingClientRect().height < 43.5)
        .map((one) => one.textContent),
    );
    expect(low).toEqual([]);
    expect(student.complaints).toEqual([]);
  });
});

test.describe('where a lesson covers half of the screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a step is read from its first line, the answer is seen beside the question, and what it speaks of on the page', async ({
    page,
  }) => {
    const student = new Student(page);
    await student.begin('lesson=inside-one-update&dataset=teas');
    await student.at('state');
    await student.next('gate');
    // Nothing is left of the bar, and half of the screen is the page’s.
    await expect(page.getByRole('banner')).toBeHidden();
    const top = (await student.rail.boundingBox())?.y ?? 0;
    expect(top).toBeGreaterThan(400);
    await student.rail.evaluate((rail) => rail.scrollTo({ top: rail.scrollHeight }));
    await student.choose('It stays as it was');
    await expect(student.outcome).toBeInViewport({ ratio: 1 });
    await student.next('first');
    await expect(student.step.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('[data-target~="pipeline"]')).toBeInViewport();
    expect(student.complaints).toEqual([]);
  });
});

test('inside one update: a number on paper is checked, the slip in it is named, and the model’s own opens', async ({
  page,
}) => {
  const student = new Student(page);
  await student.begin('lesson=inside-one-update&dataset=teas&step=first');
  await student.at('first');
  const [u, n, z] = [await student.number('u1'), await student.number('n1'), await student.number('z1')];
  const field = student.rail.getByRole('textbox', { name: 'u′' });
  const said = student.rail
    .locator('[data-verdict]')
    .filter({ has: page.getByRole('textbox', { name: 'u′' }) })
    .getByRole('status');

  await field.fill('about a half');
  await expect(said).toHaveText('Write a number, such as 0.123.');
  // z and 1 − z exchanged.
  await field.fill((z * n + (1 - z) * u).toFixed(3));
  await expect(said).toContainText('Not yet');
  await field.fill((-((1 - z) * n + z * u)).toFixed(3));
  await expect(said).toContainText('the sign is not');
  await field.fill(((1 - z) * n + z * u).toFixed(3));
  await expect(said).toContainText('✓ To 3 digits.');
  await said.getByRole('button', { name: 'Open the model’s own' }).click();
  await expect(student.id('number-drawer')).toBeVisible();
  await page.keyboard.press('Escape');

  // It is kept, and so is the place.
  await page.reload();
  await student.at('first');
  await expect(said).toContainText('✓ To 3 digits.');
  await student.press(/^Back$/);
  await student.at('gate');
  await student.choose('It stays as it was');
  await expect(student.outcome).toHaveAttribute('data-right', 'true');
  expect(student.complaints).toEqual([]);
});
