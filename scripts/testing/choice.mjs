// Chooses the tests that a change can reach, and those of one lesson. Pure: it is given the texts of all files.
import { closureOf, dependentsOf, importsOf } from './imports.mjs';
import { lessonsIn } from './lessons.mjs';
import { BOTH_WAYS } from './unsuspended.mjs';

export const STAGES = [
  'types',
  'lint',
  'format',
  'python-style',
  'unit',
  'python',
  'contract',
  'unsuspended',
  'behaviour',
  'real-time',
];
/** Our Python, and what lints it. */
const PYTHON_STYLE = /^(src\/runtime\/python\/.*\.py|scripts\/python-style\.mjs)$/;
const BROWSER = ['contract', 'behaviour', 'real-time'];

/** Where the two pages, and what they start in workers and frames, begin. */
const IN_EVERY_PAGE = [
  'src/runtime/frame/main.ts',
  'src/runtime/worker/main.ts',
  'src/runtime/boot/vite-plugin.ts',
];
const ENTRIES = { contract: 'src/app/harness.ts', behaviour: 'src/app/main.tsx' };
/** Serves the page in every browser test. */
const SERVER = 'scripts/start.mjs';

/** Registers import all that they list, so a change does not go on through them: it reaches those that use the name. */
const PROBES = {
  register: 'src/runtime/python/faultline/probes/__init__.py',
  named: /from \.(\w+) import (\w+)/g,
};
const VIEWS = { register: 'src/views/register.ts', named: /from '\.\/(\w+)\//g };

/** Reach every stage: how all of it is built, checked and started. */
const EVERYTHING =
  /^(package(-lock)?\.json|[\w.-]+\.config\.ts|tsconfig\.json|biome\.json|\.oxlintrc\.json|index\.html|harness\.html|public\/.*)$/;
const CODE = /\.(tsx?|mts|mjs)$/;
const WORDS_ONLY = /^(docs\/.*|LICENSE|\.gitignore|\.gitattributes|[^/]+\.md)$/;
/** Looks at folders or reads what no import names. */
const LOOKS_AROUND = /readdirSync|findLessonFolders|virtual:faultline-lessons|import\.meta\.glob/;

/**
 * What is to run: for each stage `all` or a set of things: `unit` and `python` test files, for the browser stages spec
 * files and `lesson NAME` (the tests of lessons.spec.ts that bear it). A stage that is not a key has nothing to do.
 * @typedef {{ stages: Map<string, 'all' | Set<string>>, why: { path: string, reason: string }[] }} Choice
 */

/** @returns {Choice} */
export const nothing = () => ({ stages: new Map(), why: [] });

/** Adds tests to a choice; those that run with and without suspension, to both stages. */
function add(choice, stage, tests) {
  if (stage === 'contract') {
    add(choice, 'unsuspended', tests === 'all' ? 'all' : tests.filter((test) => BOTH_WAYS.includes(test)));
  }
  const there = choice.stages.get(stage);
  if (there === 'all' || (tests !== 'all' && tests.length === 0)) return;
  choice.stages.set(stage, tests === 'all' ? 'all' : new Set([...(there ?? []), ...tests]));
}

/**
 * Adds what a change of `changed` can reach. What cannot be told reaches everything.
 * @param {Choice} choice
 * @param {readonly string[]} changed paths, as Git writes them
 * @param {ReadonlyMap<string, string>} texts all files of the project
 */
export function chooseChanged(choice, changed, texts) {
  const project = readProject(texts);
  for (const path of changed) {
    const reached = nothing();
    add(reached, 'format', 'all');
    if (CODE.test(path)) for (const stage of ['types', 'lint']) add(reached, stage, 'all');
    if (PYTHON_STYLE.test(path)) add(reached, 'python-style', 'all');
    const reason = reach(reached, path, project);
    for (const [stage, tests] of reached.stages) add(choice, stage, tests === 'all' ? 'all' : [...tests]);
    choice.why.push({ path, reason });
  }
}

/** Adds what shows that a lesson is right: its reading, and its programs on the real interpreter. */
export function chooseLesson(choice, lesson, texts) {
  const project = readProject(texts);
  add(
    choice,
    'unit',
    project.unit.filter((test) => test.startsWith('src/lesson/') && looksAround(test, project)),
  );
  add(choice, 'contract', [
    `lesson ${lesson.name}`,
    ...specsNaming(`lessonCalled('${lesson.name}')`, project, 'contract'),
  ]);
  const reason = 'that it can be read, and its programs on the real interpreter';
  choice.why.push({ path: lesson.folder, reason });
}

function readProject(texts) {
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
    inPage: Object.fromEntries(
      Object.entries(ENTRIES).map(([stage, entry]) => [stage, closureOf(entry, imports)]),
    ),
    inEveryPage: new Set([SERVER, ...IN_EVERY_PAGE].flatMap((entry) => [...closureOf(entry, imports)])),
  };
}

