/** The programs of a lesson: their files, how they begin, and the lines that are tinted at rest. */
import { describe, expect, it } from 'vitest';
import { checkPaths, filesOf, readProgram, type Asked } from './sides.ts';

const files = {
  'lesson.md': '# no program',
  'broken/main.py': 'one\ntwo\nthree\n',
  'broken/shop/orders.py': 'x = 1',
  'brokenness/other.py': 'y = 2',
};

/** Reads the program in `broken/`, with what it reported. */
function read(asked: Partial<Asked> = {}, given: Readonly<Record<string, string>> = files) {
  const told: string[] = [];
  const side = readProgram(
    'broken',
    given,
    {
      entry: 'main.py',
      entries: [],
      highlight: [],
      reportAt: (field, index, message) => void told.push(`${field} ${index}: ${message}`),
      ...asked,
    },
    (line, message) => void told.push(`${line}: ${message}`),
  );
  return { side, told };
}

describe('the files of a program', () => {
  it('are those below its folder, by their path inside it', () => {
    expect(filesOf('broken', files)).toEqual({ 'main.py': 'one\ntwo\nthree\n', 'shop/orders.py': 'x = 1' });
  });

  it('are none of a folder that is not there', () => {
    expect(filesOf('fixed', files)).toEqual({});
  });

  it('are told of where Python could not run them under their names', () => {
    const told: string[] = [];
    checkPaths(
      'broken',
      { 'main.py': '', 'a b.py': '', '.hidden.py': '', 'shop/ä.py': '' },
      (line, message) => told.push(`${line}: ${message}`),
    );
    expect(told.map((one) => one.split(':')[1]?.trim())).toEqual([
      'rename broken/a b.py',
      'rename broken/.hidden.py',
      'rename broken/shop/ä.py',
    ]);
  });
});

describe('a program', () => {
  it('begins with its entry', () => {
    expect(read().side).toEqual({
      files: { 'main.py': 'one\ntwo\nthree\n', 'shop/orders.py': 'x = 1' },
      entry: 'main.py',
      highlight: [],
    });
  });

  it('cannot be run without the file of its entry', () => {
    expect(read({ entry: 'start.py' })).toEqual({
      side: null,
      told: ['entry 0: the file broken/start.py, which is to be run, does not exist'],
    });
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'does not begin with what every object has: %s',
    (entry) => {
      expect(read({ entry }).side).toBeNull();
    },
  );

  it('may begin in other ways, which are checked one by one', () => {
    const entries = ['import shop.orders', 'python -m shop', 'import absent', 'absent.py'];
    const { side, told } = read({ entries });
    expect(side).not.toBeNull();
    expect(told).toEqual([
      'entries 2: broken cannot begin with "import absent": name one of its files, "import a.module" or "python -m a.module"',
      'entries 3: broken cannot begin with "absent.py": name one of its files, "import a.module" or "python -m a.module"',
    ]);
  });
});

describe('tinted lines', () => {
  it('are one line, or several', () => {
    const { side, told } = read({ highlight: ['main.py:2', 'main.py:1-3', 'shop/orders.py:1'] });
    expect(side?.highlight).toEqual([
      { file: 'main.py', from: 2, to: 2 },
      { file: 'main.py', from: 1, to: 3 },
      { file: 'shop/orders.py', from: 1, to: 1 },
    ]);
    expect(told).toEqual([]);
  });

  it.each([
    ['main.py', '"main.py" names no lines: write main.py:7 or main.py:7-8'],
    ['absent.py:1', '"absent.py:1" names a file that this side does not have'],
    ['main.py:0', '"main.py:0" names no lines of main.py, which has 3'],
    ['main.py:4', '"main.py:4" names no lines of main.py, which has 3'],
    ['main.py:3-2', '"main.py:3-2" names no lines of main.py, which has 3'],
    ['shop/orders.py:2', '"shop/orders.py:2" names no lines of shop/orders.py, which has 1'],
  ])('are not %s', (text, message) => {
    const { side, told } = read({ highlight: ['main.py:1', text] });
    expect(told).toEqual([`highlight 1: ${message}`]);
    expect(side?.highlight).toEqual([{ file: 'main.py', from: 1, to: 1 }]);
  });

  it.each(['gaps.py:2', 'gaps.py:1-2', 'gaps.py:2-3'])(
    'do not begin or end at a blank one, as in %s',
    (text) => {
      const { told } = read({ highlight: [text] }, { ...files, 'broken/gaps.py': 'one\n\nthree\n' });
      expect(told).toEqual([`highlight 0: "${text}" begins or ends at line 2 of gaps.py, which is blank`]);
    },
  );
});
