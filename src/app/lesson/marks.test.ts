import { describe, expect, it } from 'vitest';
import type { Ending } from '../../runtime/protocol.ts';
import type { Run } from '../../store/runs.ts';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { marksOf, placeUnderPlayhead } from './marks.ts';

const text = 'one\ntwo\nthree\n';
const shown = { file: 'main.py', text, original: text };
const highlight = [{ file: 'main.py', from: 2, to: 3 }];
const idle: Run = { phase: 'idle' };

function ended(ending: Ending = { kind: 'finished' }): Run {
  const trace = traceOf([
    [1, 'track', 'tasks'],
    [2, 'open', 'tasks', 'work', 'main.py:3'],
    [9, 'close', 'tasks', 'done'],
  ]);
  const program = { files: { 'main.py': text }, entry: 'main.py' };
  const end = { ending, time: 10, scheduled: null };
  return { phase: 'ended', number: 1, program, pace: 'real', schedule: null, trace, end };
}

function raisedAt(...lines: readonly number[]): Ending {
  const frames = lines.map((line) => ({ file: 'main.py', line, function: 'f', source: '', own: true }));
  return {
    kind: 'raised',
    error: { type: 'E', message: '', frames, absent: null, inner: [], traceback: '' },
  };
}

function thread(number: number, line: number, state: 'ready' | 'waiting' | 'ended') {
  return { number, name: '', state, place: { file: 'main.py', line }, instruction: '', waits: '' };
}

const ownFrame = (line: number) => ({ file: 'main.py', line, function: 'f', source: '', own: true });

describe('marked lines', () => {
  it('are those of the lesson before anything has run, while its code is untouched', () => {
    expect(marksOf(shown, idle, null, highlight)).toEqual([{ from: 2, to: 3, kind: 'rest' }]);
    expect(marksOf({ ...shown, text: 'edited' }, idle, null, highlight)).toEqual([]);
    expect(marksOf({ ...shown, file: 'other.py' }, idle, null, highlight)).toEqual([]);
  });

  it('follow the playhead, and only it', () => {
    const run = ended();
    const place = placeUnderPlayhead(run, 5, 5);
    expect(place).toEqual({ file: 'main.py', line: 3 });
    expect(marksOf(shown, run, place, highlight)).toEqual([{ from: 3, to: 3, kind: 'now' }]);
    expect(placeUnderPlayhead(run, 'live', 9)).toBeNull();
  });

  it('show the innermost line of an error', () => {
    expect(marksOf(shown, ended(raisedAt(3, 1)), null, highlight)).toEqual([
      { from: 1, to: 1, kind: 'error' },
    ]);
  });

  it('say nothing about code that is no longer the one that ran', () => {
    const edited = { ...shown, text: `new\n${text}` };
    expect(marksOf(edited, ended(raisedAt(1)), placeUnderPlayhead(ended(), 5, 5), highlight)).toEqual([]);
  });

  it('are the next lines of the threads while a run is stepped by hand', () => {
    const threads = [
      thread(0, 1, 'waiting'),
      thread(1, 3, 'ready'),
      thread(2, 3, 'ready'),
      thread(3, 2, 'ended'),
    ];
    const asked = { step: 4, current: 2, threads };
    expect(marksOf(shown, ended(), null, highlight, asked)).toEqual([
      { from: 1, to: 1, kind: 'rest' },
      { from: 3, to: 3, kind: 'now' },
    ]);
    expect(marksOf({ ...shown, text: 'edited' }, ended(), null, highlight, asked)).toEqual([]);
  });

  it('show nothing of the lesson beside an error, nor while the playhead is elsewhere', () => {
    const elsewhere = { file: 'other.py', line: 1 };
    expect(marksOf(shown, ended(), elsewhere, highlight)).toEqual([]);
    expect(marksOf(shown, ended(), null, highlight)).toEqual([{ from: 2, to: 3, kind: 'rest' }]);
  });

  it('show an error in the person’s own lines, not in those of the library', () => {
    const frames = [
      { file: 'main.py', line: 2, function: 'f', source: '', own: true },
      { file: 'asyncio/runners.py', line: 195, function: 'run', source: '', own: false },
      { file: 'main.py', line: null, function: 'f', source: '', own: true },
    ];
    const error = { type: 'E', message: '', frames, absent: null, inner: [], traceback: '' };
    expect(marksOf(shown, ended({ kind: 'raised', error }), null, highlight)).toEqual([
      { from: 2, to: 2, kind: 'error' },
    ]);
  });

  it('show where the first exception of a group came from', () => {
    const inner = [1, 2].map((line) => ({ type: 'E', message: '', frames: [ownFrame(line)], absent: null }));
    const error = { type: 'G', message: '', frames: [ownFrame(3)], absent: null, inner, traceback: '' };
    expect(marksOf(shown, ended({ kind: 'raised', error }), null, highlight)).toEqual([
      { from: 1, to: 1, kind: 'error' },
    ]);
  });

  it('show no error of another file', () => {
    const run = ended(raisedAt(1));
    expect(marksOf({ ...shown, file: 'other.py' }, run, null, [])).toEqual([]);
  });

  it('are at the last place of a run under way, wherever the playhead is', () => {
    const run = ended();
    if (run.phase !== 'ended') throw new Error('the run has ended');
    const { end: _end, ...begun } = run;
    const running: Run = { ...begun, phase: 'running', since: 0, seen: 0 };
    expect(placeUnderPlayhead(running, 'live', 9)).toEqual({ file: 'main.py', line: 3 });
    expect(placeUnderPlayhead(running, 1, 9)).toEqual({ file: 'main.py', line: 3 });
    expect(placeUnderPlayhead(idle, 5, 0)).toBeNull();
    expect(placeUnderPlayhead(run, 1, 1)).toBeNull();
  });
});
