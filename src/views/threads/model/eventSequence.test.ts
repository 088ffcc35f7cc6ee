import { describe, expect, it } from 'vitest';
import { emptyPicture } from '../../../trace/picture.ts';
import { Script, traceOf } from '../../../testing/scriptedTrace.ts';
import { Trace } from '../../../trace/trace.ts';
import { sequenceOf, type EventSequence } from './eventSequence.ts';
import type { LockRow } from './rows.ts';
import {
  deadlock,
  locked,
  lostUpdate,
  MAIN,
  many,
  ONE,
  ScriptedRun,
  TWO,
} from '../../../testing/scriptedThreads.ts';

const sequenceIn = (scripted: ScriptedRun) => sequenceOf(traceOf(scripted.lines).picture);

/** Every event as `thread: kind`, in sequence. */
const listed = (sequence: EventSequence) =>
  Array.from({ length: sequence.count }, (_, index) => {
    const event = sequence.eventAt(index + 1);
    return `${sequence.threads[event?.thread ?? -1]?.lane.label}: ${event?.what.kind}`;
  });

/** `running 3-7` for each segment of a thread. */
const segmentsOf = (sequence: EventSequence, label: string) => {
  const segments = sequence.threads.find((row) => row.lane.label === label)?.segments;
  return Array.from({ length: segments?.count ?? 0 }, (_, index) => {
    const segment = segments?.segment(index, sequence.count);
    return `${segment?.state} ${segment?.from}-${segment?.to}`;
  });
};

const holdersOf = (lock: LockRow | undefined) =>
  Array.from({ length: lock?.holders.length ?? 0 }, (_, index) => lock?.holders.at(index));

describe('the order of events', () => {
  it('is empty without a run', () => {
    expect(sequenceOf(emptyPicture()).count).toBe(0);
    expect(sequenceOf(emptyPicture()).rankAt(1_000)).toBe(0);
  });

  it('gives a rank to what threads did, and none to switching out, gauges and tallies', () => {
    expect(listed(sequenceIn(lostUpdate())).slice(0, 12)).toEqual([
      `${MAIN}: running`,
      `${MAIN}: wrote`,
      `${ONE}: started`,
      `${TWO}: started`,
      `${MAIN}: waiting`,
      `${ONE}: running`,
      `${ONE}: read`,
      `${ONE}: wrote`,
      `${ONE}: read`,
      `${TWO}: running`,
      `${TWO}: read`,
      `${TWO}: wrote`,
    ]);
  });

  it('lets one thread go on where the other was switched out', () => {
    const sequence = sequenceIn(lostUpdate());
    expect(segmentsOf(sequence, ONE)).toEqual([
      'ready 2-5',
      'running 5-9',
      'ready 9-12',
      'running 12-14',
      'over 14-19',
    ]);
    expect(segmentsOf(sequence, TWO).slice(0, 3)).toEqual(['ready 3-9', 'running 9-12', 'ready 12-14']);
    expect(segmentsOf(sequence, MAIN)[1]).toBe('waiting 4-14');
  });

  it('counts what had happened by a moment, with all that belongs to an event', () => {
    const sequence = sequenceIn(lostUpdate());
    const write = sequence.eventAt(14);
    expect(write?.what).toEqual({ kind: 'wrote', of: 'counter', value: '42' });
    expect(write?.flaw).toMatchObject({
      kind: 'lost',
      name: { fact: 'lost update', fields: { variable: 'counter' } },
    });
    expect(sequence.rankAt((write?.time ?? 0) - 1)).toBe(13);
    expect(sequence.rankAt(write?.time ?? 0)).toBe(14);
    // The sentence of the lost update comes later than the write, and before the next event.
    expect(write?.settled).toBeGreaterThan((write?.time ?? 0) + 3);
    expect(sequence.rankAt(write?.settled ?? 0)).toBe(14);
  });

  it('finds the write that was overwritten', () => {
    const sequence = sequenceIn(lostUpdate());
    expect(sequence.overwrites).toEqual([{ by: 14, lost: 12 }]);
    expect(sequence.eventAt(12)?.overwritten).toBe(14);
  });

  it('describes who holds a lock, from where to where, and how many wait', () => {
    const [lock] = sequenceIn(locked()).locks;
    const segments = [0, 1, 2].map((index) => lock?.segments.segment(index, 99));
    expect(segments.map((segment) => segment?.state)).toEqual(['held', 'held', 'free']);
    expect(holdersOf(lock)).toEqual([1, -1, 1, -1, 2, -1]);
    expect([0, 1, 2].map((index) => lock?.queue.waitingAt(index))).toEqual([1, 0, 0]);
  });

  it('keeps threads waiting to the end where nobody goes on', () => {
    const sequence = sequenceIn(deadlock());
    expect(segmentsOf(sequence, 'Thread-1 (one)').at(-1)).toBe('waiting 10-11');
    expect(segmentsOf(sequence, 'Thread-2 (two)').at(-1)).toBe('waiting 8-11');
    expect(sequence.locks.map((lock) => lock.segments.current)).toEqual(['held', 'held']);
  });

  it('takes no notice of a thread that was woken in vain', () => {
    const scripted = new ScriptedRun()
      .start(ONE)
      .waits('lock `a`', 'main.py:3')
      .goOn(ONE, 'main.py:2', false);
    const before = sequenceIn(scripted).count;
    scripted.woken(MAIN).add((at) => [at, 'state', MAIN, 'waiting', 'lock `a`', 'main.py:3']);
    const sequence = sequenceIn(scripted);
    expect(sequence.count).toBe(before);
    expect(segmentsOf(sequence, MAIN).at(-1)).toMatch(/^waiting/);
  });

  it('comes out the same however the events arrive', () => {
    const { lines } = many(3, 40, true);
    const [trace, script] = [new Trace(), new Script()];
    for (let at = 0; at < lines.length; at += 17) {
      const { records, strings } = script.write(lines.slice(at, at + 17));
      trace.append(records, strings);
      sequenceOf(trace.picture);
    }
    const [bit, whole] = [sequenceOf(trace.picture), sequenceOf(traceOf(lines).picture)];
    expect(listed(bit)).toEqual(listed(whole));
    for (const { lane } of whole.threads)
      expect(segmentsOf(bit, lane.label)).toEqual(segmentsOf(whole, lane.label));
    expect(holdersOf(bit.locks[0])).toEqual(holdersOf(whole.locks[0]));
    expect(bit.variables[0]?.changes.length).toBe(whole.variables[0]?.changes.length);
  });

  it('holds ten threads of a thousand increments each', () => {
    const sequence = sequenceIn(many(10, 1_000, true));
    expect(sequence.count).toBeGreaterThan(40_000);
    expect(sequence.variables[0]?.greatest).toBe(10_000);
    expect(sequence.rankAt(Infinity)).toBe(sequence.count);
  });
});
