import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findTestBrowser } from './scripts/chromium.mjs';

/** Another port lets two checkouts run side by side. */
const PORT = Number(process.env.E2E_PORT ?? 4199);

export default defineConfig({
  testDir: 'e2e',
  // Other browsers: `npm run test:browsers`.
  testIgnore: 'engines/**',
  outputDir: 'test-results/e2e',
  // Two at once, and each waits for an engine: long enough for a busy machine.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1440, height: 900 },
    // What one answers no test sees on its way; e2e/offline.spec.ts has it work.
    serviceWorkers: 'block',
    launchOptions: { executablePath: findTestBrowser() ?? '/usr/bin/chromium', args: CHROMIUM_ARGS },
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}`,
    // A server left by somebody else may serve another build.
    reuseExistingServer: false,
  },
});
