import { describe, expect, it } from 'vitest';
import { emptyPicture } from '../../../trace/picture.ts';
import { Script, traceOf } from '../../../testing/scriptedTrace.ts';
import { Trace } from '../../../trace/trace.ts';
import { orderOf, type Order } from './eventSequence.ts';
import {
  deadlock,
  locked,
  lostUpdate,
  MAIN,
  many,
  ONE,
  Story,
  TWO,
} from '../../../testing/scriptedThreads.ts';

const orderIn = (story: Story) => orderOf(traceOf(story.lines).picture);

/** Every event as `thread: kind`, in order. */
const told = (order: Order) =>
  Array.from({ length: order.count }, (_, index) => {
    const event = order.eventAt(index + 1);
    return `${order.threads[event?.thread ?? -1]?.lane.label}: ${event?.what.kind}`;
  });

/** `running 3-7` for each spell of a thread. */
const spellsOf = (order: Order, label: string) => {
  const course = order.threads.find((row) => row.lane.label === label)?.course;
  return Array.from({ length: course?.count ?? 0 }, (_, index) => {
    const spell = course?.spell(index, order.count);
    return `${spell?.state} ${spell?.from}-${spell?.to}`;
  });
};

describe('the order of events', () => {
  it('is empty without a run', () => {
    expect(orderOf(emptyPicture()).count).toBe(0);
    expect(orderOf(emptyPicture()).rankAt(1_000)).toBe(0);
  });

  it('gives a rank to what threads did, and none to switching out, gauges and tallies', () => {
    expect(told(orderIn(lostUpdate())).slice(0, 12)).toEqual([
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
    const order = orderIn(lostUpdate());
    expect(spellsOf(order, ONE)).toEqual([
      'ready 2-5',
      'running 5-9',
      'ready 9-12',
      'running 12-14',
      'over 14-19',
    ]);
    expect(spellsOf(order, TWO).slice(0, 3)).toEqual(['ready 3-9', 'running 9-12', 'ready 12-14']);
    expect(spellsOf(order, MAIN)[1]).toBe('waiting 4-14');
  });

  it('counts what had happened by a moment, with all that belongs to an event', () => {
    const order = orderIn(lostUpdate());
    const write = order.eventAt(14);
    expect(write?.what).toEqual({ kind: 'wrote', of: 'counter', value: '42' });
    expect(write?.flaw).toEqual({ kind: 'lost', name: 'lost update of counter' });
    expect(order.rankAt((write?.time ?? 0) - 1)).toBe(13);
    expect(order.rankAt(write?.time ?? 0)).toBe(14);
    // The sentence of the lost update comes later than the write, and before the next event.
    expect(write?.settled).toBeGreaterThan((write?.time ?? 0) + 3);
    expect(order.rankAt(write?.settled ?? 0)).toBe(14);
  });

  it('finds the write that was overwritten', () => {
    const { overwrites } = orderIn(lostUpdate());
    expect(overwrites.map(({ by, lost }) => [by.rank, lost.rank, lost.overwritten])).toEqual([[14, 12, 14]]);
  });

  it('tells who holds a lock, from where to where, and how many wait', () => {
    const [lock] = orderIn(locked()).locks;
    const spells = [0, 1, 2].map((index) => lock?.course.spell(index, 99));
    expect(spells.map((spell) => spell?.state)).toEqual(['held', 'held', 'free']);
    expect(lock?.holders).toEqual([1, -1, 1, -1, 2, -1]);
    expect(lock?.queue.map((level) => level.waiting)).toEqual([1, 0]);
  });

  it('keeps threads waiting to the end where nobody goes on', () => {
    const order = orderIn(deadlock());
    expect(spellsOf(order, 'Thread-1 (one)').at(-1)).toBe('waiting 10-11');
    expect(spellsOf(order, 'Thread-2 (two)').at(-1)).toBe('waiting 8-11');
    expect(order.locks.map((lock) => lock.course.current)).toEqual(['held', 'held']);
  });

  it('takes no notice of a thread that was woken in vain', () => {
    const story = new Story().start(ONE).waits('lock `a`', 'main.py:3').goOn(ONE, 'main.py:2', false);
    const before = orderIn(story).count;
    story.woken(MAIN).tell((at) => [at, 'state', MAIN, 'waiting', 'lock `a`', 'main.py:3']);
    const order = orderIn(story);
    expect(order.count).toBe(before);
    expect(spellsOf(order, MAIN).at(-1)).toMatch(/^waiting/);
  });

  it('comes out the same however the events arrive', () => {
    const { lines } = many(3, 40, true);
    const [trace, script] = [new Trace(), new Script()];
    for (let at = 0; at < lines.length; at += 17) {
      const { records, strings } = script.write(lines.slice(at, at + 17));
      trace.append(records, strings);
      orderOf(trace.picture);
    }
    const [bit, whole] = [orderOf(trace.picture), orderOf(traceOf(lines).picture)];
    expect(told(bit)).toEqual(told(whole));
    for (const { lane } of whole.threads)
      expect(spellsOf(bit, lane.label)).toEqual(spellsOf(whole, lane.label));
    expect(bit.locks[0]?.holders).toEqual(whole.locks[0]?.holders);
    expect(bit.variables[0]?.changes.length).toBe(whole.variables[0]?.changes.length);
  });

  it('holds ten threads of a thousand increments each', () => {
    const order = orderIn(many(10, 1_000, true));
    expect(order.count).toBeGreaterThan(40_000);
    expect(order.variables[0]?.greatest).toBe(10_000);
    expect(order.rankAt(Infinity)).toBe(order.count);
  });
});
