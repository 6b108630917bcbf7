import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { type Browser, chromium } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_ARGS, ensureChromium } from '../scripts/chromium.mjs';
import { type AnyCommand, command, names, readOptions, whole } from '../scripts/options.mjs';
import { replaceFile } from '../scripts/replace.mjs';
import { FIRST_LOAD, scriptSizes } from '../scripts/size.mjs';
import { type AppTimings, benchApp } from './app';
import { type Arrival, benchArrival, START } from './arrival';
import { withEnginePages } from './engine';
import { benchReplays, printReplays } from './replays';
import { benchSlow, type SlowTimings } from './slow';

const BACKENDS = ['wasm', 'cpu', 'webgpu'] as const;
/** The engine by itself; the replay of every data set; the page; the page on a slow processor; its arrival over a slow line. */
const PARTS = ['engine', 'replay', 'app', 'slow', 'arrival'] as const;
const BENCH = {
  run: 'npm run bench --',
  about: 'Times the engine in Chromium against the budgets and writes bench/results/latest.json.',
  options: {
    backend: names('LIST', `of ${BACKENDS.join(', ')}`, { of: BACKENDS, default: BACKENDS }),
    part: names('LIST', `of ${PARTS.join(', ')}: what is timed`, { of: PARTS, default: PARTS }),
    runs: whole('N', 'repetitions of each measurement', { min: 1, max: 1000, default: 12 }),
  },
  notes:
    'Without a GPU, webgpu runs on a CPU emulation: right answers, no statement about the speed of a GPU.',
} satisfies AnyCommand;
/** Replays of a data set after its first, at most. */
const REPLAYS = 5;
/** Row, title, budget on WASM in milliseconds (null: none). */
const ROWS: [string, string, number | null][] = [
  ['load', 'load: bundle, backend, self-check', null],
  ['first', 'first recommendations, from shipped states', null],
  ['load + first', 'load + first recommendations', 1000],
  ['replay', 'full replay with trace (16 k interactions), first', 250],
  ['replay, files', '… with the files before it: downloaded, unpacked, checked', null],
  ['replay, again', 'full replay with trace, code compiled before', 250],
  ['update, first', 'review → view + difference, first', null],
  ['update', 'review → view + difference', 100],
  ['attend', 'what the words of a text being typed do', null],
  ['scrub', 'another moment → view', null],
  ['edit, start', 'delete at the start of the log → view + timeline', 250],
  ['edit, middle', 'delete in the middle → view + timeline', 250],
  ['edit, end', 'delete at the end → view + timeline', 250],
  ['effect, mean of 10', 'an interaction imagined away, its ten last each', null],
  ['trace, first', 'every intermediate of one update, first', null],
  ['trace', 'every intermediate of one update', null],
  ['open', 'a number opened into its formula', null],
  ['open, slowest', '… the slowest of 400', null],
  ['open, tensors', '… tensors more after 200 openings (a number)', null],
  ['long log, open', 'a log of 2,000 reviews opened → view', null],
  ['long log, add, first', '… one more → view + difference, first', null],
  ['long log, add', '… one more → view + difference', null],
  ['long log, delete', '… the 1,000th deleted → view', null],
  ['others, first', 'other recommenders but EASE, first', null],
  ['others', '… after a review', null],
  ['ease, first', 'EASE of 1,518 items solved, in a worker of its own', null],
  ['ease', '… brought up to date after a review', 100],
  ['leave-one-out', 'leave one out of all 200 interactions of a person', null],
  ['leave-one-out, singly', '… the same singly, from every tenth', null],
  ['score 1,518', 'score 1,518 items', null],
  ['score 50,000', 'score 50,000 items', 10],
  ['score 500,000', 'score 500,000 items', null],
];

interface Result {
  readonly backend: { readonly name: string; readonly adapter: string | null; readonly software: boolean };
  readonly timings: Record<string, number | null>;
}

async function main(): Promise<void> {
  const values = readOptions(BENCH);
  if (!values) return;
  const asked = (part: (typeof PARTS)[number]) => values.part.includes(part);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
  const results = asked('engine') ? await benchEngine(browser, values.backend, values.runs) : [];
  const replays = asked('replay') ? await benchReplays(browser, Math.min(values.runs, REPLAYS)) : [];
  const app = asked('app') || asked('slow') || asked('arrival') ? await builtApp() : null;
  const url = app?.resolvedUrls?.local[0] ?? '';
  const timings = asked('app') ? await told('app', benchApp(browser, url)) : null;
  const slow = asked('slow') ? await told('on a slow processor', benchSlow(browser, url)) : null;
  await app?.close();
  const arrivals = asked('arrival')
    ? await told('over a slow line', benchArrival(browser, 'dist', Object.keys(ARRIVAL)))
    : [];
  await browser.close();
  if (results.length > 0) print(results);
  if (replays.length > 0) printReplays(replays);
  if (timings) printApp(timings);
  if (slow) printSlow(slow);
  if (arrivals.length > 0) printArrivals(arrivals);
  mkdirSync('bench/results', { recursive: true });
  replaceFile(
    'bench/results/latest.json',
    `${JSON.stringify({ load: loadavg(), results, replays, app: timings, slow, arrivals }, null, 2)}\n`,
  );
}

async function builtApp() {
  // In a process of its own: React's compiler is not found from one that runs TypeScript.
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { stdio: 'inherit' });
  return preview({ logLevel: 'error', preview: { port: 4189 } });
}

