import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const PORT = Number(process.env.ENGINES_PORT ?? 4198);

/** Playwright runs the smoke and tells of it; Firefox and WebKit are driven by `firefox.ts` and `webkit.ts`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browsers',
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../test-results/browsers.json' }]],
  use: { baseURL: `http://localhost:${PORT}` },
  projects: [{ name: 'firefox' }, { name: 'webkit' }],
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    url: `http://localhost:${PORT}`,
    reuseExistingServer: false,
  },
});
