// Browser tests: the built page, served as `npm start` serves it, in one real browser.
import { defineConfig } from '@playwright/test';
import { findBrowser, launchFlags } from './scripts/browser.mjs';

const port = process.env['FAULTLINE_TEST_PORT'] ?? '4317';
const address = `http://127.0.0.1:${port}/`;
/** What is counted there depends on how late things are. */
const IN_REAL_TIME = 'asyncio-lesson.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One for each core of a small machine: a test mostly waits for interpreters to boot, or for what a person waits for.
  workers: 2,
  // Whichever worker is free takes the next test, also of the same file: no core waits for a long file to end.
  fullyParallel: true,
  timeout: 120_000,
  // A busy machine may be slow: what is expected is what happens, not how soon.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: await findBrowser(), args: launchFlags() },
    // CI keeps none.
    trace: process.env['CI'] ? 'off' : 'retain-on-failure',
  },
  projects: [
    { name: 'contract', testMatch: 'contract/**/*.spec.ts' },
    { name: 'behaviour', testMatch: '*.spec.ts', testIgnore: ['contract/**', IN_REAL_TIME] },
    // Nothing runs beside it.
    { name: 'real-time', testMatch: IN_REAL_TIME, workers: 1 },
  ],
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    url: address,
    timeout: 300_000,
    reuseExistingServer: false,
  },
});
