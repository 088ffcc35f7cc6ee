/** The sentences of the timeline, the threads and the output, for none, one and many. */
import { describe, expect, it } from 'vitest';
import { views } from './views.ts';

const { timeline, threads, output } = views;
const GAP = '\u00a0';

describe('what was left out of a picture', () => {
  it('is counted, with the lanes of which most was left out', () => {
    const named = [{ label: 'counter', count: 9_000 }];
    expect(views.leftOut(9_000, named, 0)).toBe('9,000 events were counted and not drawn: counter 9,000.');
    expect(views.leftOut(1, [{ label: 'lock', count: 1 }], 0)).toBe(
      '1 event was counted and not drawn: lock 1.',
    );
  });

  it('ends with how many other lanes there are', () => {
    const named = [
      { label: 'a', count: 5 },
      { label: 'b', count: 4 },
    ];
    expect(views.leftOut(12, named, 3)).toBe('12 events were counted and not drawn: a 5, b 4, 3 more.');
    expect(views.leftOut(9, named, -1)).toBe('9 events were counted and not drawn: a 5, b 4.');
  });

  it('of a table is counted too', () => {
    expect([1, 2].map(views.moreRows)).toEqual(['1 more row is not listed.', '2 more rows are not listed.']);
  });
});

describe('tasks', () => {
  it('that waited at a time are told by their greatest number', () => {
    expect(timeline.together(0)).toBe('None has waited on the outside world.');
    expect(timeline.together(10)).toBe('At most 10 waited on the outside world at a time.');
  });

  it('are told with a place only where it is known', () => {
    expect(timeline.waited('Task-1', 1_000_000, 'line 4')).toBe(`Task-1 waited 1.00${GAP}s at line 4.`);
    expect(timeline.waited('Task-1', 1_000_000, '')).toBe(`Task-1 waited 1.00${GAP}s.`);
    expect(timeline.held('Task-1', 400_000, '')).toBe(
      `Task-1 held the event loop for 400${GAP}ms: nothing else could run.`,
    );
    expect(timeline.wasCancelled('Task-1', 'cancelled by its timeout', 'line 9')).toBe(
      'Task-1 was cancelled by its timeout at line 9.',
    );
  });

  it('beyond those that are told are counted', () => {
    expect([1, 8].map(timeline.moreTasks)).toEqual([
      '1 more task is in the table.',
      '8 more tasks are in the table.',
    ]);
    expect([1, 2].map(timeline.moreHeld)).toEqual([
      'The event loop was held 1 more time.',
      'The event loop was held 2 more times.',
    ]);
  });

  it('wait for something, or just wait', () => {
    expect(timeline.doing.waiting(null)).toBe('waiting');
    expect(timeline.doing.waiting('Queue.get')).toBe('waiting for Queue.get');
    expect(timeline.doing.other('blocked', 'on disk')).toBe('blocked on disk');
    expect(timeline.doing.other('blocked', null)).toBe('blocked');
  });

  it('do something from one moment to another, which may read alike', () => {
    expect(timeline.extent(1_000_000, 1_500_000)).toBe(`1.00${GAP}s to 1.50${GAP}s (500${GAP}ms)`);
    expect(timeline.extent(1_000_000, 1_000_200)).toBe(`at 1.00${GAP}s, for 200${GAP}µs`);
  });
});

describe('threads', () => {
  it('switch, by preemption or only where they wait', () => {
    expect(threads.switches(0, 0)).toBe('0 switches between them.');
    expect(threads.switches(1, 0)).toBe('1 switch between them.');
    expect(threads.switches(1_000, 1)).toBe('1,000 switches between them, 1 by preemption.');
  });

  it('go wrong once or often', () => {
    expect(threads.flaws.lost(1)).toBe('1 lost update.');
    expect(threads.flaws.stale(2)).toBe('2 checks were stale when acted upon.');
    expect(threads.flaws.half(1)).toBe('1 read saw a half-done update.');
  });

  it('are told of one flaw, the last one where it is known to be that', () => {
    expect(threads.insight.lost(1, true)).toBe('A lost update:');
    expect(threads.insight.lost(7, true)).toBe('7 lost updates; the last one:');
    expect(threads.insight.lost(7_000, false)).toBe('7,000 lost updates; one of them:');
    expect(threads.insight.stale(1, true)).toBe('One check was stale when acted upon.');
    expect(threads.insight.stale(3, false)).toBe('3 checks were stale when acted upon; one of them:');
    expect(threads.insight.half(2, true)).toBe('2 reads saw a half-done update; the last one:');
  });

  it('wait, and those beyond the ones that are told are counted', () => {
    expect(threads.waitsFor('T1', 'lock “a”', 'line 4')).toBe('T1 waits for lock “a”, at line 4.');
    expect(threads.waitsFor('T1', '', '')).toBe('T1 waits.');
    expect([1, 2].map(threads.moreWait)).toEqual(['1 more thread waits.', '2 more threads wait.']);
    expect([1, 2].map(threads.moreVariables)).toEqual([
      '1 more shared variable is not drawn.',
      '2 more shared variables are not drawn.',
    ]);
  });

  it('take a lock, which has its name only where there is room', () => {
    expect(threads.chip.acquired('a')).toBe('acquired a');
    expect(threads.chip.acquired('')).toBe('acquired');
    expect(threads.chip.released('')).toBe('released');
  });

  it('have a table that may be a part of all events', () => {
    expect(threads.caption(1, 40, 12)).toBe('Events 1 to 40; the playhead is after event 12');
    expect(threads.captionCut(601, 1_100, 2_000, 1_000)).toBe(
      'Events 601 to 1,100 of 2,000, around the playhead after event 1,000; 1,500 more are not listed',
    );
  });

  it('have an axis of events', () => {
    expect(threads.axis.whole(1)).toBe('1 event in order, not to time scale');
    expect(threads.axis.part(11, 30, 4_000)).toBe('11–30 of 4,000, not to time scale');
  });
});

describe('the output', () => {
  it('is told by its lines, and those on standard error', () => {
    expect(output.summary(1, 0)).toBe('1 line of output.');
    expect(output.summary(1_200, 3)).toBe('1,200 lines of output, 3 of them on standard error.');
  });

  it('may have begun before what is on the page', () => {
    expect([1, 500].map(output.earlier)).toEqual([
      '1 earlier line is kept, and not on the page.',
      '500 earlier lines are kept, and not on the page.',
    ]);
  });
});
