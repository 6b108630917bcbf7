import { expect, test } from '@playwright/test';
import { App } from './app';

/** What each view must show of whoever is chosen: nothing of it may be an empty card. */
const SHOWN: Record<string, readonly string[]> = {
  timeline: ['picked', 'waterfall', 'timeline-mark'],
  map: ['map-title'],
  labs: ['cold', 'goal', 'loop'],
  microscope: ['update', 'movers'],
  evidence: ['evidence-view'],
  others: ['other-row'],
};
const WORKING = { timeout: 60_000 };

/** Each view as somebody finds it who comes back to it. */
class Views extends App {
  /** What the view says, once there is nothing more to wait for. */
  async told(view: string): Promise<string[]> {
    for (const id of SHOWN[view]) await expect(this.id(id).first()).toBeVisible(WORKING);
    if (view === 'labs')
      // While it is worked out a line says so: there is one or the other at any time.
      for (const card of ['cold', 'goal', 'loop'])
        await expect(
          this.id(card).locator('figure, table, .waiting').first(),
          `the card “${card}” is not empty`,
        ).toBeVisible(WORKING);
    await expect(this.page.locator('main [role=status].waiting:visible')).toHaveCount(0, WORKING);
    const [mark, ...more] = await this.page
      .locator('[data-testid=timeline-mark][aria-pressed=true]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-mark') ?? ''));
    expect(more).toEqual([]);
    return [mark ?? '', ...(await this.page.locator('main h2').allTextContents())];
  }

  async choose(person: string): Promise<void> {
    await this.goTo('explore');
    await this.page.locator(`[data-testid=person-row][data-person="${person}"]`).click();
    await expect(this.page).toHaveURL(new RegExp(`person=${person}`));
  }
}

test('whoever is chosen, each view that was open before tells of them as a fresh page does', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const app = new Views(page);
  await app.openLive('/?backend=wasm&dataset=teas');
  await app.selectRecommendation(0);
  const people = await app
    .id('person-row')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-person') ?? ''));
  const [first, second] = people.slice(1);
  const views = Object.keys(SHOWN);
  await app.choose(first);
  const before = new Map<string, readonly string[]>();
  for (const view of views) {
    await app.goTo(view);
    before.set(view, await app.told(view));
  }
  await app.choose(second);
  const now = new Map<string, readonly string[]>();
  for (const view of views) {
    await app.goTo(view);
    now.set(view, await app.told(view));
  }
  const item = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('item');
  for (const view of views) {
    const fresh = new Views(await context.newPage());
    await fresh.page.goto(`/?backend=wasm&dataset=teas#view=${view}&person=${second}&item=${item}`);
    await fresh.live();
    expect(now.get(view), view).toEqual(await fresh.told(view));
    if (view !== 'evidence') expect(now.get(view), view).not.toEqual(before.get(view));
    expect(fresh.complaints).toEqual([]);
    await fresh.page.close();
  }
  expect(app.complaints).toEqual([]);
});
