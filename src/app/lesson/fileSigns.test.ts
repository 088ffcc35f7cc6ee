/** What the tabs of files say of the lines in them. */
import { expect, it } from 'vitest';
import type { Run } from '../../store/runs.ts';
import { plainLesson } from '../../testing/scriptedWorkspace.ts';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { fileSigns } from './fileSigns.ts';

const files = { 'main.py': 'a\nb\n', 'shop/orders.py': 'c\n' };
const highlight = [{ file: 'shop/orders.py', from: 1, to: 1 }];
const lesson = { ...plainLesson.sides.broken, files, highlight };
const idle: Run = { phase: 'idle' };

function failedIn(file: string): Run {
  const frames = [{ file, line: 1, function: 'f', source: '', own: true }];
  const error = { type: 'E', message: '', frames, absent: null, inner: [], traceback: '' };
  return {
    phase: 'ended',
    number: 1,
    program: { files, entry: 'main.py' },
    pace: 'real',
    schedule: null,
    trace: traceOf([]),
    end: { ending: { kind: 'raised', error }, time: 1, scheduled: null },
  };
}

it('says where the lesson points, also of a file that is not shown', () => {
  expect([...fileSigns({ files, lesson, run: idle, place: null })]).toEqual([
    ['main.py', []],
    ['shop/orders.py', ['pointedAt']],
  ]);
});

it('says which file was edited, and points at nothing there', () => {
  const edited = { ...files, 'shop/orders.py': 'd\n' };
  expect(fileSigns({ files: edited, lesson, run: idle, place: null }).get('shop/orders.py')).toEqual([
    'edited',
  ]);
});

it('says where an error came from, and where the playhead is', () => {
  const run = failedIn('main.py');
  expect(fileSigns({ files, lesson, run, place: null }).get('main.py')).toEqual(['failed']);
  expect(fileSigns({ files, lesson, run, place: { file: 'main.py', line: 2 } }).get('main.py')).toEqual([
    'now',
  ]);
});
