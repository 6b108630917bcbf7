import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { checkNode, ensureDependencies, main, ROOT, run } from './setup.mjs';

const HELP = `Runs every check: format and lint, types, licences, unit tests, build, size, end-to-end tests.

  npm test -- [--unit] [--e2e]     only a part
`;
const REPORTS = join(ROOT, 'test-results');
const TEXT_CHECK = join(ROOT, '../shared/tools/check-no-review-text');

main(() => {
  const { values } = parseArgs({
    options: {
      unit: { type: 'boolean', default: false },
      e2e: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const all = !values.unit && !values.e2e;
  checkNode();
  ensureDependencies();
  const chromium = all || values.e2e ? ensureChromium() : null;
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  const failed = [];
  const step = (title, command, args, env = {}) => {
    console.log(`\n== ${title}`);
    try {
      run(command, args, { env: { ...process.env, ...env } });
    } catch {
      failed.push(title);
    }
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
  }
  if (all && existsSync(TEXT_CHECK)) step('no review text in the repository', TEXT_CHECK, []);

  const counts = [...(all || values.unit ? [unitCounts()] : []), ...(chromium ? [endToEndCounts()] : [])];
  const passed = counts.reduce((n, c) => n + c.passed, 0);
  const broken = counts.reduce((n, c) => n + c.failed, 0);
  if (counts.some((c) => c.passed + c.failed === 0)) failed.push('a part of the tests did not run');
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll checks passed.');
  console.log(`${passed} passed, ${broken} failed`);
  if (failed.length > 0) process.exitCode = 1;
});

function report(name) {
  try {
    return JSON.parse(readFileSync(join(REPORTS, name), 'utf8'));
  } catch {
    return null;
  }
}

function unitCounts() {
  const found = report('unit.json');
  return { passed: found?.numPassedTests ?? 0, failed: found?.numFailedTests ?? 0 };
}

function endToEndCounts() {
  const stats = report('e2e.json')?.stats;
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 };
}
