/** What the last runs came to, over a reload and a later visit: as it was, and never another run in its place. */
import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { largeStorageOf } from '../base/largeStorageInMemory.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { clearRuns, beginRun, endRun } from '../store/changes/runs.ts';
import { editFile } from '../store/changes/code.ts';
import { resetVersion, undo } from '../store/changes/versions.ts';
import { useNotices } from '../store/notices.ts';
import { usePlayback } from '../store/playback.ts';
import type { End } from '../store/runs.ts';
import { newWorkspace } from '../store/workspace.ts';
import { openNew, useWorkspaces } from '../store/workspaces.ts';
import { traceOf, type ScriptLine } from '../testing/scriptedTrace.ts';
import { opened, plainLesson as lesson, scheduled } from '../testing/scriptedWorkspace.ts';
import { createKeptRuns } from './keptRuns.ts';

let large: ReturnType<typeof largeStorageOf>;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
  large = largeStorageOf();
});

afterEach(() => {
  stop();
  stop = () => {};
  vi.useRealTimers();
});

/** A tab that has just opened the lesson and shows what is kept. */
async function visit(tab: string, of: Lesson = lesson, playhead: number | 'live' = 'live') {
  stop();
  useWorkspaces.setState(useWorkspaces.getInitialState());
  useNotices.setState(useNotices.getInitialState());
  usePlayback.setState(usePlayback.getInitialState());
  const keptRuns = createKeptRuns(large, tab);
  stop = keptRuns.keepRuns();
  const workspace = newWorkspace(of, { broken: {}, fixed: {} });
  openNew(workspace);
  await keptRuns.showKept(workspace, playhead);
  return keptRuns;
}

const finished: End = { ending: { kind: 'finished' }, time: 90, scheduled: null };
const events: readonly ScriptLine[] = [
  [0, 'track', 'output'],
  [40, 'print', 'output', 'hello\n', 'stdout', 'main.py:1'],
];

function run(side: SideName, end: End = finished, lines = events): void {
  vi.advanceTimersByTime(10);
  const { entry, files } = opened().lesson.sides[side];
  const program = { files: { ...files }, entry };
  const number = beginRun(side, { program, pace: 'fast', schedule: null, trace: traceOf(lines) });
  endRun(side, number, end);
}

function ended(side: SideName) {
  const shown = opened().runs[side];
  if (shown.phase !== 'ended') throw new Error(`nothing is shown of ${side}`);
  return shown;
}

