/** What the verdict says before, during and after the runs, for a small lesson of two waits. */
import { describe, expect, it } from 'vitest';
import { readLesson } from '../lesson/read.ts';
import type { Lesson } from '../lesson/schema.ts';
import type { Ending } from '../runtime/protocol.ts';
import type { Schedule } from '../runtime/schedule.ts';
import type { Begun, Run } from '../store/runs.ts';
import type { Stepping } from '../store/stepping.ts';
import { exampleFolder } from '../testing/exampleLesson.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import { outcomeOf, resultOf } from './outcome.ts';

function waits(): Lesson {
  const read = readLesson(exampleFolder());
  if (!read.ok) throw new Error('the example lesson cannot be read');
  return read.value;
}

const lesson = waits();
const files = { broken: lesson.sides.broken.files, fixed: lesson.sides.fixed.files };
const idle: Run = { phase: 'idle' };
const second = 1_000_000;

function begun(side: 'broken' | 'fixed', change: Partial<Begun> = {}): Begun {
  const program = { files: { ...files[side] }, entry: 'main.py' };
  const peak = side === 'broken' ? 1 : 2;
  const trace = traceOf([
    [1, 'track', 'in flight'],
    [2, 'gauge', 'in flight', peak],
  ]);
  return { number: 1, program, pace: 'real', schedule: null, trace, ...change };
}

function ended(
  side: 'broken' | 'fixed',
  seconds: number,
  ending: Ending = { kind: 'finished' },
  change: Partial<Begun> = {},
): Run {
  const end = { ending, time: seconds * second, scheduled: null };
  return { ...begun(side, change), phase: 'ended', end };
}

const raised = (type: string): Ending => ({
  kind: 'raised',
  error: { type, message: '', frames: [], absent: null, inner: [], traceback: '' },
});
const tell = (broken: Run, fixed: Run) => outcomeOf(lesson, { broken, fixed }, files);

function endOf(ending: Ending) {
  const run = ended('broken', 4, ending);
  if (run.phase !== 'ended') throw new Error('the run has ended');
  return resultOf(run).end;
}

/** The note on two runs that differ in this. */
function note(one: Partial<Begun>, other: Partial<Begun>): string {
  return tell(ended('broken', 4, undefined, one), ended('fixed', 2, undefined, other)).note;
}

describe('before both sides have ended', () => {
  it('asks what the lesson measures', () => {
    expect(tell(idle, idle)).toEqual({
      title: 'Which side is done sooner?',
      note: 'Run both, and the answer is worked out from the two runs.',
      bars: null,
      stale: false,
    });
  });

  it('asks how each side ends where no figure judges', () => {
    const unjudged = { ...lesson, verdict: undefined };
    expect(outcomeOf(unjudged, { broken: idle, fixed: idle }, files).title).toBe('How does each side end?');
  });

  it('waits for Python, until one side has begun', () => {
    const waiting: Run = { ...begun('broken'), phase: 'waiting' };
    const running: Run = { ...begun('fixed'), phase: 'running', since: 0, seen: 0 };
    expect(tell(waiting, idle).title).toBe('Waiting for Python…');
    expect(tell(waiting, running).title).toBe('Running…');
    expect(tell(ended('broken', 2), running).title).toBe('Running…');
  });

  it('says that only one side has run, or how it ended where it did not finish', () => {
    expect(tell(ended('broken', 2), idle)).toEqual({
      title: 'Only Broken has run so far.',
      note: 'Run both to compare them.',
      bars: null,
      stale: false,
    });
    expect(tell(idle, ended('fixed', 2, raised('KeyError'))).title).toBe('Fixed ended with KeyError.');
  });
});

function underWay(side: 'broken' | 'fixed'): Run {
  return { ...begun(side), phase: 'running', since: 0, seen: 0 };
}

describe('while a run is stepped by hand', () => {
  const steps = { question: null, open: true, made: [] };

  it('says whose turn it is as long as a question is open', () => {
    const runs = { broken: underWay('broken'), fixed: underWay('fixed') };
    const title = (stepping: Stepping) => outcomeOf(lesson, runs, files, stepping).title;
    expect(title({ stride: 'line', broken: steps, fixed: null })).toBe(
      'Your turn: who goes on next in Broken?',
    );
    expect(title({ stride: 'line', broken: steps, fixed: steps })).toBe(
      'Your turn: who goes on next in Broken and Fixed?',
    );
    expect(title({ stride: 'line', broken: { ...steps, open: false }, fixed: null })).toBe('Running…');
  });
});

