/** A trace file that is opened: the runs as they were, over the programs that ran, and nothing of the person's own touched. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { stalenessOfRun } from './edited.ts';
import { openedTrace, type OpenedTrace } from './openedTrace.ts';
import { traceFileOf } from './takingAway.ts';
import { end, lesson, opened, scheduled, setUp } from '../testing/scriptedWorkspace.ts';

const NOW = Date.UTC(2026, 10, 30, 1, 20);
let page: ReturnType<typeof setUp>;

beforeEach(() => {
  vi.stubGlobal('localStorage', storageOf());
  page = setUp();
});
afterEach(() => vi.unstubAllGlobals());

/** What is saved after both sides have run, with a program of the person's own on the broken one. */
function saved(): string {
  page.commands.edit('broken', 'main.py', 'print("as it ran")\n');
  page.commands.runBoth();
  end(page.asked[0]);
  end(page.asked[1], { scheduled: scheduled() });
  return traceFileOf(opened(), NOW) ?? '';
}

function read(text: string): OpenedTrace {
  const trace = openedTrace(text, [lesson]);
  if (!trace.ok) throw new Error(trace.error);
  return trace.value;
}

describe('the trace of both runs', () => {
  it('is shown over the programs that ran, as a recording that is looked at', () => {
    const text = saved();
    page.commands.edit('broken', 'main.py', 'my draft');
    page.commands.openTrace(read(text));
    const { link, files, runs, schedule } = opened();
    expect(link?.fragment).toMatch(/^#\/of-threads\/[A-Z]/);
    expect(files.broken['main.py']).toBe('print("as it ran")\n');
    expect(runs.broken).toMatchObject({ phase: 'ended', kept: { by: 'a file', at: NOW }, end: { time: 9 } });
    expect(stalenessOfRun(lesson, 'broken', runs.broken, files.broken)).toBeNull();
    expect(schedule).toMatchObject({ model: 'before310', strategy: 'random', seed: 7 });
  });

  it('runs nothing, and leaves the draft', () => {
    const text = saved();
    page.commands.edit('broken', 'main.py', 'my draft');
    page.commands.openTrace(read(text));
    expect(page.asked).toHaveLength(2);
    expect(useWorkspaces.getState().workspaces[lesson.id]?.files.broken['main.py']).toBe('my draft');
    page.commands.open(lesson);
    expect(opened().files.broken['main.py']).toBe('my draft');
  });

  it('is shown again where its programs have been run since', () => {
    const trace = read(saved());
    page.commands.openTrace(trace);
    page.commands.runBoth();
    page.commands.openTrace(trace);
    expect(opened().runs.fixed).toMatchObject({ phase: 'ended', kept: { by: 'a file' } });
  });

  it('is no younger for being saved again', () => {
    page.commands.openTrace(read(saved()));
    expect(read(traceFileOf(opened(), NOW + 1_000_000) ?? '').saved).toBe(NOW);
  });

  it('has only the side that ran', () => {
    page.commands.runSide('fixed');
    end(page.asked[0]);
    const { runs } = read(traceFileOf(opened(), NOW) ?? '');
    expect([runs.broken, runs.fixed?.end.time]).toEqual([null, 9]);
  });
});

describe('what cannot be opened', () => {
  it.each([
    ['is no trace', () => 'import asyncio', 'no trace'],
    ['has no run', () => '{"kind":"faultline trace","format":1,"lesson":"of-threads"}', 'no trace'],
    ['is of another lesson', () => saved().replace('"of-threads"', '"of-whales"'), 'no lesson'],
    [
      'is of a published program that is none',
      () => saved().replace('"saved"', '"part":"cause","saved"'),
      'no lesson',
    ],
  ])('%s', (_, text, error) => {
    expect(openedTrace(text(), [{ ...lesson, published: [] }])).toEqual({ ok: false, error });
  });
});
