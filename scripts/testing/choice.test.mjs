// Choosing: what a change reaches and what it does not, on a small project with one of each kind.
import { describe, expect, it } from 'vitest';
import { chooseChanged, chooseLesson, nothing, STAGES } from './choice.mjs';
import { grepOf } from './grep.mjs';
import { closureOf, dependentsOf, importsOf } from './imports.mjs';
import { lessonCalled, lessonsIn } from './lessons.mjs';

const PYTHON = 'src/runtime/python';
const project = new Map(
  Object.entries({
    'docs/architecture.md': '',
    'README.md': '',
    'THIRD_PARTY.md': '',
    'package.json': '{}',
    'lessons/1-memory/lesson.md': '---\nprobes: [memory]\nviews: [heap]\n---\n## One',
    'lessons/1-memory/broken/main.py': '',
    'lessons/2-queues/lesson.md': '---\nprobes: [tasks]\nviews:\n  - timeline\n---\n## One',
    'lessons/_template/lesson.md': '',
    'src/app/main.ts': "import '../ui/theme.css';\nimport { views } from '../views/register.ts';",
    'src/harness/harness.ts': "import { run } from '../runtime/host/create.ts';",
    'src/app/third.test.ts': "readFileSync('THIRD_PARTY.md')",
    'src/lesson/lessons.test.ts': "import { findLessonFolders } from './folders.ts';",
    'src/lesson/folders.ts': 'readdirSync(path)',
    'src/runtime/host/create.ts': '',
    'src/runtime/worker/main.ts': '',
    'src/ui/theme.css': '',
    'src/views/register.ts':
      "import { heap } from './heap/heap.ts';\nimport { timeline } from './timeline/timeline.ts';",
    'src/views/heap/heap.ts': "import { layout } from './layout.ts';",
    'src/views/heap/layout.ts': '',
    'src/views/heap/layout.test.ts': "import { layout } from './layout.ts';",
    'src/views/timeline/timeline.ts': '',
    'scripts/start.mjs': "import './serve.mjs';",
    'scripts/serve.mjs': '',
    'scripts/try.mjs': "import { inWords } from './try-report.mjs';",
    'scripts/try-report.mjs': '',
    'scripts/try-report.test.mjs': "import { inWords } from './try-report.mjs';",
    [`${PYTHON}/faultline/probes/__init__.py`]:
      'from .memory import MemoryProbe\nfrom .tasks import TasksProbe\n',
    [`${PYTHON}/faultline/probes/memory/__init__.py`]:
      'from .chain import (\n    chain,  # of holders\n    other,\n)\n',
    [`${PYTHON}/faultline/probes/memory/chain.py`]: '',
    [`${PYTHON}/faultline/probes/tasks.py`]: 'from ..recorder import Recorder\n',
    [`${PYTHON}/faultline/recorder.py`]: '',
    [`${PYTHON}/faultline/runner.py`]: 'from . import recorder\nfrom .probes import PROBES\n',
    [`${PYTHON}/tests/test_chain.py`]: 'from faultline.probes.memory.chain import chain\n',
    [`${PYTHON}/tests/test_memory.py`]: 'from .driving import run\nrun("x", probes=["memory"])\n',
    [`${PYTHON}/tests/test_recorder.py`]: 'from faultline import recorder\n',
    [`${PYTHON}/tests/driving.py`]: 'start("python", "-m", "tests.drive")\n',
    [`${PYTHON}/tests/drive.py`]: 'from faultline.runner import Runner\n',
    'e2e/page.ts': '',
    'e2e/memory-lesson.spec.ts': "import { open } from './page.ts';\nopen('memory');",
    'e2e/screens.spec.ts': "import { open } from './page.ts';",
    'e2e/real-time/stop.spec.ts': "import { open } from '../page.ts';",
    'e2e/contract/versions.ts': '',
    'e2e/contract/memory.spec.ts': "import { lessonCalled } from './versions.ts';\nlessonCalled('memory');",
    'e2e/contract/odd.spec.ts': "run({ probes: ['memory'] });\nprogram('leak.py')",
    'e2e/contract/queues.spec.ts': '',
    'e2e/contract/try.spec.ts': "spawn('scripts/try.mjs')",
    'e2e/contract/programs/leak.py': '',
    'e2e/contract/programs/nameless.py': '',
  }),
);

/**
 * What a change reaches, apart from the stages that look at all files alike.
 * @param {readonly string[]} changed
 */
