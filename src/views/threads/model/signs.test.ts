/** Which signs the legend of the threads explains: those that the picture holds, in one order. */
import { describe, expect, it } from 'vitest';
import { deadlock, locked, lostUpdate, MAIN, ONE, ScriptedRun } from '../../../testing/scriptedThreads.ts';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { emptyPicture } from '../../../trace/picture.ts';
import { sequenceOf } from './eventSequence.ts';
import { signsOf } from './signs.ts';

const signs = (run: ScriptedRun) => signsOf(sequenceOf(traceOf(run.lines).picture));

describe('the signs of a picture', () => {
  it('are none where nothing has happened', () => {
    expect(signsOf(sequenceOf(emptyPicture()))).toEqual([]);
  });

  it('are what threads do, and nothing of locks or flaws where there are none', () => {
    const run = new ScriptedRun().start(ONE).goOn(ONE, 'main.py:6').end().goOn(MAIN, 'main.py:9', false);
    expect(signs(run)).toEqual(['running', 'ready']);
  });

  it('tell a lost update, and that one write went over another', () => {
    const seen = signs(lostUpdate());
    expect(seen).toEqual(['running', 'ready', 'waiting', 'read', 'wrote', 'lost', 'overwrote']);
  });

  it('tell of locks, and of those who wait for one', () => {
    expect(signs(locked())).toEqual([
      'running',
      'ready',
      'waiting',
      'read',
      'wrote',
      'acquired',
      'released',
      'queue',
    ]);
  });

  it('tell nothing of a lock that is given back where none is', () => {
    expect(signs(deadlock())).toEqual(['running', 'ready', 'waiting', 'acquired', 'queue']);
  });
});
