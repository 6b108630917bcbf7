import { expect, type Locator, type Page } from '@playwright/test';
import { App } from './app';

/** A lesson as somebody does it who has its link. */
export class Student extends App {
  readonly rail: Locator;
  readonly step: Locator;
  readonly outcome: Locator;

  constructor(page: Page) {
    super(page);
    this.rail = page.getByRole('complementary', { name: 'Lesson' });
    this.step = this.id('lesson-step');
    this.outcome = this.id('outcome');
  }

  async begin(asked: string): Promise<void> {
    await this.page.goto(`/?${asked}&backend=wasm`);
    await expect(this.step).toBeVisible({ timeout: 60_000 });
  }

  /** The step is there, and everything that it says is worked out. */
  async at(id: string): Promise<void> {
    await expect(this.step).toHaveAttribute('data-step', id);
    await expect(this.rail.getByLabel('being worked out')).toHaveCount(0, { timeout: 60_000 });
    await expect(this.rail.getByText('not to be had')).toHaveCount(0);
  }

  async next(id: string): Promise<void> {
    await this.id('next-step').click();
    await this.at(id);
  }

  /** Commits what was picked: before, the model said nothing. */
  async commit(): Promise<void> {
    await expect(this.outcome).toHaveCount(0);
    await expect(this.id('after')).toHaveCount(0);
    await this.id('commit').click();
    await expect(this.outcome).toBeVisible({ timeout: 60_000 });
    await expect(this.id('after')).toBeVisible();
  }

  async choose(option: string): Promise<void> {
    await expect(this.id('commit')).toBeDisabled();
    await this.rail.getByRole('radio', { name: option }).check();
    await this.commit();
  }

  press = (name: string | RegExp): Promise<void> => this.rail.getByRole('button', { name }).click();

  /** A live value as it is written. */
  told = async (name: string): Promise<string> =>
    (await this.rail.locator(`[data-live="${name}"]`).first().textContent()) ?? '';

  /** The same as a number. */
  number = async (name: string): Promise<number> => Number((await this.told(name)).replace('−', '-'));

  /** What this device keeps of lessons. */
  kept = (): Promise<string[]> =>
    this.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('drex-lab/lesson/')));
}
