import { describe, expect, it } from 'vitest';
import { lostUpdate } from '../../../testing/scriptedThreads.ts';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { sequenceOf } from './eventSequence.ts';
import { insightOf } from './insight.ts';
import { ranksNamed } from './named.ts';

describe('what a sentence about a lost update names', () => {
  it('is the read, the write of the other thread, and the write over it', () => {
    const { picture } = traceOf(lostUpdate().lines);
    const sequence = sequenceOf(picture);
    const insight = insightOf(picture, Infinity);
    if (insight === null) throw new Error('an update got lost');
    const events = ranksNamed(sequence, insight).map((rank) => sequence.eventAt(rank));
    expect(events.map((event) => event?.what.kind)).toEqual(['read', 'wrote', 'wrote']);
    expect(events[0]?.thread).toBe(events[2]?.thread);
    expect(events[1]?.thread).not.toBe(events[0]?.thread);
    expect(events[2]?.flaw?.kind).toBe('lost');
  });
});
