import { expect, test } from '@playwright/test';
import { TARGETS, type Target } from '../src/lessons/targets';
import { App } from './app';

/** Where each target is; whatever is not named here is on Explore, with an item and a review. */
const VIEW_OF: { readonly [target in Target]?: string } = {
  update: 'microscope',
  movers: 'microscope',
  pipeline: 'microscope',
  tabs: 'microscope',
  timeline: 'timeline',
  map: 'map',
  labs: 'labs',
  'lab-cold': 'labs',
  'lab-goal': 'labs',
  'lab-loop': 'labs',
  others: 'others',
  evidence: 'evidence',
  finding: 'evidence',
  faithfulness: 'evidence',
  measures: 'evidence',
  datasets: 'menu',
};

test('every target that a lesson may name is on the page', async ({ page }) => {
  const app = new App(page);
  const viewOf = (target: Target) => VIEW_OF[target] ?? 'explore';
  for (const view of new Set(TARGETS.map(viewOf))) {
    // A change of what follows # alone would load nothing anew.
    await page.goto('about:blank');
    const shown = view === 'menu' ? 'explore' : view;
    await page.goto(
      `/?backend=wasm&dataset=teas#view=${shown}&details=open&person=Hugo&item=patient-almanac`,
    );
    if (view === 'menu') await app.id('page-menu').click({ timeout: 60_000 });
    for (const target of TARGETS.filter((one) => viewOf(one) === view))
      await expect(page.locator(`[data-target~="${target}"]`).first(), target).toBeAttached({
        timeout: 60_000,
      });
  }
  expect(app.complaints).toEqual([]);
});

test('one review, played to its end on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = new App(page);
  await page.goto('/?backend=wasm&lesson=one-review&name=Ada');
  const step = app.id('lesson-step');
  await expect(step).toHaveAttribute('data-step', 'everyone', { timeout: 60_000 });
  // The value is the engine’s own: the list on the page begins with it.
  const first = step.locator('[data-live="before-first"]');
  await expect(first).toHaveText(/[a-z]/, { timeout: 60_000 });
  await expect(app.id('recommendation-row').first()).toContainText((await first.textContent()) ?? '');
  await app.id('next-step').click();

  await expect(step).toHaveAttribute('data-step', 'predict');
  await expect(app.id('after')).toHaveCount(0);
  await step.getByLabel('Distant Weaver').check();
  await app.id('commit').click();
  await expect(app.id('outcome')).toHaveAttribute('data-right', 'true', { timeout: 60_000 });
  await expect(step.locator('[data-live="weaver-after"]')).toHaveText('24');
  await app.id('next-step').click();

  await expect(step).toHaveAttribute('data-step', 'why');
  await expect(step.locator('[data-live="smoke-weight"]')).toHaveText('−0.48');
  await app.id('next-step').click();

  await expect(step).toHaveAttribute('data-step', 'riser');
  await step.getByRole('textbox').fill('40');
  await app.id('commit').click();
  await expect(app.id('outcome')).toHaveAttribute('data-right', 'false', { timeout: 60_000 });
  await app.id('next-step').click();

  await expect(step).toHaveAttribute('data-step', 'turned');
  await step.getByRole('radio').nth(1).check();
  await app.id('commit').click();
  await expect(app.id('outcome')).toHaveAttribute('data-right', 'true', { timeout: 60_000 });
  await app.id('next-step').click();

  await expect(step).toHaveAttribute('data-step', 'found');
  await step.getByRole('textbox').fill('It knows what we wrote.');
  // All of it is kept: whoever loads the page again is where they were, with what they wrote.
  await page.reload();
  await expect(step).toHaveAttribute('data-step', 'found', { timeout: 60_000 });
  await expect(step.getByRole('textbox')).toHaveValue('It knows what we wrote.');
  await expect(app.id('next-step')).toBeDisabled();
  expect(app.complaints).toEqual([]);
});

test('a number worked out on paper is checked to three digits', async ({ page }) => {
  const app = new App(page);
  await page.goto('/?backend=wasm&lesson=inside-one-update&step=first');
  const step = app.id('lesson-step');
  const live = async (name: string) =>
    Number((await step.locator(`[data-live="${name}"]`).textContent())?.replace('−', '-'));
  await expect(step.locator('[data-live="z1"]')).toHaveText(/^0\.\d{3}$/, { timeout: 60_000 });
  const [u, n, z] = [await live('u1'), await live('n1'), await live('z1')];
  const paper = (1 - z) * n + z * u;
  const box = step.getByLabel('u′', { exact: true });
  await box.fill((-paper).toFixed(3));
  await expect(step.getByText('The size is right, the sign is not.')).toBeVisible();
  await box.fill(paper.toFixed(3));
  await expect(step.getByText('✓ To 3 digits.')).toBeVisible();
  await step.getByRole('button', { name: 'Open the model’s own' }).click();
  await expect(app.id('number-value')).toHaveText(paper.toFixed(2));
  expect(app.complaints).toEqual([]);
});

test('a step on another data set opens it, and leads back', async ({ page }) => {
  const app = new App(page);
  await page.goto('/?backend=wasm&lesson=attention-effect-truth&step=agree&dataset=books');
  const step = app.id('lesson-step');
  await expect(step).toHaveAttribute('data-step', 'agree', { timeout: 90_000 });
  await app.id('next-step').click();
  await expect(step).toHaveAttribute('data-step', 'sample');
  await app.id('next-step').click();
  await expect(step).toHaveAttribute('data-step', 'truth', { timeout: 90_000 });
  await expect(page).toHaveURL(/dataset=teas/);
  // Until it is answered the list says nothing of what is asked for.
  const rows = app.id('recommendation-row');
  await expect(rows.first()).toContainText('Paper Heron', { timeout: 60_000 });
  await expect(step.locator('[data-live="tea-place"]')).toHaveCount(0);
  await step.getByRole('textbox').fill('30');
  await app.id('commit').click();
  const place = step.locator('[data-live="tea-place"]');
  await expect(place).toHaveText(/^\d+$/, { timeout: 60_000 });
  await expect(rows.nth(Number(await place.textContent()) - 1)).toContainText('Wandering Staircase');
  await app.id('next-step').click();
  await expect(step).toHaveAttribute('data-step', 'conclude', { timeout: 90_000 });
  await expect(page).toHaveURL(/dataset=books/);
  expect(app.complaints).toEqual([]);
});
