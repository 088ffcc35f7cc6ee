import { fact } from '../../testing/wire.ts';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../store/runs.ts';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { notesOf } from './notes.ts';

const text = 'one\ntwo\nthree\n';
const shown = { file: 'main.py', text, original: text };

function ended(): Run {
  const trace = traceOf([
    [1, 'track', 'growth'],
    [2, 'track', 'main.py:2', 'growth'],
    [3, 'gauge', 'main.py:2', 5_000_000],
    [4, 'mark', 'main.py:2', fact('growth', { blocks: 100 }), 'note', 'main.py:2'],
    [5, 'track', 'main.py:3', 'growth'],
    [6, 'gauge', 'main.py:3', 2_000],
    [7, 'mark', 'main.py:3', fact('growth', { blocks: 20 }), 'note', 'main.py:3'],
    [8, 'track', 'other.py:1', 'growth'],
    [9, 'gauge', 'other.py:1', 1_000_000],
    [10, 'mark', 'other.py:1', '1 block', 'note', 'other.py:1'],
  ]);
  const program = { files: { 'main.py': text }, entry: 'main.py' };
  const end = { ending: { kind: 'finished' as const }, time: 10, scheduled: null };
  return { phase: 'ended', number: 1, program, pace: 'real', schedule: null, trace, end };
}

const linesAt = (moment: number) => notesOf(shown, ended(), moment).map(({ line }) => line);

describe('notes behind lines', () => {
  it('say by how much a line of the shown file grew, and leave out what is too little to matter', () => {
    const notes = notesOf(shown, ended(), 10);
    expect(notes.map(({ line, text: label }) => [line, label])).toEqual([[2, '+5.0\u00a0MB']]);
  });

  it('follow the playhead: before the end nothing is known', () => {
    expect(notesOf(shown, ended(), 2)).toEqual([]);
  });

  it('say nothing about code that is no longer the one that ran, nor before a run', () => {
    expect(notesOf({ ...shown, text: `new\n${text}` }, ended(), 10)).toEqual([]);
    expect(notesOf(shown, { phase: 'idle' }, 10)).toEqual([]);
  });

  it('grow with the playhead, each line from its own report on', () => {
    expect([3, 4, 7].map(linesAt)).toEqual([[], [2], [2]]);
  });

  it('explain themselves with the same figure', () => {
    expect(notesOf(shown, ended(), 10)[0]?.title).toBe(
      'Holds 5.0\u00a0MB more at the end than after the first part of the run.',
    );
  });
});
