// The report of `npm run try`: one object for programs, a few lines for people.
import { describe, expect, it } from 'vitest';
import { inJson, inWords } from './try-report.mjs';

const run = {
  end: { ending: { kind: 'finished' }, time: 10_002_000, wall: 12_345 },
  stdout: 'hello\n',
  stderr: '',
  counters: { 'event loops': 10 },
  events: [{ word: 'tally' }],
  delays: [],
};
const error = { type: 'ValueError', message: 'no', frames: [], traceback: '' };

describe('as JSON', () => {
  it('names the ending, both times, the counters and the events', () => {
    expect(inJson(run)).toEqual({
      ending: 'finished',
      stdout: 'hello\n',
      stderr: '',
      elapsed_s: 0.012345,
      virtual_s: 10.002,
      counters: { 'event loops': 10 },
      events: [{ word: 'tally' }],
    });
  });

  it('says what is known of another ending', () => {
    const raised = { ...run, end: { ...run.end, ending: { kind: 'raised', error } } };
    expect(inJson(raised)).toMatchObject({ ending: 'raised', error });
    const stuck = { ...run, end: { ...run.end, ending: { kind: 'stuck', waits: ['a'] } } };
    expect(inJson(stuck)).toMatchObject({ ending: 'stuck', waits: ['a'] });
  });
});

describe('in words', () => {
  it('stands below the output', () => {
    expect(inWords(run, 'real')).toBe(
      '\nending:           finished\nelapsed:          0.012 s\nevent loops:      10\n',
    );
  });

  it('begins a line of its own, and names virtual time', () => {
    const words = inWords({ ...run, stdout: 'no newline' }, 'fast');
    expect(words).toMatch(/^\n\nending/);
    expect(words).toContain('virtual:          10.002 s (waits were skipped)');
  });

  it.each([
    [{ kind: 'exited', status: 3, message: '' }, 'exited (status 3)'],
    [{ kind: 'raised', error }, 'raised (ValueError)'],
    [{ kind: 'stuck', waits: ['a', 'b'] }, 'stuck (a; b)'],
    [{ kind: 'capped', what: 'events', limit: 5 }, 'capped (more events than 5)'],
    [{ kind: 'crashed', reason: 'gone' }, 'crashed (gone)'],
  ])('tells %j', (ending, words) => {
    expect(inWords({ ...run, end: { ...run.end, ending } }, 'real')).toContain(
      `ending:           ${words}\n`,
    );
  });
});
