/** What a script gets to read: words wherever the page would show them, and everything else as it is. */
import { describe, expect, it } from 'vitest';
import { isFact, labelOf, type Label } from '../trace/facts.ts';
import { traceOf, type ScriptLine } from '../testing/scriptedTrace.ts';
import { lossOf, ONE, TWO } from '../testing/scriptedThreads.ts';
import { fact } from '../testing/wire.ts';
import { eventsInWords, inWords } from './inWords.ts';

const held: Label = labelOf(fact('lock', { name: 'lock', holder: 'T1' }));

function eventsOf(...lines: readonly ScriptLine[]) {
  const trace = traceOf(lines);
  return eventsInWords(Array.from({ length: trace.count }, (_, index) => trace.eventAt(index)));
}

describe('a value in words', () => {
  it('has a sentence for a fact', () => {
    expect(isFact(held, 'lock')).toBe(true);
    expect(inWords(held)).toBe('lock `lock`, held by T1');
  });

  it('keeps names, numbers and nothing as they are', () => {
    expect(['name', 7, true, null, undefined].map((value) => inWords(value))).toEqual([
      'name',
      7,
      true,
      null,
      undefined,
    ]);
  });

  it('has sentences however deep they lie', () => {
    const waits = [{ who: 'T2', what: held, more: { also: [held] } }];
    expect(inWords({ kind: 'stuck', waits, cycle: [] })).toEqual({
      kind: 'stuck',
      waits: [{ who: 'T2', what: 'lock `lock`, held by T1', more: { also: ['lock `lock`, held by T1'] } }],
      cycle: [],
    });
  });

  it('is another value: the one that was given keeps its facts', () => {
    const given = { what: held };
    expect(inWords(given).what).toBe('lock `lock`, held by T1');
    expect(given.what).toBe(held);
  });
});

describe('events in words', () => {
  it('are in their order, one for each', () => {
    const events = eventsOf([1, 'track', 'output'], [2, 'print', 'output', 'x'], [3, 'gauge', 'output', 4]);
    expect(events.map(({ word, time }) => [word, time])).toEqual([
      ['track', 1],
      ['print', 2],
      ['gauge', 3],
    ]);
  });

  it('say what a mark tells of, and what a state waits for', () => {
    const events = eventsOf(
      [1, 'track', 'T1'],
      [2, 'mark', 'T1', fact('wrote', { variable: 'counter', value: '41' }), 'plain'],
      [3, 'state', 'T1', 'waiting', fact('lock', { name: 'lock', holder: 'T2' })],
      [4, 'state', 'T1', 'running'],
    );
    expect(events[1]).toMatchObject({ word: 'mark', name: 'wrote counter = 41' });
    expect(events[2]).toMatchObject({ word: 'state', detail: 'lock `lock`, held by T2' });
    expect(events[3]).toMatchObject({ word: 'state', detail: null });
  });

  it('tell a flaw in short on its thread, and whole where flaws are counted', () => {
    const loss = lossOf('counter', ONE, TWO, 42);
    const events = eventsOf(
      [1, 'track', 'lost updates'],
      [2, 'track', ONE],
      [3, 'mark', ONE, loss, 'bad'],
      [4, 'mark', 'lost updates', loss, 'bad'],
    );
    const [onThread, counted] = events.flatMap((event) => (event.word === 'mark' ? [event.name] : []));
    expect(onThread).toBe('lost update of counter');
    expect(counted).toContain(ONE);
    expect(counted).toContain(TWO);
  });

  it('tell other marks in short, whatever stood on a track before', () => {
    const events = eventsOf(
      [1, 'track', 'other updates'],
      [2, 'mark', 'other updates', lossOf('counter', ONE, TWO, 42), 'bad'],
    );
    expect(events[1]).toMatchObject({ name: 'lost update of counter' });
  });
});
