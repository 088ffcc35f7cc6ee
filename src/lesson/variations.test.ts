/** Entries and variations: read whole, and each mistake of an author is named. */
import { describe, expect, it } from 'vitest';
import { exampleFolder, FRONT_MATTER, problemsOf } from '../testing/exampleLesson.ts';
import { readLesson } from './read.ts';

const VARIATION = `variations:
  - id: shorter
    title: A shorter wait
    side: broken
    expect: { peak: "== 1" }
`;
const FILES = { 'variations/shorter/main.py': 'print(1)\n' };

const folder = (fields: string, files: Readonly<Record<string, string>> = FILES) => ({
  frontMatter: FRONT_MATTER + fields,
  files,
});

describe('a variation', () => {
  it('lays its files over those of its side', () => {
    const files = { ...FILES, 'broken/a.py': '', 'variations/shorter/b.py': '' };
    const read = readLesson(exampleFolder(folder(VARIATION, files)));
    expect(read.ok && read.value.variations).toEqual([
      {
        id: 'shorter',
        title: 'A shorter wait',
        side: 'broken',
        compared: false,
        entry: 'main.py',
        prints: [],
        expect: { peak: '== 1' },
        files: { 'main.py': 'print(1)\n', 'a.py': '', 'b.py': '' },
      },
    ]);
  });

  it('may have the files of another one', () => {
    const other = `${VARIATION}  - id: again\n    title: Again\n    files: shorter\n    side: broken\n    expect: { peak: "== 1" }\n`;
    const read = readLesson(exampleFolder(folder(other)));
    expect(read.ok && read.value.variations.map((one) => one.files)).toEqual(
      Array.from({ length: 2 }, () => ({ 'main.py': 'print(1)\n' })),
    );
    expect(problemsOf(folder(other.replace('files: shorter', 'files: longer'))).join('\n')).toContain(
      'there is no file in variations/longer',
    );
  });

  it('may change the schedule alone', () => {
    const schedule = 'schedule: { model: cpython314, strategy: realistic }\n';
    const changed = `${VARIATION}    schedule: { model: free-threaded }\n`;
    const read = readLesson(exampleFolder(folder(schedule + changed, {})));
    expect(read.ok && read.value.variations.map((one) => one.schedule)).toEqual([{ model: 'free-threaded' }]);
    expect(problemsOf(folder(changed, {})).join('\n')).toContain(
      'there is nothing to change without "schedule"',
    );
  });

  it('is loaded by a link in the prose', () => {
    const body = '## A\n\n[shorter](variation:shorter)\n';
    const read = readLesson(exampleFolder({ ...folder(VARIATION), body }));
    const children = [{ kind: 'variation', id: 'shorter', children: [{ kind: 'text', text: 'shorter' }] }];
    expect(read.ok && read.value.steps[0]?.blocks).toEqual([{ kind: 'paragraph', children }]);
  });

  it('needs a folder, and a folder needs a variation', () => {
    expect(problemsOf(folder(VARIATION, {})).join()).toContain('there is no file in variations/shorter');
    expect(problemsOf(folder('', FILES))).toEqual([
      'lessons/7-waits/lesson.md: the field "variations" says nothing of variations/shorter',
    ]);
  });

  it('is refused where it would never be tested, or cannot begin', () => {
    expect(problemsOf(folder(VARIATION.replace('peak: "== 1"', ''))).join()).toContain(
      'say what it must measure',
    );
    expect(problemsOf(folder(VARIATION.replace('peak:', 'pick:'))).join()).toContain(
      'there is no measure "pick"',
    );
    expect(problemsOf(folder(`${VARIATION}    entry: import shop\n`)).join()).toContain(
      'the variation "shorter" cannot begin with "import shop"',
    );
    expect(problemsOf(folder(VARIATION + VARIATION.replace('variations:\n', ''))).join()).toContain(
      'two variations are called "shorter"',
    );
  });
});

describe('entries', () => {
  it('are files and modules of both sides', () => {
    const read = readLesson(exampleFolder(folder('entries: [main.py, import main, python -m main]\n', {})));
    expect(read.ok && read.value.entries).toEqual(['main.py', 'import main', 'python -m main']);
  });

  it('are refused where a side cannot begin so, with their line', () => {
    const line = FRONT_MATTER.split('\n').length + 1;
    const problems = problemsOf(folder('entries: [import shop]\n', { 'broken/shop/a.py': '' }));
    expect(problems).toEqual([
      `lessons/7-waits/lesson.md:${line}: fixed cannot begin with "import shop": name one of its files, "import a.module" or "python -m a.module"`,
    ]);
  });
});