function reached(...changed) {
  const choice = nothing();
  chooseChanged(choice, changed, project);
  const tests = [...choice.stages].filter(
    ([stage]) => !['types', 'script-types', 'lint', 'format', 'python-style', 'python-types'].includes(stage),
  );
  return Object.fromEntries(
    tests.map(([stage, found]) => [stage, found === 'all' ? 'all' : [...found].toSorted()]),
  );
}
const ALL_BROWSERS = { contract: 'all', unsuspended: 'all', behaviour: 'all', 'real-time': 'all' };
const READ_FOLDERS = ['src/lesson/lessons.test.ts'];
const MEMORY_LESSON = {
  unit: READ_FOLDERS,
  contract: ['e2e/contract/memory.spec.ts', 'lesson memory'],
  behaviour: ['e2e/memory-lesson.spec.ts'],
};

describe('a change reaches', () => {
  it('nothing but the format where it is words', () => {
    const choice = nothing();
    chooseChanged(choice, ['docs/architecture.md', 'README.md'], project);
    expect([...choice.stages]).toEqual([['format', 'all']]);
    expect(choice.why).toEqual([
      { path: 'docs/architecture.md', reason: 'format only' },
      { path: 'README.md', reason: 'format only' },
    ]);
    expect(reached('THIRD_PARTY.md')).toEqual({ unit: ['src/app/third.test.ts'] });
  });

  it.each([
    'lessons/1-memory/broken/main.py',
    'lessons/1-memory/lesson.md',
    'lessons/1-memory/broken/gone.py',
  ])('the tests of its lesson: %s', (path) => expect(reached(path)).toEqual(MEMORY_LESSON));

  it('the tests that read lessons, where it is the template', () => {
    expect(reached('lessons/_template/lesson.md')).toEqual({ unit: READ_FOLDERS });
  });

  it('of a probe, its unit tests, its contracts and its lessons', () => {
    expect(reached(`${PYTHON}/faultline/probes/memory/chain.py`)).toEqual({
      ...MEMORY_LESSON,
      python: [`${PYTHON}/tests/test_chain.py`, `${PYTHON}/tests/test_memory.py`],
      contract: ['e2e/contract/memory.spec.ts', 'e2e/contract/odd.spec.ts', 'lesson memory'],
    });
  });

  it('every run of Python, where more than a probe rests on it', () => {
    expect(reached(`${PYTHON}/faultline/recorder.py`)).toEqual({
      ...ALL_BROWSERS,
      unit: READ_FOLDERS,
      python: [`${PYTHON}/tests/test_memory.py`, `${PYTHON}/tests/test_recorder.py`],
    });
    expect(reached(`${PYTHON}/faultline/probes/__init__.py`)).toMatchObject(ALL_BROWSERS);
  });

  it('all Python tests, where none imports it', () => {
    expect(reached(`${PYTHON}/faultline/gone.py`)).toMatchObject({ python: 'all', ...ALL_BROWSERS });
  });

  it('takes the page of the Python tests for all of them, and for no other page', () => {
    const { python, ...others } = reached('python-tests.html');
    expect(python).toBe('all');
    expect(Object.keys(others)).toEqual(['unit']);
  });

  it('of a test in Python, itself or what uses it', () => {
    expect(reached(`${PYTHON}/tests/test_chain.py`)['python']).toEqual([`${PYTHON}/tests/test_chain.py`]);
    expect(reached(`${PYTHON}/tests/drive.py`)).toEqual({
      unit: READ_FOLDERS,
      python: [`${PYTHON}/tests/test_memory.py`],
    });
  });

  it.each([`${PYTHON}/stubs/_outside.pyi`, 'pyrightconfig.json'])('the types of Python: %s', (path) => {
    const choice = nothing();
    chooseChanged(choice, [path], project);
    expect([...choice.stages.keys()].toSorted()).toEqual(['format', 'python-types']);
  });

  it('of a view, its unit tests and what opens a lesson that draws it', () => {
    expect(reached('src/views/heap/layout.ts')).toEqual({
      unit: [...READ_FOLDERS, 'src/views/heap/layout.test.ts'],
      behaviour: ['e2e/memory-lesson.spec.ts'],
    });
    expect(reached('src/views/register.ts')).toMatchObject({ behaviour: 'all', 'real-time': 'all' });
  });

  it('of the app, the pages it is in', () => {
    expect(reached('src/app/main.ts')).toEqual({ unit: READ_FOLDERS, behaviour: 'all', 'real-time': 'all' });
    expect(reached('src/harness/harness.ts')).toEqual({
      unit: READ_FOLDERS,
      contract: 'all',
      unsuspended: 'all',
    });
    expect(reached('src/ui/theme.css')).toMatchObject({ behaviour: 'all' });
  });

  it.each(['src/runtime/host/create.ts', 'src/runtime/worker/main.ts'])(
    'every run in a browser: %s',
    (path) => {
      expect(reached(path)).toMatchObject(ALL_BROWSERS);
    },
  );

  it('of a browser test, itself, what uses it, or all that may read it', () => {
    expect(reached('e2e/contract/odd.spec.ts')['contract']).toEqual(['e2e/contract/odd.spec.ts']);
    expect(reached('e2e/page.ts')).toMatchObject({
      behaviour: ['e2e/memory-lesson.spec.ts', 'e2e/screens.spec.ts'],
      'real-time': ['e2e/real-time/stop.spec.ts'],
    });
    expect(reached('e2e/contract/programs/leak.py')['contract']).toEqual(['e2e/contract/odd.spec.ts']);
    expect(reached('e2e/contract/programs/nameless.py')).toEqual({
      unit: READ_FOLDERS,
      contract: 'all',
      unsuspended: 'all',
    });
  });

  it('of a command, its unit tests and the browser tests that call it', () => {
    expect(reached('scripts/try-report.mjs')).toEqual({
      unit: ['scripts/try-report.test.mjs', ...READ_FOLDERS],
      contract: ['e2e/contract/try.spec.ts'],
    });
  });

  it.each(['package.json', 'scripts/serve.mjs', 'vite.config.ts', 'src/views/gone.ts', 'what-is-this'])(
    'everything, where everything rests on it or nobody knows: %s',
    (path) => {
      const choice = nothing();
      chooseChanged(choice, [path], project);
      expect([...choice.stages.keys()].toSorted()).toEqual(STAGES.toSorted());
      expect(new Set(choice.stages.values())).toEqual(new Set(['all']));
    },
  );

  it('the sum of what each file reaches', () => {
    expect(reached('docs/architecture.md', 'e2e/contract/odd.spec.ts', 'lessons/1-memory/lesson.md')).toEqual(
      {
        ...MEMORY_LESSON,
        contract: ['e2e/contract/memory.spec.ts', 'e2e/contract/odd.spec.ts', 'lesson memory'],
      },
    );
    expect(reached('lessons/1-memory/lesson.md', 'src/harness/harness.ts')).toMatchObject({
      contract: 'all',
    });
  });

  it('types and lint, where it is code', () => {
    const choice = nothing();
    chooseChanged(choice, ['src/app/main.ts'], project);
    expect([choice.stages.get('types'), choice.stages.get('lint')]).toEqual(['all', 'all']);
  });
});

