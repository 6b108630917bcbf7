import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

/** How a data set arrives over a slow line, with an empty cache. */
export interface Arrival {
  /** A data set, or {@link START}. */
  readonly set: string;
  /** From opening the address to the first words on the screen, milliseconds. */
  readonly words: number;
  /** Sent before the first list was on the screen, and until the replay was done. */
  readonly bytes: { readonly list: number; readonly live: number };
  /** What was sent of each file before the first list, the largest first. */
  readonly files: readonly (readonly [path: string, bytes: number])[];
  /** Sum of all layout shifts until the replay was done, and the longest task of the main thread, milliseconds. */
  readonly shift: number;
  readonly longestTask: number;
  /** From opening the address, milliseconds. */
  readonly list: number;
  readonly live: number;
}

/** The page as it opens unasked: the first minute, with teas. */
export const START = 'start';

/** 4 Mbit/s, in bytes a millisecond: what a school shares among a class, or a phone has in a valley. */
const RATE = 4e6 / 8 / 1000;
/** From asking to the first byte, milliseconds. */
const LATENCY = 40;
const SLICE = 8 * 1024;
const KINDS: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/** A static host as they are: text and WASM go out gzipped, other files as they lie there; all share one slow line. */
function slowServer(folder: string) {
  let sent = 0;
  let free = 0;
  const files = new Map<string, number>();
  const waiting: {
    readonly path: string;
    readonly response: ServerResponse;
    readonly body: Buffer;
    at: number;
  }[] = [];
  let running = false;
  const pump = () => {
    const now = performance.now();
    while (waiting.length > 0 && free <= now) {
      const next = waiting.shift()!;
      const slice = next.body.subarray(next.at, next.at + SLICE);
      next.at += slice.length;
      sent += slice.length;
      files.set(next.path, (files.get(next.path) ?? 0) + slice.length);
      free = Math.max(free, now - 20) + slice.length / RATE;
      next.response.write(slice);
      if (next.at >= next.body.length) next.response.end();
      else waiting.push(next);
    }
    running = waiting.length > 0;
    if (running) setTimeout(pump, Math.max(1, free - now));
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const kind = KINDS[extname(file)];
    let body: Buffer;
    try {
      if (!statSync(file).isFile()) throw new Error('no file');
      body = readFileSync(file);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const packed = kind ? gzipSync(body) : body;
    response.writeHead(200, {
      'content-type': kind ?? 'application/octet-stream',
      'content-length': packed.length,
      'cache-control': 'max-age=600',
      ...(kind && { 'content-encoding': 'gzip' }),
    });
    setTimeout(() => {
      waiting.push({ path, response, body: packed, at: 0 });
      if (!running) pump();
    }, LATENCY);
  });
  return {
    bytes: () => sent,
    files: () => [...files].sort(([, a], [, b]) => b - a),
    open: () =>
      new Promise<string>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
        });
      }),
    close: () => server.close(),
  };
}

/** Opens each set in a fresh context, as somebody who has never been here. */
export async function benchArrival(
  browser: Browser,
  folder: string,
  sets: readonly string[],
): Promise<Arrival[]> {
  const found: Arrival[] = [];
  for (const set of sets) {
    const server = slowServer(folder);
    const url = await server.open();
    const context = await browser.newContext();
    const page = await context.newPage();
    // The compiler that runs this file wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(() => {
      const seen = { shift: 0, task: 0 };
      Object.assign(window, { seen });
      const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
      watch('layout-shift', (entry) => {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) seen.shift += value;
      });
      watch('longtask', ({ duration }) => {
        seen.task = Math.max(seen.task, duration);
      });
    });
    const begun = performance.now();
    await page.goto(`${url}?backend=wasm${set === START ? '' : `&dataset=${set}`}`);
    await page
      .getByTestId(set === START ? 'start-row' : 'recommendation-row')
      .first()
      .waitFor({ timeout: 120_000 });
    const list = performance.now() - begun;
    const [early, files] = [server.bytes(), server.files()];
    await page
      .locator('[data-testid="source-badge"][data-source="live"]')
      .waitFor({ timeout: 120_000, state: 'attached' });
    const live = performance.now() - begun;
    const { shift, task, words } = await page.evaluate(() => ({
      ...(window as unknown as { seen: { shift: number; task: number } }).seen,
      words: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    }));
    const bytes = { list: early, live: server.bytes() };
    found.push({ set, words, bytes, files, list, live, shift, longestTask: task });
    await context.close();
    server.close();
  }
  return found;
}
