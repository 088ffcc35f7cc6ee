// Browser tests: the built page, served as `npm start` serves it, and the page of the contract tests, in one real browser.
import { defineConfig } from '@playwright/test';
import { findBrowser, launchFlags } from './scripts/browser.mjs';
import { BOTH_WAYS } from './scripts/testing/unsuspended.mjs';

const port = process.env['FAULTLINE_TEST_PORT'] ?? '4317';
const address = `http://127.0.0.1:${port}/`;
const harnessPort = process.env['FAULTLINE_HARNESS_PORT'] ?? String(Number(port) + 1);
const harness = `http://127.0.0.1:${harnessPort}/`;

export default defineConfig<object, { suspends: boolean }>({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One for each core of a small machine: a test mostly waits for interpreters to boot, or for what a person waits for.
  workers: 2,
  // Whichever worker is free takes the next test, also of the same file: no core waits for a long file to end.
  fullyParallel: true,
  // A machine that is busy otherwise may be slow: what is expected is what happens, not how soon.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    baseURL: address,
    // A copy of the page that a test left behind would answer the next one. Tests of offline use ask for it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    // Pages of one test worker share a process, and with it what the engine made of Python's interpreter: by far most of
    // the work of opening a lesson. The frame in which Python runs still has a process apart from its page.
    launchOptions: { executablePath: await findBrowser(), args: [...launchFlags(), '--process-per-site'] },
    // A trace of every test costs more than most tests. To look into one: npx playwright test --trace on -g 'its title'
    trace: 'off',
    screenshot: process.env['CI'] ? 'off' : 'only-on-failure',
  },
  projects: [
    { name: 'contract', testMatch: 'contract/**/*.spec.ts', use: { baseURL: harness } },
    // Once more as in a browser that cannot suspend Python; the lessons are so in `contract/unsuspended.spec.ts`.
    {
      name: 'unsuspended',
      testMatch: BOTH_WAYS.map((path) => path.replace('e2e/', '')),
      use: { suspends: false, baseURL: harness },
    },
    { name: 'behaviour', testMatch: '*.spec.ts', testIgnore: ['contract/**', 'real-time/**'] },
    // What a person waits for. Nothing of ours runs beside it; a machine that is busy otherwise must not matter.
    { name: 'real-time', testMatch: 'real-time/**/*.spec.ts', workers: 1 },
  ],
  webServer: [
    {
      command: `node scripts/start.mjs --port ${port}`,
      url: address,
      timeout: 300_000,
      reuseExistingServer: false,
    },
    {
      command: `node scripts/testing/serve-harness.mjs --port ${harnessPort}`,
      url: `${harness}harness.html`,
      timeout: 300_000,
      reuseExistingServer: false,
    },
  ],
});
