// Chooses the tests that a change can reach, and those of one lesson. Pure: it is given the texts of all files.
import { dependentsOf } from './imports.mjs';
import {
  BROWSER,
  readsFolders,
  namesBehind,
  PROBES,
  readProject,
  specsNaming,
  stageOf,
  VIEWS,
} from './project.mjs';
import { BOTH_WAYS } from './unsuspended.mjs';

export const STAGES = [
  'types',
  'script-types',
  'lint',
  'format',
  'python-style',
  'python-types',
  'unit',
  'python',
  'contract',
  'unsuspended',
  'behaviour',
  'real-time',
];
/** Our Python, and what lints it. */
const PYTHON_STYLE = /^(src\/runtime\/python\/.*\.py|scripts\/python-style\.mjs)$/;
/** Our Python and its stubs, and how their types are checked. */
const PYTHON_TYPES = /^(src\/runtime\/python\/.*\.pyi?|pyrightconfig\.json)$/;
/** What nothing but the types of our Python rests on. */
const TYPES_ONLY = /^(src\/runtime\/python\/stubs\/.*|pyrightconfig\.json)$/;
/** Reach every stage: how all of it is built, checked and started. */
const EVERYTHING =
  /^(package(-lock)?\.json|[\w.-]+\.config\.ts|tsconfig\.json|biome\.json|\.oxlintrc\.json|(index|harness)\.html|public\/.*)$/;
/** What the Python tests run on, and what runs them. */
const UNDER_PYTHON_TESTS =
  /^(python-tests\.html|src\/runtime\/(boot|frame|native|testing|worker)\/.*|src\/runtime\/host\/(download|runner-frame|spares)\.ts|scripts\/testing\/(run_python\.py|python[\w-]*\.mjs))$/;
const CODE = /\.(tsx?|mts|mjs)$/;
const WORDS_ONLY = /^(docs\/.*|LICENSE|\.gitignore|\.gitattributes|[^/]+\.md)$/;

/** @typedef {import('./project.mjs').Project} Project */

/**
 * What is to run: for each stage `all` or a set of things: `unit` and `python` test files, for the browser stages spec
 * files and `lesson NAME` (the tests of lessons.spec.ts that bear it). A stage that is not a key has nothing to do.
 * @typedef {{ stages: Map<string, 'all' | Set<string>>, why: { path: string, reason: string }[] }} Choice
 */

/** @returns {Choice} */
export const nothing = () => ({ stages: new Map(), why: [] });

/**
 * Adds tests to a choice; those that run with and without suspension, to both stages.
 * @param {Choice} choice
 * @param {string} stage
 * @param {'all' | readonly string[]} tests
 */
function add(choice, stage, tests) {
  if (stage === 'contract') {
    add(choice, 'unsuspended', tests === 'all' ? 'all' : tests.filter((test) => BOTH_WAYS.includes(test)));
  }
  const there = choice.stages.get(stage);
  if (there === 'all' || (tests !== 'all' && tests.length === 0)) return;
  choice.stages.set(stage, tests === 'all' ? 'all' : new Set([...(there ?? []), ...tests]));
}

/**
 * Adds what a change of `changed` can reach. What cannot be determined reaches everything.
 * @param {Choice} choice
 * @param {readonly string[]} changed paths, as Git writes them
 * @param {ReadonlyMap<string, string>} texts all files of the project
 */
export function chooseChanged(choice, changed, texts) {
  const project = readProject(texts);
  for (const path of changed) {
    const reached = nothing();
    add(reached, 'format', 'all');
    if (CODE.test(path)) for (const stage of ['types', 'script-types', 'lint']) add(reached, stage, 'all');
    if (PYTHON_STYLE.test(path)) add(reached, 'python-style', 'all');
    if (UNDER_PYTHON_TESTS.test(path) && !/\.test\./.test(path)) add(reached, 'python', 'all');
    if (PYTHON_TYPES.test(path)) add(reached, 'python-types', 'all');
    const reason = reach(reached, path, project);
    for (const [stage, tests] of reached.stages) add(choice, stage, tests === 'all' ? 'all' : [...tests]);
    choice.why.push({ path, reason });
  }
}

/**
 * Adds what shows that a lesson is right: its reading, and its programs on the real interpreter.
 * @param {Choice} choice
 * @param {import('./lessons.mjs').Lesson} lesson
 * @param {ReadonlyMap<string, string>} texts all files of the project
 */
export function chooseLesson(choice, lesson, texts) {
  const project = readProject(texts);
  add(
    choice,
    'unit',
    project.unit.filter((test) => test.startsWith('src/lesson/') && readsFolders(test, project)),
  );
  add(choice, 'contract', [
    `lesson ${lesson.name}`,
    ...specsNaming(`lessonCalled('${lesson.name}')`, project, 'contract'),
  ]);
  const reason = 'that it can be read, and its programs on the real interpreter';
  choice.why.push({ path: lesson.folder, reason });
}

