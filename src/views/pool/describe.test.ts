import { describe, expect, it } from 'vitest';
import { emptyPicture } from '../../trace/picture.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { describePool } from './describe.ts';
import { lostConnections, sharedConnection } from '../../testing/scriptedPool.ts';

const { picture } = traceOf(lostConnections);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const described = (seconds: number) => {
  const { summary, table } = describePool({ picture, moment: seconds * 1_000_000 });
  return { summary: plain(summary), rows: table.rows.map((row) => row.map(plain)) };
};

/** The words for a shared connection of which so many checkouts ended with the last reference. */
const dropped = (most: number) => {
  let drops = most;
  const script = sharedConnection.map(
    (line): ScriptLine =>
      line[1] === 'close' && drops-- > 0 ? [line[0], 'close', line[2], 'dropped'] : line,
  );
  return describePool({ picture: traceOf(script).picture, moment: 700_000 }).summary;
};

describe('describePool', () => {
  it('says that no pool was asked', () => {
    const { summary, table } = describePool({ picture: emptyPicture(), moment: 0 });
    expect(summary).toBe(
      'No pool of SQLAlchemy has been asked for a connection. Other pools are not watched.',
    );
    expect(table.rows).toEqual([]);
  });

  it('explains an overflow below zero before anything is open', () => {
    expect(described(0.65).summary).toBe(
      'Engine: QueuePool, keeps 1, allows 2, gives up after 2 s. 0 open: 0 out, 0 idle. ' +
        'Overflow -1: 1 fewer is open than the pool keeps. 0 connections handed out so far. Nothing is out.',
    );
  });

  it('describes who waits while all connections are out, and where they were taken', () => {
    const { summary, rows } = described(1.4);
    expect(summary).toContain('2 open: 2 out, 0 idle. Overflow 1.');
    expect(summary).toContain(
      '1 request waits, the longest for 500 ms. 2 connections are out, taken at line 17.',
    );
    expect(rows).toEqual([
      ['Thread-1 (request)', 'held connection 1', 'line 17', '700 ms', '700 ms', 'still out'],
      ['Thread-2 (request)', 'held connection 2', 'line 17', '800 ms', '600 ms', 'still out'],
      ['Thread-3 (request)', 'waited', 'line 17', '900 ms', '500 ms', 'still waiting'],
    ]);
  });

  it('describes who gave up, and that only the collector helped', () => {
    expect(described(2.95).summary).toContain(
      '1 request gave up after 2.00 s. 2 connections are out, taken at line 17.',
    );
    const { summary, rows } = described(3.1);
    expect(summary).toContain('Only the garbage collector brought 2 connections back.');
    expect(rows.map((row) => row.at(-1))).toEqual([
      'brought back by the collector',
      'brought back by the collector',
      'gave up',
    ]);
  });

  it('does not call given back what came back by itself', () => {
    expect(dropped(0)).toContain('All of them are back.');
    expect(dropped(1)).toContain('All of them are back, 1 only because the last reference went.');
    expect(dropped(2)).toContain(
      'All of them are back, but nobody gave them back: each came when the last reference to it went.',
    );
  });

  it('describes each who shares a connection', () => {
    const shared = traceOf(sharedConnection).picture;
    const { summary, table } = describePool({ picture: shared, moment: 400_000 });
    expect(plain(summary)).toContain('1 connection is out');
    expect(table.rows.map(([thread, , , , length, ending]) => [thread, plain(length ?? ''), ending])).toEqual(
      [
        ['Thread-1 (hold)', '300 ms', 'still out'],
        ['Thread-2 (hold)', '100 ms', 'given back'],
      ],
    );
  });
});
