import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './setup.mjs';

/** Folder of what the tests tell in JSON. */
export const REPORTS = join(ROOT, 'test-results');

const MINUTE = 60_000;

/**
 * Minutes a file of end-to-end tests may take on two quiet cores, two tests at once, so that each takes longer than alone. Over it
 * is a warning: no test is about time.
 */
const BUDGETS = {
  'accessibility.spec.ts': 1.2,
  'backends.spec.ts': 1.2,
  'books.spec.ts': 5.5,
  'evidence.spec.ts': 1.7,
  'export.spec.ts': 2.1,
  'gallery.spec.ts': 1.2,
  'journey.spec.ts': 1.8,
  'keyboard.spec.ts': 1.2,
  'labs.spec.ts': 2.4,
  'map.spec.ts': 1.8,
  'number.spec.ts': 2.2,
  'offline.spec.ts': 1.2,
  'ownData.spec.ts': 1.5,
  'reasons.spec.ts': 2.5,
  'saved.spec.ts': 2.2,
  'sheet.spec.ts': 1.6,
  'start.spec.ts': 2.1,
  'timeline.spec.ts': 3.2,
  'truth.spec.ts': 1.4,
  'update.spec.ts': 1.9,
};
/** Of every other file. */
const BUDGET = 0.9;
/** Of all files together, each test counted whole. */
const TOTAL = 46;

function read(name) {
  try {
    return JSON.parse(readFileSync(join(REPORTS, name), 'utf8'));
  } catch {
    return null;
  }
}

/** How many unit tests passed and failed. */
export function unitCounts() {
  const found = read('unit.json');
  return { passed: found?.numPassedTests ?? 0, failed: found?.numFailedTests ?? 0 };
}

/** The same of a run of Playwright. */
export function endToEndCounts(name) {
  const stats = read(name)?.stats;
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 };
}

/** First line of what a test failed with, without colours. */
const firstLine = (text = '') => stripVTControlCharacters(text).trim().split('\n')[0];

/** A line for each unit test that failed: file, name and why. */
export const failedUnits = (report) =>
  (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that cannot be read has no tests.
    if (failed.length === 0) return message ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map((one) => `${file} › ${one.fullName}: ${firstLine(one.failureMessages[0])}`);
  });

/** The same of a part of Playwright's report. */
export const failedEndToEnd = (part) => [
  ...(part?.suites ?? []).flatMap(failedEndToEnd),
  ...(part?.specs ?? [])
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
      return `${file} › ${title}: ${firstLine(error?.message)}`;
    }),
];

/** A line for each test that failed in the last run, whatever ran it. */
export const failedTests = () => [
  ...failedUnits(read('unit.json')),
  ...failedEndToEnd(read('e2e.json')),
  ...failedEndToEnd(read('browsers.json')),
];

/** Milliseconds of every test below a part of Playwright's report, tries again included. */
const duration = ({ suites = [], specs = [] }) =>
  suites.reduce((sum, one) => sum + duration(one), 0) +
  specs
    .flatMap(({ tests }) => tests.flatMap(({ results }) => results))
    .reduce((sum, result) => sum + result.duration, 0);

/** Minutes of each file of end-to-end tests beside its budget, the slowest first. */
export function minutes(report, budgets = BUDGETS) {
  return (report?.suites ?? [])
    .map((suite) => {
      const file = basename(suite.file);
      return { file, minutes: duration(suite) / MINUTE, budget: budgets[file] ?? BUDGET };
    })
    .sort((a, b) => b.minutes - a.minutes);
}

/** The same in words. */
export function minuteTable() {
  const rows = minutes(read('e2e.json'));
  const line = (file, taken, budget, word) =>
    `${file.padEnd(28)}${taken.toFixed(1).padStart(8)}${budget.toFixed(1).padStart(8)}${word}`;
  const sum = (of) => rows.reduce((all, row) => all + row[of], 0);
  return [
    `${'end-to-end tests'.padEnd(28)}${'minutes'.padStart(8)}${'budget'.padStart(8)}`,
    ...rows.map(({ file, minutes, budget }) =>
      line(file, minutes, budget, minutes > budget ? '  over its budget, or the machine was busy' : ''),
    ),
    line('all', sum('minutes'), TOTAL, ''),
  ];
}

/** One line for each browser that could not be had. */
export const notRun = (missing) => missing.map(({ title, reason }) => `NOT RUN: ${title}. ${reason}`);
