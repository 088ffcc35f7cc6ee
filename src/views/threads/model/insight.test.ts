import { describe, expect, it } from 'vitest';
import { emptyPicture } from '../../../trace/picture.ts';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { lostUpdate, many, ONE, Story } from '../../../testing/scriptedThreads.ts';
import { flawCounts, hasTale, taleOf } from './insight.ts';

describe('the tale', () => {
  it('is silent while nothing went wrong', () => {
    expect(taleOf(emptyPicture(), 99)).toBeNull();
    const { picture } = traceOf(lostUpdate().lines);
    expect(taleOf(picture, 20)).toBeNull();
    expect(hasTale(picture)).toBe(true);
    expect(hasTale(traceOf(many(2, 3, true).lines).picture)).toBe(false);
  });

  it('tells the sentence of the probe', () => {
    const tale = taleOf(traceOf(lostUpdate().lines).picture, Infinity);
    expect(tale).toMatchObject({ kind: 'lost', count: 1, last: true });
    expect(tale?.sentence).toMatch(/^Thread-1 \(work\) read 41 and was switched out; .* again\.$/);
  });

  it('tells the last of several, up to the moment', () => {
    const story = new Story(['lost updates', 'stale checks']).start(ONE).goOn(ONE, 'main.py:1', false);
    const times = ['first', 'second', 'third'].map((name, index) => {
      story.blame(index === 1 ? 'stale checks' : 'lost updates', `${name} mark`, `${name}.`, 'main.py:3');
      return story.now;
    });
    const { picture } = traceOf(story.lines);
    const told = times.map((time) => taleOf(picture, time));
    expect(told.map((tale) => [tale?.kind, tale?.count, tale?.sentence])).toEqual([
      ['lost', 1, 'first.'],
      ['stale', 1, 'second.'],
      ['lost', 2, 'third.'],
    ]);
    expect(flawCounts(picture, Infinity)).toEqual([
      ['lost', 2],
      ['stale', 1],
    ]);
  });

  it('counts by the tally where not every one has its sentence', () => {
    const story = new Story().blame('lost updates', 'lost update of n', 'one.', 'main.py:1');
    for (let more = 0; more < 5; more += 1) story.tell((at) => [at, 'tally', 'lost updates', 1]);
    expect(taleOf(traceOf(story.lines).picture, Infinity)).toMatchObject({ count: 6, last: false });
  });
});