const told = <T>(what: string, work: Promise<T>): Promise<T> => {
  console.error(`${what}…`);
  return work;
};

function benchEngine(
  browser: Browser,
  backends: readonly (typeof BACKENDS)[number][],
  runs: number,
): Promise<Result[]> {
  return withEnginePages(browser, async (open) => {
    const results: Result[] = [];
    for (const name of backends) {
      const page = await open();
      console.error(`${name}…`);
      const result = (await page.evaluate(
        ([backend, runs]) =>
          (window as unknown as { bench(b: string, n: number): Promise<unknown> }).bench(
            String(backend),
            Number(runs),
          ),
        [name, runs],
      )) as Result;
      const { timings } = result;
      timings['load + first'] = (timings.load ?? 0) + (timings.first ?? 0);
      results.push(result);
      await page.close();
    }
    return results;
  });
}

const show = (ms: number | null | undefined): string =>
  ms === null || ms === undefined ? 'not run' : ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');

function print(results: readonly Result[]): void {
  const wasm = results.find((r) => r.backend.name === 'wasm');
  const lines = ROWS.map(([key, title, budget]) => {
    const measured = wasm?.timings[key];
    const verdict =
      budget === null || measured == null
        ? ''
        : measured <= budget
          ? 'kept'
          : `missed ×${(measured / budget).toFixed(1)}`;
    return [
      title,
      ...results.map((r) => show(r.timings[key])),
      budget === null ? '' : String(budget),
      verdict,
    ];
  });
  const head = [
    'ms',
    ...results.map(
      (r) => r.backend.name + (r.backend.software && r.backend.name === 'webgpu' ? ' (emulated)' : ''),
    ),
    'budget (wasm)',
    '',
  ];
  const table = [head, ...lines];
  const widths = head.map((_, k) => Math.max(...table.map((row) => row[k].length)));
  for (const row of table)
    console.log(
      row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join('  '),
    );
  const manifest = JSON.parse(readFileSync('public/datasets/beers/manifest.json', 'utf8')) as {
    files: { bytes: number }[];
  };
  const megabytes = manifest.files.reduce((sum, f) => sum + f.bytes, 0) / 1e6;
  console.log(`\nbundle beers ${megabytes.toFixed(2)} MB of 6 MB; load average ${loadavg()[0].toFixed(1)}`);
}

/** The page on WASM, and the size of its scripts, against the budgets. */
function printApp({ firstRecommendations, review, longestTask, scrub }: AppTimings): void {
  const against = (title: string, value: number, budget: number, unit: string) =>
    `${title}: ${show(value)} ${unit} of ${budget}${value > budget ? `, missed ×${(value / budget).toFixed(1)}` : ''}`;
  const kilobytes = (...kinds: string[]) =>
    scriptSizes()
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.log(
    [
      against('page opened → first recommendations, warm cache', firstRecommendations, 1000, 'ms'),
      against('review added → everything on the page redrawn', review, 80, 'ms'),
      against('longest task of the main thread after start', longestTask, 50, 'ms'),
      `timeline dragged: a frame every ${show(scrub.frame)} ms (95th percentile ${show(scrub.slowFrame)} ms), ${scrub.moments.toFixed(1)} moments a second`,
      against('application JavaScript of the first load, gzip', kilobytes('first'), FIRST_LOAD, 'KB'),
      `charts and evidence, loaded when looked at: ${kilobytes('later').toFixed(0)} KB; TensorFlow.js: ${kilobytes('tensorflow').toFixed(0)} KB`,
    ].join('\n'),
  );
}

/** The page slowed four times, the worker as fast as it is: Chromium cannot slow that. */
function printSlow({ page, worker, review, key, slowestKey, longestTask }: SlowTimings): void {
  const times = (value: number) => `×${value.toFixed(1)}`;
  console.log(
    [
      `\non a slow processor (the page ${times(page)} as long, the worker ${times(worker)}):`,
      `review added → everything on the page redrawn: ${show(review)} ms of 400`,
      `a key → its letter: ${show(key)} ms, slowest ${show(slowestKey)} ms; longest task while typing ${show(longestTask)} ms`,
    ].join('\n'),
  );
}

/** Budgets of the first list over 4 Mbit/s, with an empty cache: milliseconds, KB. */
const ARRIVAL: Record<string, readonly [number, number]> = {
  [START]: [2500, 700],
  teas: [2500, 700],
  beers: [4000, 1200],
  books: [4000, 1200],
  films: [4000, 1200],
  instruments: [4000, 1200],
};

function printArrivals(arrivals: readonly Arrival[]): void {
  console.log('\nover 4 Mbit/s, empty cache, WASM:');
  for (const { set, words, bytes, files, list, live, shift } of arrivals) {
    const [ms, kilobytes] = ARRIVAL[set];
    console.log(
      `${set}: first words ${show(words)} ms, first list ${show(list)} ms of ${show(ms)}, after ${show(bytes.list / 1000)} KB of ${show(kilobytes)}; live ${show(live)} ms, ${show(bytes.live / 1000)} KB; layout shift ${shift.toFixed(3)} of .05`,
    );
    const named = files.map(([path, sent]) => `${path.split('/').at(-1)} ${(sent / 1000).toFixed(1)}`);
    console.log(`  ${named.join(', ')}`);
  }
}

await command(main);
// An open browser would keep the process alive.
if (process.exitCode) process.exit();
