/** What each picture counts as a change, and the sentences it says of them. */
import { describe, expect, it } from 'vitest';
import { CIRCLE } from '../testing/scriptedImports.ts';
import { lostConnections } from '../testing/scriptedPool.ts';
import { locked } from '../testing/scriptedThreads.ts';
import { traceOf, type ScriptLine } from '../testing/scriptedTrace.ts';
import { changesUntil, lastBefore, startOfTime } from '../trace/axis.ts';
import { emptyPicture } from '../trace/picture.ts';
import { axisOf } from './register.ts';

function told(view: string, lines: readonly ScriptLine[]) {
  const { picture } = traceOf(lines);
  const changes = axisOf({ views: [view] }).changesOf(picture);
  const numbers = Array.from({ length: changes.count }, (_, index) => index + 1);
  return {
    picture,
    changes,
    numbers,
    sentences: numbers.map((number) => changes.wordsAt(number).replaceAll('\u00a0', ' ')),
  };
}

describe('imports', () => {
  const { changes, sentences } = told('modules', CIRCLE);

  it('come to the back edge in no more steps than there are events', () => {
    expect(sentences).toEqual([
      'The body of __main__ begins.',
      '__main__ asks for orders (main.py line 1).',
      'The body of orders begins.',
      'orders asks for customers (orders.py line 1).',
      'The body of customers begins.',
      'customers asks for orders (customers.py line 1), which is not done yet: a back edge.',
      'The body of customers fails.',
      'customers is removed again.',
      'The body of orders fails.',
      'orders is removed again.',
      'The body of __main__ fails.',
    ]);
  });

  it('are whole with all that belongs to them: the back edge with what was missing', () => {
    expect([changes.beganAt(6), changes.wholeAt(6)]).toEqual([32, 36]);
    expect(changes.wholeAt(changes.count)).toBe(61);
    expect([31, 32, 36, 40].map((moment) => changesUntil(changes, moment))).toEqual([5, 6, 6, 7]);
  });
});

describe('threads', () => {
  const { changes, sentences, numbers } = told('threads', locked().lines);

  it('say who did what, one event after another', () => {
    expect(sentences[0]).toBe('MainThread goes on (line 1).');
    expect(sentences.join(' ')).toMatch(/acquires|reads counter/);
    expect(sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
  });

  it('never overlap', () => {
    for (const number of numbers.slice(1)) {
      expect(changes.beganAt(number)).toBeGreaterThan(changes.wholeAt(number - 1));
    }
  });
});

describe('connections', () => {
  const { picture, sentences } = told('pool', lostConnections);

  it('are opened, taken, waited for and brought back', () => {
    expect(sentences).toEqual([
      'engine is asked for a connection for the first time: a QueuePool.',
      'Connection 1 is opened.',
      'Thread-1 (request) takes connection 1 (line 17).',
      'Connection 2 is opened.',
      'Thread-2 (request) takes connection 2 (line 17).',
      'Thread-3 (request) waits for a connection (line 17).',
      'Thread-3 (request) gave up after 2.00 s.',
      'Connection 1: brought back by the collector.',
      'Connection 2: brought back by the collector.',
      'Connection 2 is closed.',
    ]);
  });

  it('have an axis that begins with the first of them, on either side', () => {
    const axis = axisOf({ views: ['pool'] });
    expect(startOfTime(axis, [emptyPicture(), picture])).toBe(600_000);
    expect(startOfTime(axis, [emptyPicture()])).toBe(0);
  });
});

describe('tasks', () => {
  it('are created, run, wait and end', () => {
    const { sentences, changes } = told('timeline', [
      [0, 'track', 'tasks'],
      [1, 'track', 'in flight'],
      [10, 'track', 'main', 'tasks'],
      [11, 'open', 'main', 'main', 'main.py:9'],
      [12, 'state', 'main', 'running', null, 'main.py:9'],
      [13, 'gauge', 'in flight', 1],
      [14, 'state', 'main', 'waiting', 'sleep(1)', 'main.py:4'],
      [500, 'state', 'main', 'ready'],
      [510, 'state', 'main', 'running'],
      [520, 'close', 'main', 'done'],
    ]);
    expect(sentences).toEqual([
      'main is created (line 9).',
      'main runs (line 9).',
      'main waits in sleep(1) (line 4).',
      'main runs.',
      'main ends: done.',
    ]);
    expect(changes.wholeAt(3)).toBe(14);
  });
});

describe('memory', () => {
  it('is told look by look, and by collections', () => {
    const { sentences } = told('heap', [
      [0, 'track', 'traced bytes'],
      [1, 'track', 'live objects'],
      [2, 'track', 'collections'],
      [3, 'gauge', 'traced bytes', 0],
      [9_000, 'gauge', 'traced bytes', 0],
      [20_000, 'track', 'Node', 'live objects'],
      [20_001, 'gauge', 'Node', 3],
      [20_002, 'gauge', 'traced bytes', 2_000],
      [40_000, 'mark', 'collections', 'freed 2', 'plain'],
      [40_001, 'gauge', 'Node', 1],
    ]);
    expect(sentences).toEqual([
      'The program holds 0 B.',
      'The program holds 2.0 kB and 3 Node objects.',
      'The collector has run: freed 2.',
    ]);
  });
});

describe('output', () => {
  it('is told write by write, where a lesson has no other picture', () => {
    const { sentences } = told('no such view', [
      [0, 'track', 'output'],
      [5, 'print', 'output', 'Ada pays\n'],
      [6, 'print', 'output', '\n'],
    ]);
    expect(sentences).toEqual(['“Ada pays” is printed.', 'An empty line is printed.']);
  });
});

it('the last event before a moment is not the one at it', () => {
  const { stream } = traceOf([
    [3, 'track', 'a'],
    [5, 'tally', 'a', 1],
  ]).picture;
  expect([0, 3, 4, 5, 9].map((moment) => lastBefore(stream, moment))).toEqual([0, 0, 3, 3, 5]);
});
