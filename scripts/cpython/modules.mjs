// Which modules of CPython's own test suite are run, and which files of its `Lib/test` each of them needs.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { WrongCall } from '../wrong-call.mjs';

const ASYNCIO = [
  'test_tasks',
  'test_locks',
  'test_queues',
  'test_timeouts',
  'test_waitfor',
  'test_taskgroups',
  'test_runners',
  'test_futures',
  'test_futures2',
  'test_events',
];
const FUTURES = [
  'test_thread_pool',
  'test_as_completed',
  'test_wait',
  'test_future',
  'test_init',
  'test_shutdown',
];
const SINGLE = ['test_queue', 'test_context', 'test_threading', 'test_thread', 'test_threading_local'];

/** The modules, by their names below `test`. */
export const MODULES = [
  ...ASYNCIO.map((name) => `test_asyncio.${name}`),
  ...FUTURES.map((name) => `test_concurrent_futures.${name}`),
  ...SINGLE,
];

/** `certdata` is read by asyncio's tests when they are loaded. */
const EVERYWHERE = ['__init__.py', 'support', 'lock_tests.py', 'certdata'];
const KEPT = /\.(py|pem|reference)$/;

/**
 * The files of a program that holds one of the modules, by path.
 * @param {string} tests the folder of CPython's tests
 * @param {string} module one of `MODULES`
 * @returns {Record<string, string>}
 */
export function filesOf(tests, module) {
  const [first = '', ...deeper] = module.split('.');
  const own = deeper.length === 0 ? `${first}.py` : first;
  const paths = [...EVERYWHERE, own].flatMap((name) => textsBelow(join(tests, name)));
  return Object.fromEntries(
    paths.map((path) => [`test/${relative(tests, path).split(sep).join('/')}`, readFileSync(path, 'utf8')]),
  );
}

/**
 * The folder of CPython's tests.
 * @param {string} from what `--from` says: a checkout of CPython, an installed library, or the folder itself
 */
export function testsBelow(from, seenFrom = process.env['INIT_CWD'] ?? process.cwd()) {
  const full = resolve(seenFrom, from);
  const found = ['Lib/test', 'test', '.']
    .map((below) => join(full, below))
    .find((folder) => existsSync(join(folder, 'support', '__init__.py')));
  if (found === undefined)
    throw new WrongCall(`There are no tests of CPython in "${from}": no Lib/test/support.`);
  return found;
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function textsBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return KEPT.test(path) ? [path] : [];
  return readdirSync(path)
    .filter((name) => name !== '__pycache__')
    .toSorted()
    .flatMap((name) => textsBelow(join(path, name)));
}
