/** Which variation a run was of, by what it ran and how its threads were scheduled. */
import { describe, expect, it } from 'vitest';
import type { Lesson, Variation } from '../../../lesson/schema.ts';
import type { Schedule } from '../../../runtime/schedule.ts';
import type { Run } from '../../../store/runs.ts';
import { lesson as scheduled } from '../../../testing/scriptedWorkspace.ts';
import { Trace } from '../../../trace/trace.ts';
import { titleOfRun } from './varied.ts';

const lazy: Variation = {
  id: 'lazy',
  title: 'Imported late',
  side: 'broken',
  files: { 'main.py': 'lazy' },
  entry: 'main.py',
  compared: false,
  prints: [],
  expect: {},
};
const lesson: Lesson = { ...scheduled, variations: [lazy] };

function ran(text: string, schedule: Schedule | null = null): Run {
  const program = { files: { 'main.py': text }, entry: 'main.py' };
  return { phase: 'waiting', number: 1, program, pace: 'fast', schedule, trace: new Trace() };
}

const by = (model: Schedule['model'], strategy: Schedule['strategy']): Schedule => ({
  model,
  strategy,
  check: null,
});
const random = { kind: 'random', seed: 99, probability: 0.05 } as const;

describe('the variation that ran', () => {
  it('is known by its files', () => {
    expect(titleOfRun(lesson, 'broken', ran('lazy'))).toBe('Imported late');
    expect(titleOfRun(lesson, 'broken', ran('mine'))).toBeNull();
  });

  it('is one of its own side', () => {
    expect(titleOfRun(lesson, 'fixed', ran('lazy'))).toBeNull();
  });

  it('is none before anything has run', () => {
    expect(titleOfRun(lesson, 'broken', { phase: 'idle' })).toBeNull();
  });

  it('is scheduled as the lesson is, whatever the seed', () => {
    expect(titleOfRun(lesson, 'broken', ran('lazy', by('before310', random)))).toBe('Imported late');
  });

  it('is none under another model or strategy', () => {
    expect(titleOfRun(lesson, 'broken', ran('lazy', by('cpython314', random)))).toBeNull();
    expect(titleOfRun(lesson, 'broken', ran('lazy', by('before310', { kind: 'realistic' })))).toBeNull();
  });

  it('is told by its schedule where it has the files of another one', () => {
    const pct: Variation = { ...lazy, id: 'pct', title: 'By PCT', schedule: { strategy: 'pct' } };
    const both = { ...lesson, variations: [lazy, pct] };
    const strategy = { kind: 'pct', seed: 0, depth: 3 } as const;
    expect(titleOfRun(both, 'broken', ran('lazy', by('before310', strategy)))).toBe('By PCT');
    expect(titleOfRun(both, 'broken', ran('lazy', by('before310', random)))).toBe('Imported late');
  });
});
