/** What a link holds of a workspace, what it opens, and what is said of its runs. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import type { Lesson } from '../lesson/schema.ts';
import type { Ending } from '../runtime/protocol.ts';
import type { Schedule } from '../runtime/schedule.ts';
import { decodeFragment, encodeState } from '../share/link.ts';
import type { SharedState } from '../share/state.ts';
import { editsOf } from '../store/files.ts';
import type { Run } from '../store/runs.ts';
import { newWorkspace, type Workspace } from '../store/workspace.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import { lesson as ofThreads, plainLesson, scheduled } from '../testing/scriptedWorkspace.ts';
import { comparedWithLink } from './comparing.ts';
import { workspaceOf } from './linkedWorkspace.ts';
import { scheduleOf } from './scheduling.ts';
import { partsIn, SHARE_PARTS, sharedStateOf, type Around, type SharePart } from './sharing.ts';

const all: ReadonlySet<SharePart> = new Set(SHARE_PARTS.filter((part) => part !== 'present'));
const around: Around = { pace: 'real', at: 'live' };
const none = { broken: {}, fixed: {} };

/** With a figure that counts, and one that measures time. */
const lesson: Lesson = {
  ...ofThreads,
  measures: [
    {
      id: 'elapsed',
      label: 'elapsed',
      unit: 'seconds',
      read: { of: 'elapsed' },
      expect: {},
    },
    {
      id: 'lost',
      label: 'lost updates',
      unit: 'count',
      read: { of: 'tally', track: 'lost' },
      expect: {},
    },
  ],
};

function workspace(change: Partial<Workspace> = {}, of: Lesson = lesson): Workspace {
  return { ...newWorkspace(of, none), ...change };
}

const shared = (of: Workspace, where: Partial<Around> = {}, parts = all) =>
  sharedStateOf(of, { ...around, ...where }, parts);

interface Came {
  readonly lost?: number;
  readonly printed?: string;
  readonly ending?: Ending;
  readonly schedule?: Schedule | null;
  readonly end?: Partial<ReturnType<typeof scheduled>>;
}

/** A run of a side of a workspace that has come to this. */
function ran(
  { files, schedule }: Workspace,
  side: 'broken' | 'fixed',
  { lost = 14, printed = '5\n', ending = { kind: 'finished' }, schedule: by, end = {} }: Came = {},
): Run {
  const trace = traceOf([
    [1, 'track', 'output'],
    [2, 'track', 'lost'],
    [3, 'tally', 'lost', lost],
    [4, 'print', 'output', printed],
  ]);
  return {
    phase: 'ended',
    number: 1,
    program: { files: { ...files[side] }, entry: 'main.py' },
    pace: 'fast',
    schedule: by === undefined ? scheduleOf(schedule) : by,
    trace,
    end: { ending, time: 9, scheduled: scheduled(end) },
  };
}

const withRun = (of: Workspace, came: Came = {}): Workspace => ({
  ...of,
  runs: { ...of.runs, broken: ran(of, 'broken', came) },
});

function opened(state: SharedState, of: Lesson = lesson): Workspace {
  return workspaceOf(of, { fragment: '#/x', state, older: false });
}

const compareIn = ({ link, runs }: Workspace) =>
  link === null ? null : comparedWithLink(lesson, link, 'broken', runs.broken);

const edited = (of: Workspace, text: string): Workspace => ({
  ...of,
  files: { ...of.files, broken: { ...of.files.broken, 'main.py': text } },
});

describe('what a link holds', () => {
  it('is nothing but the lesson where nothing differs', () => {
    expect(Object.keys(shared(workspace()))).toEqual(['lesson', 'version']);
  });

  it('is what differs: files, step, entry, schedule, pace, moment', () => {
    const { schedule } = workspace();
    const state = shared(
      edited(workspace({ step: 2, entry: 'other.py', schedule: { ...schedule, seed: 9 } }), 'mine'),
      { pace: 'fast' },
    );
    expect(state).toMatchObject({
      step: 2,
      entry: 'other.py',
      schedule: { seed: 9 },
      files: { broken: { 'main.py': 'mine' } },
    });
    // A schedule has a clock of its own.
    expect(state).not.toHaveProperty('pace');
    expect(shared(workspace({}, plainLesson), { pace: 'fast' })).toMatchObject({ pace: 'fast' });
    expect(shared(withRun(workspace()), { at: 7.6 })).toMatchObject({ playhead: 8 });
    expect(shared(workspace(), { at: 7 })).not.toHaveProperty('playhead');
  });

  it('is a variation by its name while it stands unedited', () => {
    const varied = lessons.find(({ variations }) => variations.length > 0);
    const [variation] = varied?.variations ?? [];
    if (varied === undefined || variation === undefined) throw new Error('no lesson has a variation');
    const files = { ...workspace({}, varied).files, [variation.side]: variation.files };
    const state = shared(workspace({ files }, varied));
    expect(state).toMatchObject({ variation: variation.id });
    expect(state).not.toHaveProperty('files');
    expect(opened(state, varied).files).toEqual(files);
  });

  it('is the same each time, and what is opened of it gives the same again', () => {
    const sent = withRun(edited(workspace({ step: 1 }), 'mine'));
    const state = shared(sent);
    expect(shared(sent)).toEqual(state);
    expect(shared(withRun(opened(state)))).toEqual(state);
  });

  it('goes through an address and comes back', () => {
    const state = shared(withRun(edited(workspace({ step: 1 }, plainLesson), 'mine'), { schedule: null }));
    const encoded = encodeState(state);
    if (!encoded.ok) throw new Error('too large');
    expect(decodeFragment(encoded.value.fragment, [plainLesson])).toMatchObject({ kind: 'state', state });
  });

  it('opens as it was sent, of every lesson and every published program', () => {
    for (const one of lessons.flatMap((whole) => [whole, ...whole.published])) {
      const state = shared(edited(workspace({}, one), 'mine'));
      const encoded = encodeState(state);
      const decoded = encoded.ok ? decodeFragment(encoded.value.fragment, lessons) : null;
      expect(decoded).toMatchObject({ kind: 'state', state, lesson: { id: one.id }, older: false });
    }
  });

  it('leaves out what the sender does not want in it', () => {
    const sent = withRun(workspace({ step: 1 }));
    const state = sharedStateOf(sent, { ...around, at: 5 }, new Set(['present']));
    expect(Object.keys(state)).toEqual(['lesson', 'version', 'arrangement']);
    expect(partsIn(workspace(), around)).toEqual(['present']);
    expect(partsIn(sent, { ...around, at: 5 })).toEqual(['step', 'moment', 'seen', 'present']);
  });
});

