import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gatherBrowsers, journey } from './browsers.mjs';
import { ensureTestBrowser } from './chromium.mjs';
import { flag, readOptions } from './options.mjs';
import { endToEndCounts, failedTests, minuteTable, notRun, REPORTS, unitCounts } from './reports.mjs';
import { checkNode, ensureDependencies, main, ROOT, run } from './setup.mjs';

const TEST = {
  run: 'npm test --',
  about:
    'Runs every check: format and lint, types, licences, unit tests, build, size, end-to-end tests in Chromium, a short journey in Firefox and WebKit.',
  options: { unit: flag('only what needs no browser'), e2e: flag('only the build and what needs a browser') },
  notes: `
Where CI is set, a browser that cannot be had is a failure; otherwise it is NOT RUN, and the summary says so.`,
};
const TEXT_CHECK = join(ROOT, '../shared/tools/check-no-review-text');

main(() => {
  const values = readOptions(TEST);
  if (!values) return;
  const all = !values.unit && !values.e2e;
  checkNode();
  ensureDependencies();
  const chromium = all || values.e2e ? ensureTestBrowser() : null;
  const browsers = chromium ? gatherBrowsers() : { names: [], env: {}, missing: [] };
  // Of an earlier run; Playwright clears its own folders.
  for (const name of ['unit.json', 'e2e.json', 'browsers.json']) rmSync(join(REPORTS, name), { force: true });
  mkdirSync(REPORTS, { recursive: true });

  const failed = [];
  const taken = [];
  const step = (title, command, args, env = {}) => {
    console.log(`\n== ${title}`);
    const start = performance.now();
    try {
      run(command, args, { env: { ...process.env, ...env } });
    } catch {
      failed.push(title);
    }
    taken.push(`${title} ${((performance.now() - start) / 60_000).toFixed(1)}`);
  };
  if (all || values.unit) {
    step('format and lint', 'npx', ['biome', 'check', '.']);
    step('types', 'npx', ['tsc', '--noEmit']);
    step('licences', 'node', ['scripts/licences.mjs', '--check']);
    step('unit tests', 'npx', [
      'vitest',
      'run',
      '--silent',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(REPORTS, 'unit.json')}`,
    ]);
  }
  if (chromium) {
    step('build', 'npx', ['vite', 'build', '--logLevel', 'warn']);
    step('size', 'node', ['scripts/size.mjs']);
    step('end-to-end tests', 'npx', ['playwright', 'test'], { CHROMIUM_PATH: chromium });
    if (browsers.names.length > 0) step('Firefox and WebKit', ...journey(browsers.names), browsers.env);
  }
  if (all && existsSync(TEXT_CHECK)) step('no review text in the repository', TEXT_CHECK, []);

  const counts = [
    ...(all || values.unit ? [unitCounts()] : []),
    ...(chromium ? [endToEndCounts('e2e.json')] : []),
    ...(browsers.names.length > 0 ? [endToEndCounts('browsers.json')] : []),
  ];
  const passed = counts.reduce((n, c) => n + c.passed, 0);
  const broken = counts.reduce((n, c) => n + c.failed, 0);
  if (counts.some((c) => c.passed + c.failed === 0)) failed.push('a part of the tests did not run');
  if (process.env.CI && browsers.missing.length > 0) failed.push('a browser did not run');
  if (chromium) console.log(`\n${minuteTable().join('\n')}`);
  console.log(`\nMinutes: ${taken.join(', ')}.`);
  for (const line of notRun(browsers.missing)) console.log(line);
  for (const line of failedTests()) console.log(`FAILED: ${line}`);
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll checks passed.');
  console.log(`${passed} passed, ${broken} failed`);
  if (failed.length > 0) process.exitCode = 1;
});