describe('a lesson', () => {
  const lessons = lessonsIn(project);

  it('is what its front matter names', () => {
    expect(lessons).toEqual([
      { name: 'memory', folder: 'lessons/1-memory/', probes: ['memory'], views: ['heap'] },
      { name: 'queues', folder: 'lessons/2-queues/', probes: ['tasks'], views: ['timeline'] },
    ]);
    expect(lessonsIn(new Map([['lessons/3-bad/lesson.md', '---\n[\n---']]))).toMatchObject([
      { probes: [], views: [] },
    ]);
  });

  it('is called by its name or its folder; another name is answered with the list', () => {
    expect(lessonCalled('memory', lessons)).toBe(lessonCalled('1-memory', lessons));
    expect(() => lessonCalled('memroy', lessons)).toThrow(
      'There is no lesson "memroy". The lessons are: memory, queues',
    );
  });

  it('has its reading and its contracts run, and nothing else', () => {
    const choice = nothing();
    chooseLesson(choice, lessonCalled('memory', lessons), project);
    expect(Object.fromEntries(choice.stages)).toEqual({
      unit: new Set(READ_FOLDERS),
      contract: new Set(MEMORY_LESSON.contract.toReversed()),
    });
  });
});

describe('imports', () => {
  const imports = importsOf(project);

  it('are followed both ways, and not beyond a register', () => {
    expect(closureOf('src/harness/harness.ts', imports)).toEqual(
      new Set(['src/harness/harness.ts', 'src/runtime/host/create.ts']),
    );
    const register = 'src/views/register.ts';
    const dependents = dependentsOf('src/views/heap/layout.ts', imports, (file) => file === register);
    expect(dependents).toContain(register);
    expect(dependents).not.toContain('src/app/main.ts');
  });
});

it('Playwright is asked for specs and lessons, and for nothing that is only called alike', () => {
  const grep = new RegExp(grepOf(['e2e/contract/memory.spec.ts', 'lesson memory']));
  /** @param {string} title */
  const matches = (title) => grep.test(title);
  expect(matches('contract contract/memory.spec.ts keeps all')).toBe(true);
  expect(matches('contract contract/lessons.spec.ts lesson memory broken')).toBe(true);
  expect(matches('contract contract/lessons.spec.ts lesson memory-two broken')).toBe(false);
  expect(matches('contract contract/odd-memory.spec.ts keeps all')).toBe(false);
});