/** Adds to `choice` what one file reaches, and says it in words. */
function reach(choice, path, project) {
  if (EVERYTHING.test(path)) return everything(choice, 'everything is built with it');
  if (WORDS_ONLY.test(path)) return wordsOnly(choice, path, project);
  add(
    choice,
    'unit',
    project.unit.filter((test) => looksAround(test, project)),
  );
  if (path.startsWith('lessons/')) return lessonFile(choice, path, project);
  if (path.startsWith('bench/')) return 'no test';
  if (!project.texts.has(path) && CODE.test(path))
    return everything(choice, 'it is gone, so all that used it');
  if (path.startsWith('src/runtime/python/')) return pythonFile(choice, path, project);
  const dependents = [...dependentsOf(path, project.imports)];
  add(
    choice,
    'unit',
    project.unit.filter((test) => dependents.includes(test)),
  );
  if (path.startsWith('e2e/')) return browserTest(choice, path, dependents, project);
  if (path.startsWith('src/')) return sourceFile(choice, path, dependents, project);
  if (path.startsWith('scripts/')) return scriptFile(choice, path, project);
  return everything(choice, 'nobody knows what it reaches, so everything');
}

function everything(choice, reason) {
  for (const stage of STAGES) add(choice, stage, 'all');
  return reason;
}

function wordsOnly(choice, path, { unit, texts }) {
  const name = path.split('/').at(-1);
  const readers = unit.filter((test) => texts.get(test).includes(name));
  add(choice, 'unit', readers);
  return readers.length > 0 ? `the tests that read it` : 'format only';
}

function lessonFile(choice, path, project) {
  const found = project.lessons.find(({ folder }) => path.startsWith(folder));
  if (path === 'lessons/answers.md') {
    add(choice, 'behaviour', specsNaming('#/answers', project, 'behaviour'));
    return 'the tests that read lessons, and those of the answers';
  }
  if (found === undefined) return 'the tests that read lessons';
  addLesson(choice, found.name, project);
  return `the lesson ${found.name}`;
}

function addLesson(choice, name, project) {
  add(choice, 'contract', [`lesson ${name}`, ...specsNaming(`lessonCalled('${name}')`, project, 'contract')]);
  addBehaviour(choice, name, project);
}

/** The browser tests that open a lesson. Its name stands in quotes there, or in an address. */
function addBehaviour(choice, name, project) {
  for (const stage of ['behaviour', 'real-time']) {
    const opening = [`'${name}'`, `#/${name}`].flatMap((text) => specsNaming(text, project, stage));
    add(choice, stage, opening);
  }
}

/** The specs of a stage that have this text, in themselves or in what they import from e2e/. */
function specsNaming(text, { specs, imports, texts }, stage) {
  return specs
    .filter((path) => stageOf(path) === stage)
    .filter((path) =>
      [...closureOf(path, imports)].some((file) => file.startsWith('e2e/') && texts.get(file).includes(text)),
    );
}

const stageOf = (path) =>
  path.startsWith('e2e/contract/')
    ? 'contract'
    : path.startsWith('e2e/real-time/')
      ? 'real-time'
      : 'behaviour';

function looksAround(test, { imports, texts }) {
  return [...closureOf(test, imports)].some((file) => LOOKS_AROUND.test(texts.get(file)));
}

function browserTest(choice, path, dependents, project) {
  const specs = project.specs.filter((one) => dependents.includes(one));
  // A program that tests read, or data: by its name, or else all of the folder's tests may.
  const name = path.split('/').at(-1);
  const readers = specs.length > 0 ? specs : BROWSER.flatMap((stage) => specsNaming(name, project, stage));
  if (readers.length === 0) {
    for (const stage of path.startsWith('e2e/contract/') ? ['contract'] : BROWSER) add(choice, stage, 'all');
    return 'any test may read it, so all beside it';
  }
  for (const one of readers) add(choice, stageOf(one), [one]);
  return readers.length === 1 && readers[0] === path ? 'itself' : `${readers.length} specs that use it`;
}