describe('when both have ended', () => {
  it('judges by the figures, with their bars and the reason', () => {
    expect(tell(ended('broken', 4), ended('fixed', 2))).toEqual({
      title: 'Fixed finished 2.0 times sooner: 2 waits overlapped instead of 1.',
      note: '',
      bars: { label: 'elapsed', unit: 'seconds', broken: 4, fixed: 2 },
      stale: false,
    });
  });

  it('says so where the broken side was better', () => {
    const { title, bars } = tell(ended('broken', 1), ended('fixed', 3));
    expect(title).toBe('Broken finished 3.0 times sooner.');
    expect(bars).toMatchObject({ broken: 1, fixed: 3 });
  });

  it('compares nothing where a side did not finish, and tells of both', () => {
    expect(tell(ended('broken', 4, { kind: 'stopped' }), ended('fixed', 2))).toEqual({
      title: 'No fair comparison: not both sides ran to their end.',
      note: 'Broken was stopped. Fixed finished.',
      bars: null,
      stale: false,
    });
  });

  it('compares a side that ends with the exception the lesson is about', () => {
    const ending = { ...lesson, ends: { broken: 'KeyError' } };
    const runs = { broken: ended('broken', 4, raised('KeyError')), fixed: ended('fixed', 2) };
    expect(outcomeOf(ending, runs, files).bars).toMatchObject({ broken: 4, fixed: 2 });
    expect(outcomeOf({ ...ending, ends: { broken: 'ValueError' } }, runs, files).bars).toBeNull();
  });

  it('tells only how both ended where no figure judges', () => {
    const unjudged = { ...lesson, verdict: undefined };
    const runs = { broken: ended('broken', 4, raised('KeyError')), fixed: ended('fixed', 2) };
    expect(outcomeOf(unjudged, runs, files)).toEqual({
      title: 'Broken ended with KeyError. Fixed finished.',
      note: '',
      bars: null,
      stale: false,
    });
  });

  it('ends the lesson’s sentence, unless it has an end', () => {
    const { verdict } = lesson;
    if (verdict === undefined) throw new Error('the example lesson has no verdict');
    const asking = { ...lesson, verdict: { ...verdict, brokenBetter: 'Is broken better?' } };
    const runs = { broken: ended('broken', 1), fixed: ended('fixed', 3) };
    expect(outcomeOf(asking, runs, files).title).toBe('Is broken better?');
  });
});

describe('the note beside the verdict', () => {
  const schedule: Schedule = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null };

  it('names the side that was edited since it ran: the verdict is of the program before', () => {
    const edited = { ...files, fixed: { ...files.fixed, 'main.py': 'mine' } };
    const runs = { broken: ended('broken', 4), fixed: ended('fixed', 2) };
    expect(outcomeOf(lesson, runs, edited)).toMatchObject({
      stale: true,
      note: 'Fixed was edited after this run: this is of the program before your edit. Run again.',
    });
    const both = { broken: edited.fixed, fixed: edited.fixed };
    expect(outcomeOf(lesson, runs, both).note).toContain('Broken and Fixed were edited after this run');
    expect(outcomeOf(lesson, { ...runs, fixed: idle }, both).note).toBe(
      'Broken was edited after this run: this is of the program before your edit. Run again. Run both to compare them.',
    );
  });

  it('says of a version put in the place of another that it is one', () => {
    const mine = { files: { 'main.py': `${files.fixed['main.py']}# mine\n` }, entry: 'main.py' };
    const runs = { broken: ended('broken', 4), fixed: ended('fixed', 2, undefined, { program: mine }) };
    expect(outcomeOf(lesson, runs, files).note).toBe(
      'Fixed is another version now: this is of the one before. Run again.',
    );
  });

  it('names the side whose edited program ran', () => {
    const own = files.broken['main.py'] ?? '';
    const mine = { files: { 'main.py': `${own}# mine\n` }, entry: 'main.py' };
    const runs = { broken: ended('broken', 4, undefined, { program: mine }), fixed: ended('fixed', 2) };
    const outcome = outcomeOf(lesson, runs, { ...files, broken: mine.files });
    expect(outcome).toMatchObject({ stale: false, note: 'Broken ran a program you edited.' });
    expect(outcome.bars).not.toBeNull();
  });

  it('compares no programs that have nothing to do with one another', () => {
    const other = { files: { 'main.py': 'print("hello")\nprint("world")\n' }, entry: 'main.py' };
    const runs = { broken: ended('broken', 4, undefined, { program: other }), fixed: ended('fixed', 2) };
    expect(outcomeOf(lesson, runs, { ...files, broken: other.files })).toEqual({
      title: 'Broken finished. Fixed finished.',
      note: 'Broken is another program now, so there is nothing to compare.',
      bars: null,
      stale: false,
    });
    // Two of the person's own that belong together are compared.
    const both = { broken: runs.broken, fixed: ended('fixed', 2, undefined, { program: other }) };
    expect(outcomeOf(lesson, both, { broken: other.files, fixed: other.files }).bars).not.toBeNull();
  });

  it('tells of the virtual clock of fast forward', () => {
    expect(note({ pace: 'fast' }, { pace: 'fast' })).toBe(
      'Fast forward: the times are those of a virtual clock.',
    );
  });

  it('tells of a schedule instead, whose clock is virtual anyway', () => {
    const scheduled = { pace: 'fast', schedule } as const;
    expect(note(scheduled, scheduled)).toBe('One schedule of many; its clock is virtual.');
  });

  it('tells that the sides went by different schedules, though not of different checks', () => {
    const unlike = 'The two sides ran by different schedules.';
    const replayed: Schedule = { ...schedule, strategy: { kind: 'replay', decisions: [[3, 1]] } };
    expect(note({ schedule }, { schedule: replayed })).toContain(unlike);
    expect(note({ schedule }, { schedule: { ...schedule, model: 'before310' } })).toContain(unlike);
    expect(note({ schedule }, { schedule: { ...schedule, check: 'counter == 2' } })).not.toContain(unlike);
  });
});

describe('what came of a run', () => {
  it('is how it ended, with the type of the exception where one ended it', () => {
    expect(endOf({ kind: 'finished' })).toEqual({ endingKind: 'finished', raised: null, time: 4 * second });
    expect(endOf(raised('KeyError'))).toEqual({ endingKind: 'raised', raised: 'KeyError', time: 4 * second });
  });
});
