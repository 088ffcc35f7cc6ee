// What a page shows of itself while it is visited: when an editor comes into it, and which figures of progress it says.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scriptName } from './trace.mjs';

/** @import { Page } from './page.mjs' */

/** Marked when the full editor comes into the page. */
const EDITOR = 'bench: the editor is mounted';
/** Of the page's scripts only the editor's is so large, in bytes. */
const LARGE = 1_000_000;

/**
 * Watches a page that is not opened yet.
 * @param {Page} page
 */
export const watch = (page) => page.addInitScript(observe, EDITOR);

/**
 * How many figures of progress in bytes have stood there.
 * @param {Page} page
 * @returns {Promise<number>}
 */
export const progressSeen = (page) => page.evaluate(() => Reflect.get(globalThis, 'progressSeen').size);

/**
 * Whether a task is the full editor's: it ran its script, or an editor came into the page.
 * @param {string} folder of the built page
 */
export function editorsIn(folder) {
  const assets = join(folder, 'assets');
  const scripts = readdirSync(assets)
    .filter((name) => name.endsWith('.js') && statSync(join(assets, name)).size > LARGE)
    .map(scriptName);
  return (/** @type {import('./trace.mjs').Task} */ { work }) =>
    work.includes(EDITOR) || scripts.some((name) => work.includes(name));
}

// This runs in the page, before anything of its own.

/** @param {string} mark */
function observe(mark) {
  const seen = new Set();
  Object.assign(globalThis, { progressSeen: seen });
  const observer = new MutationObserver((changes) => {
    const fetching = document.querySelector('.runtime[data-kind=fetching]')?.textContent ?? '';
    if (/\d\s?(kB|MB)/.test(fetching)) seen.add(fetching);
    const isThere = changes.some(({ addedNodes }) =>
      [...addedNodes].some((node) => node instanceof Element && node.closest('.monaco-editor') !== null),
    );
    if (isThere) performance.mark(mark);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}
