/** The shape of the house, as a table and a few rules: who may import whom, and how large a file may grow. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cyclesOf, importsOf, reachableFrom, type Import } from './imports.ts';

/** Each room (folder of src/) and the rooms it may import from. Imports of types count too. */
const TABLE: Record<string, { readonly from: readonly string[]; readonly typesFrom?: readonly string[] }> = {
  base: { from: [] },
  messages: { from: ['base'], typesFrom: ['trace'] },
  trace: { from: ['base'] },
  lesson: { from: ['base', 'trace'] },
  ui: { from: ['base', 'messages'] },
  runtime: { from: ['base', 'trace'] },
  offline: { from: ['base'] },
  store: { from: ['base', 'trace', 'lesson', 'messages'], typesFrom: ['runtime', 'offline', 'share'] },
  editor: { from: ['base', 'ui', 'messages'] },
  views: { from: ['base', 'trace', 'lesson', 'ui', 'messages'] },
  share: { from: ['base', 'trace', 'lesson', 'runtime'] },
  session: { from: ['base', 'messages', 'trace', 'lesson', 'runtime', 'offline', 'store', 'share'] },
  app: {
    from: [
      'base',
      'messages',
      'trace',
      'lesson',
      'ui',
      'runtime',
      'store',
      'share',
      'session',
      'editor',
      'views',
    ],
  },
  harness: { from: ['base', 'messages', 'trace', 'lesson', 'runtime', 'session'] },
  // Only tests and the bench import it.
  testing: { from: ['base', 'messages', 'trace', 'lesson', 'runtime', 'store', 'share', 'session', 'views'] },
};

