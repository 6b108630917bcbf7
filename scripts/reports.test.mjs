import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gatherBrowsers } from './browsers.mjs';
import { failedEndToEnd, failedUnits, minutes, notRun } from './reports.mjs';
import { ROOT } from './setup.mjs';

const test = (...durations) => ({ tests: [{ results: durations.map((duration) => ({ duration })) }] });

describe('the summary of the tests', () => {
  it('tells the minutes of each file, describes and tries again included, the slowest first', () => {
    const report = {
      suites: [
        { file: 'e2e/short.spec.ts', specs: [test(30_000)], suites: [] },
        { file: 'e2e/long.spec.ts', specs: [test(30_000, 60_000)], suites: [{ specs: [test(30_000)] }] },
      ],
    };
    expect(minutes(report, { 'short.spec.ts': 1 })).toEqual([
      { file: 'long.spec.ts', minutes: 2, budget: 0.9 },
      { file: 'short.spec.ts', minutes: 0.5, budget: 1 },
    ]);
    expect(minutes(null)).toEqual([]);
  });

  it('names each test that failed, with the first line of why', () => {
    const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
    const failed = { status: 'failed', fullName: 'sums up', failureMessages: ['Error: 1 is not 2\n  at x'] };
    const units = [
      { name: `${ROOT}/src/a.test.ts`, message: '', assertionResults: [passed, failed] },
      { name: `${ROOT}/src/b.test.ts`, message: 'no such file\n', assertionResults: [] },
    ];
    expect(failedUnits({ testResults: units })).toEqual([
      'src/a.test.ts › sums up: Error: 1 is not 2',
      'src/b.test.ts: no such file',
    ]);
    const spec = (ok, error) => ({
      file: 'x.spec.ts',
      title: 'opens',
      ok,
      tests: [{ results: [{ error }] }],
    });
    const suites = [{ specs: [spec(true)], suites: [{ specs: [spec(false, { message: 'Gone\nat y' })] }] }];
    expect(failedEndToEnd({ suites })).toEqual(['x.spec.ts › opens: Gone']);
    expect([failedUnits(null), failedEndToEnd(null)]).toEqual([[], []]);
  });
});

describe('a browser that cannot be had', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is named with the reason and the remedy, and none is started', () => {
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('FIREFOX_PATH', '/nowhere/firefox');
    const { names, missing } = gatherBrowsers();
    expect(names).toEqual([]);
    const lines = notRun(missing);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^NOT RUN: Firefox\. There is no Firefox and no apt-get .*apt-get install firefox-esr/,
    );
    expect(lines[1]).toMatch(
      /^NOT RUN: WebKit\. There is no WebKit and no apt-get .*webkit2gtk-driver xvfb xauth/,
    );
  });

  it('is refused where nobody knows its name', () => {
    const said = spawnSync(process.execPath, ['scripts/browsers.mjs', '--only', 'lynx'], {
      encoding: 'utf8',
    });
    expect(said.status).toBe(1);
    expect(said.stderr).toContain('--only must be one of firefox, webkit, not "lynx".');
  });
});
