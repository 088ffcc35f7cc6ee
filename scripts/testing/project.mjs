// The project as a choice of tests sees it: its tests, who imports whom, and what its pages are made of.
import { closureOf, importsOf } from './imports.mjs';
import { lessonsIn } from './lessons.mjs';

export const BROWSER = ['contract', 'behaviour', 'real-time'];

/** Where the two pages, and what they start in workers and frames, begin. */
const IN_EVERY_PAGE = [
  'src/runtime/download/worker.ts',
  'src/runtime/frame/main.ts',
  'src/runtime/worker/main.ts',
  'src/runtime/boot/vite-plugin.ts',
];
const ENTRIES = { contract: 'src/harness/harness.ts', behaviour: 'src/app/main.ts' };
/** Serves the page in every browser test. */
const SERVER = 'scripts/start.mjs';

/** Registers import all that they list, so a change does not go on through them: it reaches those that use the name. */
export const PROBES = {
  register: 'src/runtime/python/faultline/probes/__init__.py',
  named: /from \.(\w+) import (\w+)/g,
};
export const VIEWS = { register: 'src/views/register.ts', named: /from '\.\/(\w+)\//g };

/** Reads folders, or what no import names. */
const READS_FOLDERS = /readdirSync|findLessonFolders|virtual:faultline-lessons|import\.meta\.glob/;

/** @typedef {ReturnType<typeof readProject>} Project */

/** @param {ReadonlyMap<string, string>} texts all files of the project */
export function readProject(texts) {
  const imports = importsOf(texts);
  const paths = [...texts.keys()];
  const specs = paths.filter((path) => /^e2e\/.*\.spec\.ts$/.test(path));
  return {
    texts,
    imports,
    lessons: lessonsIn(texts),
    unit: paths.filter((path) => /^(src|scripts)\/.*\.test\.(tsx?|mjs)$/.test(path)),
    python: paths.filter((path) => /^src\/runtime\/python\/tests\/test_\w+\.py$/.test(path)),
    specs,
    inPage: {
      contract: closureOf(ENTRIES.contract, imports),
      behaviour: closureOf(ENTRIES.behaviour, imports),
    },
    inEveryPage: new Set([SERVER, ...IN_EVERY_PAGE].flatMap((entry) => [...closureOf(entry, imports)])),
  };
}

/**
 * The specs of a stage that have this text, in themselves or in what they import from e2e/.
 * @param {string} text
 * @param {Project} project
 * @param {string} stage
 */
export function specsNaming(text, { specs, imports, texts }, stage) {
  return specs
    .filter((path) => stageOf(path) === stage)
    .filter((path) =>
      [...closureOf(path, imports)].some(
        (file) => file.startsWith('e2e/') && texts.get(file)?.includes(text),
      ),
    );
}

/** @param {string} path of a spec */
export const stageOf = (path) =>
  path.startsWith('e2e/contract/')
    ? 'contract'
    : path.startsWith('e2e/real-time/')
      ? 'real-time'
      : 'behaviour';

/**
 * @param {string} test
 * @param {Project} project
 */
export function readsFolders(test, { imports, texts }) {
  return [...closureOf(test, imports)].some((file) => READS_FOLDERS.test(texts.get(file) ?? ''));
}

/**
 * The registered names that a change reaches; null when it reaches more than what is registered.
 * @param {readonly string[]} dependents
 * @param {string} path
 * @param {{ register: string, named: RegExp }} registered
 * @param {string} folder of all that is registered
 * @param {Project} project
 */
export function namesBehind(dependents, path, { register, named }, folder, { texts }) {
  const code = dependents.filter((file) => !/\.test\.|\/tests\//.test(file) && file !== register);
  if (!path.startsWith(folder) || path === register || code.some((file) => !file.startsWith(folder)))
    return null;
  const names = [...(texts.get(register) ?? '').matchAll(named)].map(([, name = '']) => name);
  return names.filter((name) =>
    code.some((file) => file.startsWith(`${folder}${name}/`) || file === `${folder}${name}.py`),
  );
}
