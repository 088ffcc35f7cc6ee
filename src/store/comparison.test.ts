/** What can be compared, and which files differ. */
import { expect, test } from 'vitest';
import { plainLesson as lesson } from '../testing/scriptedWorkspace.ts';
import { comparedFiles, comparisonsOf, firstComparison, nameOfComparison } from './comparison.ts';

const own = { broken: lesson.sides.broken.files, fixed: lesson.sides.fixed.files };

test('unedited programs are compared with one another, and with nothing else', () => {
  expect(comparisonsOf({ lesson, files: own, mine: null })).toEqual([{ kind: 'sides' }]);
  expect(firstComparison({ lesson, files: own, mine: null })).toEqual({ kind: 'sides' });
});

test('an edited side can be compared with the lesson’s own, and is so first', () => {
  const files = { ...own, fixed: { ...own.fixed, 'main.py': 'print("mine")\n' } };
  expect(comparisonsOf({ lesson, files, mine: null }).map(nameOfComparison)).toEqual([
    'sides',
    'lesson fixed',
  ]);
  const first = firstComparison({ lesson, files, mine: null });
  expect(first).toEqual({ kind: 'lesson', side: 'fixed' });
  expect(comparedFiles({ lesson, files, mine: null }, first)).toMatchObject([
    { path: 'main.py', left: own.fixed['main.py'], right: 'print("mine")\n', difference: 'changed' },
  ]);
});

test('files that only one program has are told from those that are empty', () => {
  const files = { broken: { 'a.py': 'x', 'b.py': '' }, fixed: { 'b.py': '', 'c.py': '' } };
  const found = comparedFiles({ lesson, files, mine: null }, { kind: 'sides' });
  expect(found.map(({ path, difference }) => `${path} ${difference}`)).toEqual([
    'a.py only left',
    'b.py none',
    'c.py only right',
  ]);
});

test('while a link is open, its programs are compared with mine', () => {
  const files = { ...own, broken: { ...own.broken, 'main.py': 'print("theirs")\n' } };
  const mine = { ...own, broken: { ...own.broken, 'main.py': 'print("mine")\n' } };
  expect(comparisonsOf({ lesson, files, mine }).map(nameOfComparison)).toEqual([
    'sides',
    'link broken',
    'lesson broken',
  ]);
  expect(comparedFiles({ lesson, files, mine }, { kind: 'link', side: 'broken' })).toMatchObject([
    { path: 'main.py', left: 'print("mine")\n', right: 'print("theirs")\n' },
  ]);
});
