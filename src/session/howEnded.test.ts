/** How a run ended, in the few words that stand after the name of its side. */
import { describe, expect, it } from 'vitest';
import type { Ending } from '../runtime/protocol.ts';
import { howEnded } from './howEnded.ts';

function raised(type: string): Ending {
  return {
    kind: 'raised',
    error: { type, message: 'no', frames: [], absent: null, inner: [], traceback: '' },
  };
}

describe('how a run ended', () => {
  it.each<[Ending, string]>([
    [{ kind: 'finished' }, 'finished'],
    [{ kind: 'stopped' }, 'was stopped'],
    [{ kind: 'exited', status: 3, message: '' }, 'exited with status 3'],
    [{ kind: 'capped', what: 'output', limit: 9 }, 'was cut short'],
    [{ kind: 'unable', why: 'a thread', frames: [] }, 'could not go on in this browser'],
  ])('is told of %o', (ending, words) => {
    expect(howEnded(ending)).toBe(words);
  });

  it('is the class of an exception, without its message', () => {
    expect(howEnded(raised('KeyError'))).toBe('ended with KeyError');
  });

  it('never fills the page with the name of a class', () => {
    const words = howEnded(raised('E'.repeat(5_000)));
    expect(words).toBe(`ended with ${'E'.repeat(79)}…`);
  });

  it('is a deadlock only where the waits go round in a circle', () => {
    expect(howEnded({ kind: 'stuck', waits: ['a waits for b'], cycle: [] })).toBe('got stuck');
    expect(
      howEnded({ kind: 'stuck', waits: ['a waits for b'], cycle: ['a waits for b', 'b waits for a'] }),
    ).toBe('ended in a deadlock');
  });

  it('says what crashed: Python, its memory, our code, or what the run said of itself', () => {
    const causes = ['interpreter', 'memory', 'fault', 'report'] as const;
    expect(causes.map((cause) => howEnded({ kind: 'crashed', cause, reason: 'why' }))).toEqual([
      'took the interpreter down',
      'ran out of memory',
      'was ended by a fault of Faultline',
      'reported what cannot be true',
    ]);
  });
});
