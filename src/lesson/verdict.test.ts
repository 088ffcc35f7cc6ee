/** The verdict: what is said of two runs must follow from their figures. */
import { describe, expect, it } from 'vitest';
import { traceOf } from '../testing/scriptedTrace.ts';
import { exampleFolder } from '../testing/exampleLesson.ts';
import { readLesson } from './read.ts';
import type { Lesson } from './schema.ts';
import { judge, type SideResult } from './verdict.ts';

function exampleLesson(): Lesson {
  const read = readLesson(exampleFolder());
  if (!read.ok) throw new Error('the example does not read');
  return read.value;
}

const lesson = exampleLesson();

/** A run that took this long and had so many waits in flight at once. */
function side(seconds: number, peak: number, endingKind = 'finished'): SideResult {
  const { picture } = traceOf([
    [0, 'track', 'in flight'],
    [1, 'gauge', 'in flight', peak],
    [2, 'gauge', 'in flight', 0],
  ]);
  return { picture, end: { endingKind, time: seconds * 1_000_000 } };
}

describe('judge', () => {
  it('judges nothing where the lesson says nothing of it, however the sides ended', () => {
    const { verdict: _verdict, ...unjudged } = lesson;
    expect(judge(unjudged, side(1, 1), side(1, 1, 'raised')).kind).toBe('unjudged');
  });

  it('says how much sooner fixed was, and why', () => {
    const verdict = judge(lesson, side(10.02, 1), side(1.012, 10));
    expect(verdict).toMatchObject({
      kind: 'fixed-better',
      sentence: 'Fixed finished 9.9 times sooner: 10 waits overlapped instead of 1',
    });
    expect(verdict.ratio).toBeCloseTo(9.9, 2);
  });

  it('gives no reason that these runs do not bear out', () => {
    expect(judge(lesson, side(10, 10), side(1, 10)).sentence).toBe('Fixed finished 10.0 times sooner');
    expect(judge(lesson, side(10, 10), side(1, 1)).sentence).toBe('Fixed finished 10.0 times sooner');
  });

  it('says so when the broken side was sooner', () => {
    expect(judge(lesson, side(1, 10), side(3, 1))).toEqual({
      kind: 'broken-better',
      ratio: 3,
      sentence: 'Broken finished 3.0 times sooner',
    });
  });

  it.each([
    ['a ratio below 1.2', 1.19, 1],
    ['a ratio below 1.2 the other way', 1, 1.19],
    ['less than 5 milliseconds', 0.006, 0.0011],
  ])('sees no difference in %s', (_, broken, fixed) => {
    const verdict = judge(lesson, side(broken, 1), side(fixed, 2));
    expect(verdict.kind).toBe('same');
    expect(verdict.sentence).toMatch(/^No clear difference: /);
  });

  it('sees the smallest difference that counts', () => {
    expect(judge(lesson, side(1.21, 1), side(1, 2)).kind).toBe('fixed-better');
    expect(judge(lesson, side(0.16, 1), side(0.1, 2)).kind).toBe('fixed-better');
    expect(judge(lesson, side(0.04, 1), side(0.01, 2)).kind).toBe('same');
  });

  it.each([
    ['nothing overlapped at all', side(2, 0), side(0.5, 1)],
    ['one wait more cannot make nine times', side(27, 9), side(3, 10)],
    ['what took the time was no wait', side(0.9, 0), side(0.1, 2)],
  ])('gives no reason that does not account for the difference: %s', (_name, broken, fixed) => {
    const { kind, sentence } = judge(lesson, broken, fixed);
    expect(kind).toBe('fixed-better');
    expect(sentence).not.toContain('instead of');
  });

  it.each(['stopped', 'raised', 'capped', 'stuck', 'exited', 'crashed'])(
    'does not judge a side that was %s',
    (ending) => {
      const unfinished = { kind: 'unfinished', ratio: null, sentence: '' };
      expect(judge(lesson, side(10, 1, ending), side(1, 2))).toEqual(unfinished);
      expect(judge(lesson, side(10, 1), side(1, 2, ending))).toEqual(unfinished);
    },
  );

  it('compares counts too, where the better side may have 0', () => {
    const counting: Lesson = {
      ...lesson,
      verdict: {
        compare: 'peak',
        fixedBetter: '{fixed.peak} against {broken.peak}',
        brokenBetter: 'b',
        same: 's',
      },
    };
    expect(judge(counting, side(1, 3), side(1, 0))).toEqual({
      kind: 'fixed-better',
      ratio: null,
      sentence: '0 against 3',
    });
    expect(judge(counting, side(1, 0), side(1, 0)).kind).toBe('same');
  });
});

/** A run that ended with an exception. */
function raised(type: string): SideResult {
  const { picture } = side(10, 1);
  return { picture, end: { endingKind: 'raised', raised: type, time: 10_000_000 } };
}

describe('a lesson whose broken side ends with an exception', () => {
  const raising = { ...lesson, ends: { broken: 'ImportError' } };
  it('is judged when it ends so, or comes to its end', () => {
    expect(judge(raising, raised('ImportError'), side(1, 10)).kind).toBe('fixed-better');
    expect(judge(raising, side(10, 1), side(1, 10)).kind).toBe('fixed-better');
  });

  it('is not judged by another exception, nor where the other side raises', () => {
    expect(judge(raising, raised('SyntaxError'), side(1, 10)).kind).toBe('unfinished');
    expect(judge(raising, raised('ImportError'), raised('ImportError')).kind).toBe('unfinished');
    expect(judge(lesson, raised('ImportError'), side(1, 10)).kind).toBe('unfinished');
  });
});
