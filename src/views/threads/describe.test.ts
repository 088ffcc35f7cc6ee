import { describe, expect, it } from 'vitest';
import { emptyPicture } from '../../trace/picture.ts';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { describeThreads } from './describe.ts';
import { deadlock, locked, lostUpdate, many, type ScriptedRun } from '../../testing/scriptedThreads.ts';

const described = (scripted: ScriptedRun, moment = Infinity) =>
  describeThreads({ picture: traceOf(scripted.lines).picture, moment });

describe('describeThreads', () => {
  it('says that nothing has happened', () => {
    expect(describeThreads({ picture: emptyPicture(), moment: 0 })).toMatchObject({
      summary: 'No thread has reported anything yet.',
      table: { rows: [] },
    });
  });

  it('sums up threads, switches, what was lost, and the last value', () => {
    expect(described(lostUpdate()).summary).toBe(
      '3 threads: 3 done. 5 switches between them, 2 by preemption. 1 lost update. counter is 43.',
    );
    expect(described(locked()).summary).toContain('1 by preemption. counter is 43.');
  });

  it('says who waits for what at the moment', () => {
    expect(described(deadlock()).summary).toContain(
      'Thread-1 (one) waits for lock “b”, held by Thread-2 (two), at line 8. ' +
        'Thread-2 (two) waits for lock “a”, held by Thread-1 (one), at line 13.',
    );
    expect(described(deadlock(), 15).summary).not.toContain('waits for lock');
  });

  it('knows no thread before it started', () => {
    expect(described(lostUpdate(), 15).summary).toMatch(/^2 threads: 2 under way\./);
  });

  it('lists the events in order', () => {
    const { rows, caption } = described(lostUpdate()).table;
    expect(rows).toHaveLength(19);
    expect(rows[13]).toEqual([
      '14',
      'Thread-1 (work)',
      'writes counter: 42 (lost update of counter)',
      'line 8',
    ]);
    expect(caption).toBe('Events 1 to 19; the playhead is after event 19');
  });

  it('keeps the table to the events around the playhead, and says how many there are', () => {
    const scripted = many(10, 100, false);
    const { picture } = traceOf(scripted.lines);
    const { rows, caption } = describeThreads({ picture, moment: scripted.now / 2 }).table;
    expect(rows).toHaveLength(500);
    const [first, last] = [Number(rows[0]?.[0]), Number(rows.at(-1)?.[0])];
    const playhead = Number(/after event ([\d,]+)/.exec(caption)?.[1]?.replace(',', ''));
    expect(first).toBeLessThan(playhead);
    expect(last).toBeGreaterThan(playhead);
    expect(caption).toMatch(/[\d,]+ more are not listed$/);
    const atEnd = describeThreads({ picture, moment: Infinity }).table.rows;
    expect(atEnd).toHaveLength(500);
  });
});