/** Packages that only some places may know; everything else may use any. */
const PACKAGES: readonly { readonly what: string; readonly name: RegExp; readonly only: RegExp }[] = [
  { what: 'React', name: /^react(-dom)?(\/|$)/, only: /^src\/(ui|editor|views|app|store)\// },
  { what: 'Zustand', name: /^zustand(\/|$)/, only: /^src\/store\// },
  { what: 'Pyodide', name: /^pyodide(\/|$)/, only: /^src\/runtime\/(worker|boot)\// },
  { what: 'Workbox', name: /^workbox-/, only: /^src\/offline\/worker\// },
  { what: 'Monaco', name: /^(monaco-editor|@monaco-editor\/.+)(\/|$)/, only: /^src\/editor\// },
];

/** What only the build and the tests may use: none of it may be reached from the page. */
const NOT_IN_THE_PAGE = /^(node:|yaml$|mdast-util-from-markdown$|vite$|vitest$|@playwright\/)/;

const MOST_LINES = { store: 120, other: 300 };

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /(^|[/_.-])(utils?|helpers?|managers?|misc|common)([/_.-]|$)/i;

/** Where the page, its test harness, what the terminal uses and what runs the Python tests begin. */
const ENTRIES = [
  'src/app/main.ts',
  'src/harness/harness.ts',
  'src/harness/terminal.ts',
  'src/offline/worker/main.ts',
  'src/runtime/download/worker.ts',
  'src/runtime/testing/page.ts',
  'src/runtime/testing/worker.ts',
];

const ROOT = join(import.meta.dirname, '..');
const files = ['src', 'scripts', 'e2e', 'bench'].flatMap(filesBelow);
const code = files.filter((file) => /^src\/.*\.tsx?$/.test(file));
const imports = code.flatMap((file) => importsOf(file, textOf(file)));
const inside = imports.filter((one) => one.target.startsWith('src/'));

function filesBelow(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.includes('__pycache__/'));
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function roomOf(file: string): string {
  return file.split('/').length > 2 ? (file.split('/')[1] ?? '') : '';
}

function write({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

describe('who may import whom', () => {
  it('finds the imports it judges', () => {
    expect(inside.length).toBeGreaterThan(50);
  });

  it('has a row for every room', () => {
    const rooms = new Set(code.map(roomOf).filter((room) => room !== ''));
    expect([...rooms].filter((room) => !(room in TABLE))).toEqual([]);
  });

  it('keeps to the table', () => {
    const wrong = inside.filter((one) => {
      const [from, to] = [roomOf(one.file), roomOf(one.target)];
      const row = TABLE[from];
      if (row === undefined || from === to || (to === 'testing' && one.file.includes('.test.'))) return false;
      return !row.from.includes(to) && !(one.typeOnly && row.typesFrom?.includes(to));
    });
    expect(wrong.map(write)).toEqual([]);
  });

  it.each(PACKAGES)('uses $what only where it belongs', ({ name, only }) => {
    const wrong = imports.filter((one) => name.test(one.target) && !only.test(one.file));
    expect(wrong.map(write)).toEqual([]);
  });

  it('takes words only from their entrance', () => {
    const wrong = inside.filter(
      ({ file, target }) =>
        roomOf(target) === 'messages' && roomOf(file) !== 'messages' && target !== 'src/messages/en.ts',
    );
    expect(wrong.map(write)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(cyclesOf(inside)).toEqual([]);
  });

  it('keeps what is for the build out of the page', () => {
    const page = new Set(ENTRIES.flatMap((entry) => [...reachableFrom(entry, inside)]));
    expect(page.size).toBeGreaterThan(30);
    const wrong = imports.filter(
      (one) => page.has(one.file) && !one.typeOnly && NOT_IN_THE_PAGE.test(one.target),
    );
    expect(wrong.map(write)).toEqual([]);
  });

  it('names the extension of every file it imports', () => {
    const missing = inside.filter((one) => !existsSync(join(ROOT, one.target)));
    expect(missing.map(write)).toEqual([]);
  });
});

describe('scripts', () => {
  const scripts = files.filter((file) => /^(scripts|bench)\/.*\.mjs$/.test(file));
  const theirs = scripts.flatMap((file) => importsOf(file, textOf(file)));

  it('are what benchmarks use, and use none of them', () => {
    const [used, wrong] = ['scripts/', 'bench/'].map((folder) =>
      theirs.filter(({ file, target }) => !file.startsWith(folder) && target.startsWith(folder)),
    );
    expect(used?.length).toBeGreaterThan(3);
    expect(wrong?.map(write)).toEqual([]);
  });

  it('have no cycles', () => {
    // A type that a comment imports is none: nothing is loaded for it.
    expect(cyclesOf(theirs)).toEqual([]);
  });

  // TypeScript reads their types in the scripts themselves; a copy beside them could say something else.
  it('have no types written beside them', () => {
    expect(files.filter((file) => /\.d\.[mc]ts$/.test(file))).toEqual([]);
  });
});

describe('views', () => {
  // What a probe reports are facts, and their words are made in messages: nothing is to be read out of a sentence.
  it('take no text of a run apart', () => {
    const APART =
      /(?<![\w)\]])\/(?![/*])(?:\\.|[^/\n])+\/[dgimsuvy]*(?=[.,)])|\bnew RegExp\b|\.(?:startsWith|endsWith|match|matchAll)\(/;
    const views = code.filter((file) => file.startsWith('src/views/') && !file.includes('.test.'));
    expect(views.length).toBeGreaterThan(100);
    const NO_CODE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'[^'\n]*'/g;
    expect(views.filter((file) => APART.test(textOf(file).replace(NO_CODE, '')))).toEqual([]);
  });
});

describe('files', () => {
  const sources = files.filter((file) => /\.(tsx?|mjs|mts|css|py)$/.test(file));

  it('are short', () => {
    const long = sources.filter((file) => textOf(file).trimEnd().split('\n').length > mostLines(file));
    expect(long).toEqual([]);
  });

  it('say in their first line what they do', () => {
    // Tests are read by the names of their cases.
    const documented = sources.filter((file) => !file.includes('.test.'));
    const silent = documented.filter((file) => !hasSummary(file, textOf(file).split('\n', 1)[0] ?? ''));
    expect(silent).toEqual([]);
  });

  it('have names that mean something', () => {
    expect(files.filter((file) => EMPTY_NAMES.test(file))).toEqual([]);
  });

  it('keep Python tests beside what they test', () => {
    const strays = files.filter((file) => /test_\w+\.py$/.test(file) && !dirname(file).endsWith('/tests'));
    expect(strays).toEqual([]);
  });
});

function mostLines(file: string): number {
  if (/^src\/store\/[^.]+\.ts$/.test(file)) return MOST_LINES.store;
  return MOST_LINES.other;
}

function hasSummary(file: string, line: string): boolean {
  if (file.endsWith('.py')) return /^("""|# )\S/.test(line);
  if (file.endsWith('.css')) return /^\/\* ?\S/.test(line);
  return /^(\/\*\*?|\/\/) ?\S/.test(line);
}
