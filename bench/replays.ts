import { readdirSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { withEnginePages } from './engine';
import type { Replay } from './page/replays';

/** Budgets of the first replay on WASM, in milliseconds; the teas, a tenth of the smallest of these, have none. */
const BUDGETS: Record<string, number> = { beers: 250, books: 400, films: 1000 };

/** Replays every data set that is there, each in a page of its own. */
export function benchReplays(browser: Browser, runs: number): Promise<Replay[]> {
  const sets = readdirSync('public/datasets', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return withEnginePages(browser, async (open) => {
    const replays: Replay[] = [];
    for (const set of sets) {
      const page = await open();
      console.error(`replay of the ${set}…`);
      replays.push(
        await page.evaluate(
          ([set, runs]) =>
            (window as unknown as { benchReplay(set: string, runs: number): Promise<Replay> }).benchReplay(
              String(set),
              Number(runs),
            ),
          [set, runs],
        ),
      );
      await page.close();
    }
    return replays;
  });
}

/** Each data set on a line, against its budget where it has one. */
export function printReplays(replays: readonly Replay[]): void {
  console.log('\nfull replay with trace, WASM:');
  const milliseconds = (value: number) => Math.round(value).toLocaleString('en');
  for (const { set, interactions, first, withFiles, again } of replays) {
    const budget = BUDGETS[set];
    const verdict =
      budget === undefined ? '' : first <= budget ? 'kept' : `missed ×${(first / budget).toFixed(1)}`;
    const asked = budget === undefined ? '' : ` of ${milliseconds(budget)}, ${verdict}`;
    console.log(
      `${set}: ${milliseconds(first)} ms${asked}; with the files before it ${milliseconds(withFiles)} ms; again ${milliseconds(again)} ms; ${interactions.toLocaleString('en')} interactions`,
    );
  }
}
