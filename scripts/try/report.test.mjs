// The report of `npm run try`: one object for programs, a few lines for people.
import { describe, expect, it } from 'vitest';
import { inJson, inWords, timeInWords } from './report.mjs';

/**
 * @typedef {import('./report.mjs').Ending} Ending
 * @import { RunCall } from './call.mjs'
 * @import { Run } from './report.mjs'
 */

/** @type {Run} */
const run = {
  end: { ending: { kind: 'finished' }, time: 10_002_000, wall: 12_345 },
  scheduled: null,
  stdout: 'hello\n',
  stderr: '',
  counters: { 'event loops': 10 },
  events: [{ word: 'tally' }],
};
/** @type {Pick<RunCall, 'pace' | 'schedule' | 'search' | 'chosen' | 'named'>} */
const call = {
  pace: 'real',
  schedule: { model: 'cpython314', strategy: { kind: 'realistic' }, check: null },
  search: null,
  chosen: false,
  named: false,
};
/** @type {NonNullable<Run['scheduled']>} */
const scheduled = {
  steps: 60,
  switches: 4,
  preemptions: 1,
  decisions: [
    [7, 1],
    [9, 2],
  ],
  strayed: null,
  check: { holds: false, words: 'counter = 1' },
  search: null,
};
const error = { type: 'ValueError', message: 'no', frames: [], absent: null, inner: [], traceback: '' };

describe('as JSON', () => {
  it('names the ending, both times, the counters and the events', () => {
    expect(inJson(run, call)).toEqual({
      ending: 'finished',
      stdout: 'hello\n',
      stderr: '',
      elapsed_s: 0.012345,
      virtual_s: 10.002,
      counters: { 'event loops': 10 },
      model: null,
      steps: 0,
      switches: 0,
      preemptions: 0,
      decisions: [],
      strayed: null,
      deadlock: null,
      check: null,
      search: null,
      faults: [],
      events: [{ word: 'tally' }],
    });
  });

  it('has the schedule that was followed, and what the check came to', () => {
    expect(inJson({ ...run, scheduled }, call)).toMatchObject({
      model: 'cpython314',
      switches: 4,
      decisions: [
        [7, 1],
        [9, 2],
      ],
      check: { holds: false, words: 'counter = 1' },
    });
  });

  it('describes a deadlock by its cycle and by all that wait', () => {
    /** @type {Ending} */
    const ending = { kind: 'stuck', waits: ['a', 'b', 'c'], cycle: ['a', 'b'] };
    expect(inJson({ ...run, end: { ...run.end, ending } }, call).deadlock).toEqual({
      cycle: ['a', 'b'],
      waits: ['a', 'b', 'c'],
    });
  });

  it('says what is known of another ending', () => {
    /** @type {Run} */
    const raised = { ...run, end: { ...run.end, ending: { kind: 'raised', error } } };
    expect(inJson(raised, call)).toMatchObject({ ending: 'raised', error });
    /** @type {Run} */
    const stuck = { ...run, end: { ...run.end, ending: { kind: 'stuck', waits: ['a'], cycle: [] } } };
    expect(inJson(stuck, call)).toMatchObject({ ending: 'stuck', waits: ['a'] });
  });
});

describe('in words', () => {
  it('stands below the output', () => {
    expect(inWords(run, call)).toBe(
      '\nending:           finished\nelapsed:          12.3 ms\nevent loops:      10\n',
    );
  });

  it.each([
    [0, '0 µs'],
    [0.4, '0 µs'],
    [7, '7 µs'],
    [999, '999 µs'],
    [1000, '1.0 ms'],
    [12_345, '12.3 ms'],
    [999_949, '999.9 ms'],
    [999_950, '1.000 s'],
    [10_002_000, '10.002 s'],
  ])('%d microseconds are %s', (micros, words) => {
    expect(timeInWords(micros)).toBe(words);
  });

  it('has the figures of probes that were named, and of others what there was', () => {
    const counters = { tasks: 0, 'tasks failed': 0, threads: 1, 'threads done': 1, 'event loops': 2 };
    /** @param {boolean} named */
    const words = (named) =>
      inWords({ ...run, counters }, { ...call, named })
        .split('\n')
        .slice(3, -1);
    expect(words(false)).toEqual(['event loops:      2']);
    expect(words(true)).toHaveLength(5);
    const several = inWords({ ...run, counters, scheduled }, call);
    expect(several).toContain('threads:          1');
  });

  it('names virtual time', () => {
    const words = inWords(run, { ...call, pace: 'fast' });
    expect(words).toContain('virtual:          10.002 s (waits were skipped)');
  });

  it('describes the schedule where threads took turns or were asked for, else not', () => {
    const words = [
      'virtual:          10.002 s (the same in every run)',
      'schedule:         CPython 3.14, realistic (4 switches, 1 of them preemptions)',
      'check:            does not hold (counter = 1)',
    ];
    expect(inWords({ ...run, scheduled }, call)).toContain(words.join('\n'));
    const alone = { ...scheduled, switches: 0 };
    expect(inWords({ ...run, scheduled: alone }, call)).not.toContain('schedule');
    expect(inWords({ ...run, scheduled: alone }, { ...call, chosen: true })).toContain('schedule');
  });

  it('says where a recorded schedule did not fit, and who waits for whom', () => {
    /** @type {Ending} */
    const ending = { kind: 'stuck', waits: ['one', 'two'], cycle: ['one', 'two'] };
    const stuck = { ...run, end: { ...run.end, ending }, scheduled: { ...scheduled, strayed: 12 } };
    const words = inWords(stuck, call);
    expect(words).toContain('strayed:          at step 12 (');
    expect(words).toMatch(/\ndeadlock:\n  one\n  two\n$/);
  });

  /** @type {[ending: Ending, words: string][]} */
  const endings = [
    [{ kind: 'exited', status: 3, message: '' }, 'exited (status 3)'],
    [{ kind: 'raised', error }, 'raised (ValueError)'],
    [{ kind: 'stuck', waits: ['a', 'b'], cycle: [] }, 'stuck (a; b)'],
    [{ kind: 'capped', what: 'events', limit: 5 }, 'capped (more events than 5)'],
    [{ kind: 'crashed', cause: 'interpreter', reason: 'gone' }, 'crashed (gone)'],
  ];
  it.each(endings)('tells %j', (ending, words) => {
    expect(inWords({ ...run, end: { ...run.end, ending } }, call)).toContain(`ending:           ${words}\n`);
  });
});