/**
 * Adds to `choice` what one file reaches, and says it in words.
 * @param {Choice} choice
 * @param {string} path
 * @param {Project} project
 * @returns {string}
 */
function reach(choice, path, project) {
  if (EVERYTHING.test(path)) return everything(choice, 'everything is built with it');
  if (WORDS_ONLY.test(path)) return wordsOnly(choice, path, project);
  if (TYPES_ONLY.test(path)) return 'the types of Python';
  add(
    choice,
    'unit',
    project.unit.filter((test) => readsFolders(test, project)),
  );
  if (path.startsWith('lessons/')) return lessonFile(choice, path, project);
  if (path.startsWith('bench/')) return 'no test';
  if (path === 'python-tests.html') return 'the Python tests';
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
  if (path.startsWith('src/')) return sourceFile(choice, path, project);
  if (path.startsWith('scripts/')) return scriptFile(choice, path, project);
  return everything(choice, 'nobody knows what it reaches, so everything');
}

/**
 * @param {Choice} choice
 * @param {string} reason
 */
function everything(choice, reason) {
  for (const stage of STAGES) add(choice, stage, 'all');
  return reason;
}

/**
 * @param {Choice} choice
 * @param {string} path
 * @param {Project} project
 */
function wordsOnly(choice, path, { unit, texts }) {
  const name = nameOf(path);
  const readers = unit.filter((test) => texts.get(test)?.includes(name));
  add(choice, 'unit', readers);
  return readers.length > 0 ? `the tests that read it` : 'format only';
}

/**
 * @param {Choice} choice
 * @param {string} path
 * @param {Project} project
 */
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

/**
 * @param {Choice} choice
 * @param {string} name
 * @param {Project} project
 */
function addLesson(choice, name, project) {
  add(choice, 'contract', [`lesson ${name}`, ...specsNaming(`lessonCalled('${name}')`, project, 'contract')]);
  addBehaviour(choice, name, project);
}

/**
 * The browser tests that open a lesson. Its name stands in quotes there, or in an address.
 * @param {Choice} choice
 * @param {string} name
 * @param {Project} project
 */
function addBehaviour(choice, name, project) {
  for (const stage of ['behaviour', 'real-time']) {
    const opening = [`'${name}'`, `#/${name}`].flatMap((text) => specsNaming(text, project, stage));
    add(choice, stage, opening);
  }
}

/**
 * @param {Choice} choice
 * @param {string} path
 * @param {readonly string[]} dependents
 * @param {Project} project
 */
function browserTest(choice, path, dependents, project) {
  const specs = project.specs.filter((one) => dependents.includes(one));
  // A program that tests read, or data: by its name, or else all of the folder's tests may.
  const name = nameOf(path);
  const readers = specs.length > 0 ? specs : BROWSER.flatMap((stage) => specsNaming(name, project, stage));
  if (readers.length === 0) {
    for (const stage of path.startsWith('e2e/contract/') ? ['contract'] : BROWSER) add(choice, stage, 'all');
    return 'any test may read it, so all beside it';
  }
  for (const one of readers) add(choice, stageOf(one), [one]);
  return readers.length === 1 && readers[0] === path ? 'itself' : `${readers.length} specs that use it`;
}

/**
 * @param {Choice} choice
 * @param {string} path
 * @param {Project} project
 */
function sourceFile(choice, path, project) {
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
  const stages = Object.entries(project.inPage).flatMap(([stage, files]) => (files.has(path) ? [stage] : []));
  for (const stage of stages) add(choice, stage, 'all');
  if (stages.includes('behaviour')) add(choice, 'real-time', 'all');
  // Styles and the like are imported in ways of their own.
  if (stages.length === 0 && !CODE.test(path)) for (const stage of BROWSER) add(choice, stage, 'all');
  return stages.length > 0 ? `the pages it is in: ${stages.join(', ')}` : 'the tests that import it';
}

/**
 * @param {Choice} choice
 * @param {string} path
 * @param {Project} project
 */
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

/**
 * @param {Choice} choice
 * @param {string} path
 * @param {Project} project
 */
function pythonFile(choice, path, project) {
  const dependents = [...dependentsOf(path, project.imports, (file) => file === PROBES.register)];
  const names = namesBehind(dependents, path, PROBES, 'src/runtime/python/faultline/probes/', project);
  // A test that runs a whole program imports no probe, and asks for it by its name.
  /** @param {string} test */
  const asked = (test) => names?.some((name) => project.texts.get(test)?.includes(`"${name}"`));
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

/** @param {string} path */
const nameOf = (path) => path.split('/').at(-1) ?? path;