function sourceFile(choice, path, dependents, project) {
  if (/\.test\.(tsx?|mjs)$/.test(path)) return 'itself';
  if (project.inEveryPage.has(path) || path.startsWith('src/runtime/')) {
    for (const stage of BROWSER) add(choice, stage, 'all');
    return 'every run in a browser';
  }
  const seen = [...dependentsOf(path, project.imports, (file) => file === VIEWS.register)];
  const names = namesBehind(seen, path, VIEWS, 'src/views/', project);
  if (names !== null && names.length > 0 && !project.inPage.contract.has(path)) {
    const lessons = project.lessons.filter(({ views }) => views.some((view) => names.includes(view)));
    for (const { name } of lessons) addBehaviour(choice, name, project);
    return `the views ${names.join(', ')}, so what opens a lesson with one`;
  }
  const stages = Object.keys(ENTRIES).filter((stage) => project.inPage[stage].has(path));
  for (const stage of stages) add(choice, stage, 'all');
  if (stages.includes('behaviour')) add(choice, 'real-time', 'all');
  // Styles and the like are imported in ways of their own.
  if (stages.length === 0 && !CODE.test(path)) for (const stage of BROWSER) add(choice, stage, 'all');
  return stages.length > 0 ? `the pages it is in: ${stages.join(', ')}` : 'the tests that import it';
}

function scriptFile(choice, path, project) {
  if (project.inEveryPage.has(path)) return everything(choice, 'it builds or serves every page');
  const dependents = dependentsOf(path, project.imports);
  const commands = [...dependents].filter((file) => /^scripts\/[\w-]+\.mjs$/.test(file));
  for (const stage of BROWSER) {
    add(
      choice,
      stage,
      commands.flatMap((file) => specsNaming(file, project, stage)),
    );
    if (dependents.has('playwright.config.ts')) add(choice, stage, 'all');
  }
  return 'the tests of what imports it';
}

function pythonFile(choice, path, project) {
  const dependents = [...dependentsOf(path, project.imports, (file) => file === PROBES.register)];
  const names = namesBehind(dependents, path, PROBES, 'src/runtime/python/faultline/probes/', project);
  // A test that runs a whole program imports no probe, and asks for it by its name.
  const asked = (test) => names?.some((name) => project.texts.get(test).includes(`"${name}"`));
  const tests = project.python.filter((test) => dependents.includes(test) || asked(test));
  add(choice, 'python', tests.length > 0 ? tests : 'all');
  if (path.startsWith('src/runtime/python/tests/')) return 'its unit tests';
  if (names === null || names.length === 0) {
    for (const stage of BROWSER) add(choice, stage, 'all');
    return 'its unit tests, and every run of Python';
  }
  for (const name of names) add(choice, 'contract', specsNaming(`'${name}'`, project, 'contract'));
  for (const { name, probes } of project.lessons) {
    if (probes.some((probe) => names.includes(probe))) addLesson(choice, name, project);
  }
  return `the probes ${names.join(', ')}: their unit tests, contracts and lessons`;
}

/** The registered names that a change reaches; null when it reaches more than what is registered. */
function namesBehind(dependents, path, { register, named }, folder, { texts }) {
  const code = dependents.filter((file) => !/\.test\.|\/tests\//.test(file) && file !== register);
  if (!path.startsWith(folder) || path === register || code.some((file) => !file.startsWith(folder)))
    return null;
  const names = [...(texts.get(register) ?? '').matchAll(named)].map(([, name]) => name);
  return names.filter((name) =>
    code.some((file) => file.startsWith(`${folder}${name}/`) || file === `${folder}${name}.py`),
  );
}

const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

const pattern = (test) =>
  test.startsWith('lesson ')
    ? `${literally('contract/lessons.spec.ts')} ${literally(test)} `
    : ` ${literally(test.replace(/^e2e\//, ''))} `;

/** What Playwright compares with `project file titles` of each test. */
export const grepOf = (tests) => [...tests].map(pattern).join('|');