describe('recorded decisions', () => {
  const replay: Schedule = {
    model: 'free-threaded',
    strategy: { kind: 'replay', decisions: [[4, 2]] },
    check: 'counter == 30',
  };
  const manual: Schedule = { ...replay, strategy: { kind: 'manual', decisions: [] } };

  it.each([
    ['of a replay', replay, [[4, 2]]],
    ['made by hand', manual, [[3, 1]]],
  ] as const)('%s go with the link, and what was seen by them', (_, schedule, decisions) => {
    const state = shared(withRun(workspace(), { schedule }));
    expect(state.schedule).toEqual({
      model: 'free-threaded',
      strategy: 'replay',
      recorded: { model: 'free-threaded', decisions },
    });
    expect(state.digest?.broken?.measures).toEqual({ lost: 14 });
    expect(opened(state).schedule).toMatchObject({
      strategy: 'replay',
      model: 'free-threaded',
      loaded: { model: 'free-threaded', decisions },
    });
  });

  it('can be left out: then the schedule is the one that is chosen', () => {
    const without = new Set(SHARE_PARTS.filter((part) => part !== 'decisions' && part !== 'present'));
    const state = shared(withRun(workspace(), { schedule: replay }), {}, without);
    expect(state).not.toHaveProperty('schedule');
    expect(state).not.toHaveProperty('digest');
  });

  it('of a program that was edited since are nobody’s', () => {
    const state = shared(edited(withRun(workspace(), { schedule: replay }), 'other'));
    expect(state).not.toHaveProperty('schedule');
  });
});

describe('what the sender saw', () => {
  it('is how it ended, what was counted and a checksum of the output, and no times', () => {
    expect(shared(withRun(workspace())).digest).toEqual({
      broken: { ending: 'finished', error: '', measures: { lost: 14 }, output: expect.any(Number) },
    });
  });

  it.each([
    ['was stopped', withRun(workspace(), { ending: { kind: 'stopped' } })],
    ['was of another text', edited(withRun(workspace()), 'mine')],
    [
      'went by another schedule',
      withRun(workspace(), { schedule: scheduleOf({ ...workspace().schedule, seed: 1 }) }),
    ],
  ])('is nothing of a run that %s', (_, of) => {
    expect(shared(of)).not.toHaveProperty('digest');
  });
});

describe('an opened link', () => {
  const state = shared(withRun(edited(workspace(), 'mine')));
  const compared = (came: Came) => compareIn(withRun(opened(state), came));

  it('shows the file that differs, and says what was changed', () => {
    const { files, active, link, runs } = opened(state);
    expect(editsOf(lesson, files).broken).toEqual({ 'main.py': 'mine' });
    expect([active.broken, link?.state, runs.broken.phase]).toEqual(['main.py', state, 'idle']);
  });

  it('goes no further than the steps that there are', () => {
    expect(opened({ ...state, step: 99 }).step).toBe(Math.max(lesson.steps.length - 1, 0));
  });

  it('is compared with nothing before it has run, or where its sender saw nothing', () => {
    expect(compareIn(opened(state))).toBeNull();
    const { digest: _, ...unseen } = state;
    expect(compareIn(withRun(opened(unseen)))).toBeNull();
  });

  it('came out the same', () => {
    expect(compared({})).toMatchObject({ kind: 'same', figures: [{ label: 'lost updates', value: 14 }] });
  });

  it('came out otherwise, and in what', () => {
    const error = { type: 'ValueError', message: '', frames: [], absent: null, inner: [], traceback: '' };
    expect(
      compared({ lost: 3, printed: '6\n', ending: { kind: 'raised', error }, end: { strayed: 12 } }),
    ).toMatchObject({
      kind: 'different',
      differences: [
        { what: 'strayed', step: 12 },
        { what: 'ending', there: { ending: 'finished' }, here: { ending: 'raised', error: 'ValueError' } },
        { what: 'figure', label: 'lost updates', there: 14, here: 3 },
        { what: 'output' },
      ],
    });
  });

  it('is not compared once something else has run in it', () => {
    const of = edited(opened(state), 'edited since');
    expect(compareIn(withRun(of))).toEqual({ kind: 'other program' });
  });
});
