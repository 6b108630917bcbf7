import { expect, test } from '@playwright/test';
import type { Driver } from './driver';
import { launchFirefox } from './firefox';
import { launchWebKit } from './webkit';

/** Where each browser lies comes from `scripts/browsers.mjs`, by the name of its project. */
const LAUNCHERS: Record<string, () => Promise<Driver>> = {
  firefox: () => launchFirefox(process.env.FIREFOX_PATH ?? ''),
  webkit: () => launchWebKit(process.env.MINIBROWSER_PATH ?? ''),
};

export const id = (name: string) => `[data-testid="${name}"]`;

/** The page as somebody uses it, in any browser. */
export class Page {
  private constructor(readonly driver: Driver) {}

  /** A browser that knows nothing of the others, on an address, when all is replayed. */
  static async open(url: string, row = 'recommendation-row'): Promise<Page> {
    const page = new Page(await LAUNCHERS[test.info().project.name]());
    await page.driver.goto(url);
    await page.has(`${id('source-badge')}[data-source="live"]`);
    await page.has(id(row));
    return page;
  }

  count = (selector: string): Promise<number> =>
    this.driver.read((wanted) => document.querySelectorAll(wanted).length, selector);

  /** Waits until something fits. */
  async has(selector: string): Promise<void> {
    await expect.poll(() => this.count(selector), selector).toBeGreaterThan(0);
  }

  async hasNo(selector: string): Promise<void> {
    await expect.poll(() => this.count(selector), selector).toBe(0);
  }

  async click(selector: string): Promise<void> {
    await this.has(selector);
    await this.driver.click(selector);
  }

  /** Predicts in the first step of a lesson that asks, whatever comes first, and waits for what the model says. */
  async predict(): Promise<void> {
    await this.has(`${id('lesson-step')}[data-step="predict"]`);
    await this.click(`${id('ask')} label`);
    await this.has(`${id('ask')} input:checked`);
    await this.click(`${id('commit')}:not(:disabled)`);
    await this.has(id('outcome'));
    await this.has(`${id('after')} [data-live]`);
  }

  url = (): Promise<string> => this.driver.read(() => location.href, null);

  /** The ranked list with all digits. */
  ranking = (): Promise<{ item: string; rating: string }[]> =>
    this.driver.read(
      (row) =>
        [...document.querySelectorAll<HTMLElement>(row)].map(({ dataset }) => ({
          item: dataset.item ?? '',
          rating: dataset.rating ?? '',
        })),
      id('recommendation-row'),
    );

  /** Both predicted ratings around a review. */
  difference = (): Promise<Record<string, string | undefined>> =>
    this.driver.read(
      (shown) => ({ ...document.querySelector<HTMLElement>(shown)?.dataset }),
      id('difference-prediction'),
    );
}