describe('the last run of a side', () => {
  it('is shown again after a reload: its picture, its output, how it ended, and where the playhead was', async () => {
    const { settled } = await visit('a');
    run('broken');
    const before = ended('broken');
    await settled();
    await visit('a', lesson, 40);
    const { kept, trace, ...after } = ended('broken');
    expect(kept).toEqual({ at: 1_010, by: 'this tab' });
    expect(after).toMatchObject({
      phase: 'ended',
      program: before.program,
      pace: 'fast',
      schedule: null,
      end: { ...finished, faults: [] },
    });
    expect(trace.picture).toEqual(before.trace.picture);
    expect(trace.placeAt(40)).toEqual({ file: 'main.py', line: 1 });
    expect(opened().runs.fixed.phase).toBe('idle');
    expect(usePlayback.getState().at).toBe(40);
  });

  it('keeps the facts of its ending and of its schedule', async () => {
    const lock = { fact: 'lock', fields: { name: 'bank', holder: null } } as const;
    const check = { holds: false, words: { fact: 'check is', fields: { holds: 'False' } } } as const;
    const end: End = {
      ending: { kind: 'stuck', waits: [lock, 'T2'], cycle: [] },
      time: 50,
      scheduled: scheduled({ check, fallback: { fact: 'rewritten', fields: { points: 'calls' } } }),
      faults: [{ part: 'pool', report: 'here' }],
    };
    const { settled } = await visit('a');
    run('fixed', end);
    await settled();
    await visit('a');
    expect(ended('fixed').end).toEqual(end);
  });

  it('of another visit is shown where this tab has none, and is said to be so', async () => {
    const first = await visit('a');
    run('broken');
    run('fixed');
    await first.settled();
    const second = await visit('b');
    expect(ended('broken').kept).toEqual({ at: 1_010, by: 'another visit' });
    run('broken');
    await second.settled();
    await visit('a');
    expect(ended('broken').kept).toEqual({ at: 1_010, by: 'this tab' });
    await visit('c');
    expect(ended('broken').kept).toEqual({ at: 1_030, by: 'another visit' });
  });

  it('does not come back once it was reset, and does after Undo', async () => {
    const first = await visit('a');
    run('broken');
    await first.settled();
    const second = await visit('a');
    editFile('broken', 'main.py', 'mine');
    resetVersion();
    clearRuns();
    await second.settled();
    await visit('a');
    expect(opened().runs.broken.phase).toBe('idle');
    await visit('b');
    expect(opened().runs.broken.phase).toBe('idle');
    const third = await visit('c');
    run('broken');
    editFile('broken', 'main.py', 'mine');
    resetVersion();
    clearRuns();
    undo();
    await third.settled();
    await visit('c');
    expect(ended('broken').kept?.by).toBe('this tab');
  });

  it('gives way to what has been run, edited or opened meanwhile', async () => {
    const { settled } = await visit('a');
    run('broken');
    await settled();
    const workspace = newWorkspace(lesson, { broken: {}, fixed: {} });
    openNew(workspace);
    const showing = createKeptRuns(large, 'a').showKept(workspace, 'live');
    run('broken', { ...finished, time: 7_000 });
    await showing;
    expect(ended('broken').end.time).toBe(7_000);
    openNew(workspace);
    const again = createKeptRuns(large, 'a').showKept(workspace, 'live');
    editFile('broken', 'main.py', 'mine');
    await again;
    expect(opened().runs.broken.phase).toBe('idle');
  });

  it('that is too large is not kept, and that is said when the lesson is opened again', async () => {
    const { settled } = await visit('a');
    run('broken', finished, [
      events[0] ?? [0, 'track', 'output'],
      ...Array.from({ length: 100_001 }, (_, index): ScriptLine => [index + 1, 'tally', 'output', 1]),
    ]);
    await settled();
    await visit('a');
    expect(opened().runs.broken.phase).toBe('idle');
    expect(useNotices.getState().open).toEqual([
      { kind: 'run too large', side: 'broken', events: 100_002, lesson: lesson.id },
    ]);
  });

  it('that cannot be read, or whose events do not hold, is not shown', async () => {
    const { settled } = await visit('a');
    run('broken');
    run('fixed');
    await settled();
    const names = [...large.entries.keys()];
    const nameOf = (side: SideName) => names.find((name) => name.includes(`/${side}/`)) ?? '';
    large.entries.set(nameOf('broken'), { kind: 'run', records: 'many' });
    large.entries.set(
      nameOf('fixed'),
      Object.assign(structuredClone(large.entries.get(nameOf('fixed'))) ?? {}, { strings: [] }),
    );
    await visit('a');
    expect([opened().runs.broken.phase, opened().runs.fixed.phase]).toEqual(['idle', 'idle']);
  });
});

describe('the storage', () => {
  it('keeps so many runs, the newest of each tab and lesson, and leaves what others keep there', async () => {
    large.entries.set('runs/asyncio/broken/later/5/run/v2', 'of a later version');
    for (let tab = 1; tab <= 46; tab += 1) {
      const { settled } = await visit(`t${tab}`);
      run('broken');
      await settled();
      run('broken');
      await settled();
    }
    expect(large.entries.size).toBe(41);
    expect(large.entries.has('runs/asyncio/broken/later/5/run/v2')).toBe(true);
    expect([...large.entries.keys()].filter((name) => name.includes('/t46/'))).toHaveLength(1);
    expect([...large.entries.keys()].some((name) => name.includes('/t6/'))).toBe(false);
  });

  it('that refuses is said once', async () => {
    large.set = async () => 'full';
    const { settled } = await visit('a');
    run('broken');
    run('fixed');
    await settled();
    expect(useNotices.getState().open).toEqual([{ kind: 'visit not kept', why: 'full', lesson: null }]);
  });
});
