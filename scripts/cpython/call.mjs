// Reads the command line of `npm run test:cpython`; a wrong one is answered with a sentence.
import { parseArgs } from 'node:util';
import { messageOf } from '../outside.mjs';
import { WrongCall } from '../wrong-call.mjs';
import { MODULES } from './modules.mjs';

export const USAGE =
  'npm run test:cpython -- --from PATH [--name "CPython 3.14.2"] [--only test_queue,test_asyncio.test_locks] [--table]';

const OPTIONS = /** @type {const} */ ({
  from: { type: 'string' },
  name: { type: 'string' },
  only: { type: 'string' },
  table: { type: 'boolean', default: false },
});

/**
 * @param {readonly string[]} args what stood after the script's name
 * @returns {{ from: string | null, name: string | undefined, modules: string[], table: boolean }} `table`: nothing is
 *   run, the table is made of what was kept of earlier runs
 */
export function readCall(args) {
  const { from, name, only, table } = parse(args);
  if (from === undefined && !table) {
    throw new WrongCall(`Say where CPython's source is, its Lib/test: ${USAGE}`);
  }
  return { from: from ?? null, name, modules: only === undefined ? MODULES : chosen(only), table };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new WrongCall(`${messageOf(error).split('. ')[0]}. This is how it is called: ${USAGE}`);
  }
}

/**
 * A module may be named by its last part.
 * @param {string} only names between commas
 */
function chosen(only) {
  return only.split(',').map((typed) => {
    const found = MODULES.find((name) => name === typed || name.endsWith(`.${typed}`));
    if (found === undefined) {
      throw new WrongCall(`There is no module "${typed}". The modules are: ${MODULES.join(', ')}`);
    }
    return found;
  });
}
