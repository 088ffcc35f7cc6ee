// Makes links, and reads them, with what the page itself makes and reads them with.
import { join } from 'node:path';
import { ROOT } from '../command.mjs';

/** @typedef {{ code: number, out?: string, err?: string }} Answer what is printed where, and the exit code */

/** The length from which the page offers a file. */
const LONG = 8000;

/**
 * @param {Exclude<ReturnType<typeof import('./call.mjs').readCall>, { command: 'help' }>} call
 * @returns {Promise<Answer>}
 */
export async function perform(call) {
  const { contentOf, linkFor } = await loaded();
  if (call.command === 'decode') {
    const found = contentOf(call.link);
    if (!found.ok) return { code: 1, err: found.error };
    const out = JSON.stringify(found.value.content, null, 2);
    return found.value.older
      ? { code: 0, out, err: 'The lesson has changed since this link was made.' }
      : { code: 0, out };
  }
  const link = linkFor(call.wanted);
  if (!link.ok) return { code: 2, err: link.error };
  const { fragment, length } = link.value;
  const advice = length > LONG ? ' Mail and chat may cut it: save it to a .faultline file instead.' : '';
  return {
    code: 0,
    out: `${call.site.replace(/#.*$/, '')}${fragment}`,
    err: `${length} characters.${advice}`,
  };
}

/** The page's own code, which is TypeScript and reads the lessons as the build does. */
async function loaded() {
  const { runnerImport } = await import('vite');
  const options = /** @type {const} */ ({ configFile: false, root: ROOT, logLevel: 'error' });
  /** @type {{ module: typeof import('../../src/lesson/vite-plugin.ts') }} */
  const { module: plugins } = await runnerImport(join(ROOT, 'src/lesson/vite-plugin.ts'), options);
  /** @type {{ module: typeof import('../../src/session/writtenLinks.ts') }} */
  const { module } = await runnerImport(join(ROOT, 'src/session/writtenLinks.ts'), {
    ...options,
    plugins: [plugins.lessonsPlugin()],
  });
  return module;
}
