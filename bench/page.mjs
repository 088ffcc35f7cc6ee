// What a row measures with: the terminal's page, and what scripts find in it.

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('../src/harness/driven.ts').HarnessRun} Run
 * @typedef {import('valibot').InferInput<typeof import('../src/runtime/protocol.ts').RunRequestSchema>} Whole
 * @typedef {Omit<Whole, 'limits'> & { limits?: Whole['limits'] }} Request a run without limits has the page's own
 * @typedef {import('../src/harness/terminal.ts').Terminal} Terminal what the page calls `faultline`
 * @typedef {(name: string, content: string | Buffer) => void} Keep puts a file beside the results
 * @typedef {{ page: Page, run: (request: Request) => Promise<Run>, keep: Keep }} Given what a row is given
 */

/**
 * Runs a program in the page.
 * @param {Page} page
 * @param {Request} request
 */
export function runIn(page, request) {
  return page.evaluate((asked) => {
    /** @type {Terminal} */
    const terminal = Reflect.get(globalThis, 'faultline');
    return terminal.run(asked);
  }, request);
}

/**
 * What a program says it has taken: it prints one number and nothing else.
 * @param {Given['run']} run
 * @param {string | Readonly<Record<string, string>>} source the text of `main.py`, or files by path with it among them
 * @param {{ probes?: string[], packages?: string[] }} [options]
 */
export async function printedBy(run, source, { probes = [], packages = [] } = {}) {
  const files = typeof source === 'string' ? { 'main.py': source } : source;
  const { stdout, stderr } = await run({
    program: { files, entry: 'main.py' },
    probes,
    packages,
    pace: 'real',
  });
  if (stdout.trim() === '' || Number.isNaN(Number(stdout))) {
    throw new Error(`The program printed no figure: ${stdout}${stderr}`);
  }
  return Number(stdout);
}

/**
 * The browser in which the page is.
 * @param {Page} page
 */
export function browserOf(page) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page is in no browser that was started for it.');
  return browser;
}
