/** The sentences about schedules and searches: what is claimed must be no more than was tried. */
import { describe, expect, it } from 'vitest';
import { schedule } from './schedule.ts';

const { search, step, summary } = schedule;
const GAP = '\u00a0';

describe('a search of all schedules', () => {
  it('speaks of the only one where there is one', () => {
    expect(search.all(1, null, 0)).toBe('The only schedule: it passes.');
    expect(search.all(1, 0, 1)).toBe('The only schedule with no preemption: it fails.');
  });

  it('says that none, one or several of them fail', () => {
    expect(search.all(12, null, 0)).toBe('All 12 schedules: none fails.');
    expect(search.all(12, null, 1)).toBe('All 12 schedules: 1 fails.');
    expect(search.all(1_200, null, 1_000)).toBe('All 1,200 schedules: 1,000 fail.');
  });

  it('names its bound, of none, one and several preemptions', () => {
    expect(search.all(3, 0, 0)).toBe('All 3 schedules with no preemption: none fails.');
    expect(search.all(3, 1, 0)).toBe(
      'All 3 schedules with at most 1 preemption at visible operations: none fails.',
    );
    expect(search.all(3, 2, 0)).toContain('with at most 2 preemptions at visible operations');
  });
});

describe('a search that did not end, or drew by chance', () => {
  it('proves nothing where none failed, and says so', () => {
    expect(search.drawn(1, 0)).toBe('1 random schedule, none failed: that is no proof.');
    expect(search.drawn(500, 0)).toBe('500 random schedules, none failed: that is no proof.');
    expect(search.short(2_000, 0)).toBe(
      'Stopped after 2,000 schedules: none failed so far. There are more, so that is no proof.',
    );
  });

  it('counts those that failed', () => {
    expect(search.drawn(500, 1)).toBe('500 random schedules: 1 fails.');
    expect(search.drawn(500, 37)).toBe('500 random schedules: 37 fail.');
    expect(search.short(1, 1)).toBe('Stopped after 1 schedule: 1 failed so far. There are more.');
  });
});

describe('what a search has left out', () => {
  it('tells of schedules that were not run to the end', () => {
    expect(search.pruned(1)).toBe(
      '1 more schedule was not run to the end: it would have repeated what another had shown.',
    );
    expect(search.pruned(2)).toBe(
      '2 more schedules were not run to the end: each would have repeated what another had shown.',
    );
  });

  it('tells of schedules that were cut short', () => {
    expect(search.cut(1)).toBe(
      '1 schedule went on for too long and was cut short: what they come to is not known.',
    );
    expect(search.cut(4)).toContain('4 schedules went on for too long and were cut short');
  });

  it('tells of outcomes that are not listed', () => {
    expect(search.others(1)).toBe('1 schedule came to other outcomes that are not listed.');
    expect(search.others(30)).toContain('30 schedules came');
  });

  it('tells of the line that it cannot see', () => {
    expect(search.allSeen(8, 2, 0, 'main.py', 7, 'ctypes.memset(at, 0, 1)')).toBe(
      'All 8 schedules that could be told apart with at most 2 preemptions at visible operations: none fails. ' +
        'But the program does something that the search cannot see (line 7: ctypes.memset(at, 0, 1)), so there may be others.',
    );
  });

  it('names the file of that line where it is not the one that is run', () => {
    expect(search.allSeen(1, null, 1, 'bank.py', 7, '')).toBe(
      'The only schedule that could be told apart: 1 fails. ' +
        'But the program does something that the search cannot see (bank.py line 7), so there may be others.',
    );
    expect(search.allSeen(2, null, 0, null, 7, '')).toContain('cannot see (line 7)');
  });
});

describe('the smallest schedule that fails', () => {
  it('is told by its preemptions and how often it failed again', () => {
    expect(search.smallest('counter = 41', 0, 5, 5)).toBe(
      'The smallest that fails needs no preemption (counter = 41); reproduced 5 of 5.',
    );
    expect(search.smallest('counter = 41', 1, 4, 5)).toContain('needs 1 preemption (counter = 41)');
    expect(search.smallest('counter = 41', 3, 4, 5)).toContain('needs 3 preemptions');
  });

  it('can be replayed, as any other', () => {
    expect(search.replayOf('failed', 'counter = 41')).toBe('Replay one that failed: counter = 41');
  });
});

describe('what counts as failed', () => {
  it('includes the check, where there is one', () => {
    expect(search.counts('')).toMatch(/a deadlock, a failed assert\.$/);
    expect(search.counts('counter == 2')).toMatch(/or an end at which counter == 2 is false\.$/);
  });
});

describe('while a search goes on', () => {
  it('tells how far it has come', () => {
    expect(search.progress(1, 0, 90)).toBe('1 schedule tried, 0 failed, 90 a second');
    expect(search.progress(4_000, 12, 1_100)).toBe('4,000 schedules tried, 12 failed, 1,100 a second');
  });

  it('tells how it broke off', () => {
    expect(search.broke('ran out of memory')).toBe('The search ran out of memory before its end.');
  });
});

describe('the last run of a side', () => {
  it('keeps each number with its word', () => {
    expect(summary.step(1_200)).toBe(`step${GAP}1,200`);
    expect(summary.preemptions(0)).toBe(`0${GAP}preemptions`);
    expect(summary.preemptions(1)).toBe(`1${GAP}preemption`);
    expect(summary.seeded('Random', 7)).toBe('Random, seed 7');
  });

  it('says from which step on it could not be followed', () => {
    expect(schedule.strayed(1_024)).toContain('from step 1,024 on');
  });
});

describe('stepping by hand', () => {
  it('tells who can go on, and how many more', () => {
    expect(step.asked(3, ['T1'], 0)).toBe('Step 3. Can go on: T1.');
    expect(step.asked(1_000, ['T1', 'T2'], 480)).toBe('Step 1,000. Can go on: T1, T2 and 480 more.');
  });

  it('tells who has ended', () => {
    expect(step.ended(['T1'], 0)).toBe('Has ended: T1.');
    expect(step.ended(['T1', 'T2'], 0)).toBe('Have ended: T1, T2.');
  });

  it('tells what a thread waits for', () => {
    expect(step.waits('')).toBe('waits');
    expect(step.waits('lock “a”')).toBe('waits for lock “a”');
  });
});
