import { expect, type Locator, type Page } from '@playwright/test';

export type Backend = 'webgpu' | 'wasm' | 'cpu';

/** SwiftShader, a CPU emulation of WebGPU, takes its time for a replay. */
const REPLAY = { timeout: 400_000 };

/** An item of the list, by its choice score, and with its predicted rating. */
export interface Ranked {
  readonly item: string;
  readonly choice: number;
  readonly rating: number;
}

/** The app as somebody uses it. */
export class App {
  readonly complaints: string[] = [];

  /** How many people a search found. */
  readonly found: Locator;

  constructor(readonly page: Page) {
    this.found = page.getByText(/^[\d,]+ (person|people) found$/);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  id(name: string): Locator {
    return this.page.getByTestId(name);
  }

  async open(path: string, timeout = 60_000): Promise<void> {
    await this.page.goto(path);
    await expect(this.id('recommendation-row').first()).toBeAttached({ timeout });
  }

  /** Waits for the replay to end. */
  async live(): Promise<void> {
    await expect(this.id('source-badge')).toHaveAttribute('data-source', 'live', REPLAY);
  }

  async openLive(path: string): Promise<void> {
    await this.open(path);
    await this.live();
  }

  /** The ranked list with all digits, as it is drawn now: whatever it shall be must be waited for. */
  /** Opens a view by the header: where there is little room, the views are behind the name of the one that is open. */
  async goTo(view: string): Promise<void> {
    const folded = this.id('views');
    if (await folded.isVisible()) await folded.click();
    await this.id(`view-${view}`).click();
  }

  /** Takes something from the menu of the page. */
  async menu(part: 'dataset-badge' | 'backend-details' | 'save-view'): Promise<void> {
    await this.id('page-menu').click();
    if (part === 'backend-details') await this.id('computing').click();
    await this.id(part).click();
  }

  async ranking(): Promise<Ranked[]> {
    return this.id('recommendation-row').evaluateAll((rows) =>
      rows.map((row) => ({
        item: row.getAttribute('data-item') ?? '',
        choice: Number(row.getAttribute('data-choice')),
        rating: Number(row.getAttribute('data-rating')),
      })),
    );
  }

  /** Selects one of the ranked list and waits until all the page speaks of it. */
  async selectRecommendation(place: number): Promise<void> {
    const row = this.id('recommendation-row').nth(place);
    const rating = await row.getAttribute('data-rating');
    await row.getByRole('button').first().click();
    await expect(this.id('predicted-rating')).toHaveAttribute('data-rating', rating ?? '');
  }

  /** Goes to somebody who has done nothing yet. */
  async newPerson(): Promise<void> {
    await this.id('new-person').click();
    await expect(this.id('profile-person')).toContainText('Nothing is known yet');
  }

  /** The address once this is in it, or no longer is: it follows the page a little later. */
  async address(part: RegExp, there = true): Promise<string> {
    if (there) await expect(this.page).toHaveURL(part);
    else await expect(this.page).not.toHaveURL(part);
    return this.page.url();
  }

  /** The log as the address has it. */
  readonly log = (): string | null => new URLSearchParams(new URL(this.page.url()).hash.slice(1)).get('log');

  /** Nothing has to be scrolled sideways to be seen. */
  async fits(width: number): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
  }

  /** Gives so many stars in the form of a review, as a keyboard does. */
  async rate(stars: number): Promise<void> {
    const star = this.id('review-rating')
      .getByRole('radio')
      .nth(stars - 1);
    await star.press(' ');
    await expect(star).toBeChecked();
  }

  /** Types a review of the selected item with an overall rating and adds it. */
  async review(text: string, stars = 4): Promise<void> {
    await this.rate(stars);
    await this.page.locator('textarea').first().fill(text);
    await expect(this.id('review-token').first()).toBeVisible();
    const rows = await this.id('history-row').count();
    await this.id('review-add').click();
    // The difference alone may still be that of an earlier review.
    await expect(this.id('history-row')).toHaveCount(rows + 1, { timeout: 60_000 });
    await expect(this.id('difference')).toBeVisible({ timeout: 60_000 });
  }

  async difference(): Promise<{ before: number; after: number }> {
    const shown = this.id('difference-prediction');
    return {
      before: Number(await shown.getAttribute('data-before')),
      after: Number(await shown.getAttribute('data-after')),
    };
  }
}

/** Numbers of an attribute of every element that a locator finds now. */
export const numbers = (found: Locator, attribute: string): Promise<number[]> =>
  found.evaluateAll((all, name) => all.map((one) => Number(one.getAttribute(name) ?? Number.NaN)), attribute);

export const REVIEW = 'Not as roasty as I hoped, thin and watery, but a lovely chocolate finish. Zzyzzx!';
