import type { Label } from './facts.ts';
import { describe, expect, it } from 'vitest';
import { Script, traceOf, type ScriptLine } from '../testing/scriptedTrace.ts';
import { emptyPicture, type Picture } from './picture.ts';
import type { Items } from './items.ts';
import { Trace } from './trace.ts';

const lines: readonly ScriptLine[] = [
  [0, 'track', 'threads'],
  [1, 'track', 'one', 'threads'],
  [2, 'open', 'one', 'outer'],
  [3, 'track', 'two', 'threads'],
  [4, 'open', 'one', 'inner'],
  [5, 'state', 'two', 'running'],
  [6, 'mark', 'one', 'first', 'plain'],
  [7, 'state', 'two', 'waiting'],
  [8, 'link', 'two', 'one', 'wakes'],
  [9, 'gauge', 'threads', 2],
  [10, 'print', 'one', 'hello\n'],
  [11, 'close', 'one', 'done'],
  [12, 'mark', 'one', 'second', 'plain'],
  [13, 'tally', 'threads', 1],
  [14, 'print', 'two', 'bye\n'],
  [15, 'close', 'one', 'failed'],
];

/** What the picture holds of an event, found by the stream; its time as the lane knows it. */
function itemAt({ stream, lanes, prints }: Picture, event: number): { what: Label; time: number | null } {
  const word = stream.wordAt(event);
  const lane = lanes[stream.trackAt(event)];
  const index = stream.indexAt(event);
  const of = <Item>(items: Pick<Items<Item>, 'at'> | undefined) => {
    const item = items?.at(index);
    if (item === undefined) throw new Error(`event ${event} stands nowhere`);
    return item;
  };
  switch (word) {
    case 'track':
      return { what: of(lanes).label, time: of(lanes).since };
    case 'open':
      return { what: of(lane?.spans).name, time: of(lane?.spans).start };
    case 'close':
      return { what: of(lane?.spans).name, time: of(lane?.spans).end };
    case 'state':
      return { what: of(lane?.stretches).state, time: of(lane?.stretches).start };
    case 'mark':
      return { what: of(lane?.marks).name, time: of(lane?.marks).time };
    case 'gauge':
      return { what: String(of(lane?.levels).value), time: of(lane?.levels).time };
    case 'tally':
      return { what: String(of(lane?.totals).total), time: of(lane?.totals).time };
    case 'link':
      return { what: of(lane?.links).why, time: of(lane?.links).time };
    case 'print':
      return { what: of(prints).text, time: of(prints).time };
  }
}

function described(picture: Picture): string[] {
  return Array.from({ length: picture.stream.count }, (_, event) => {
    const { what, time } = itemAt(picture, event);
    expect(time).toBe(picture.stream.timeAt(event));
    return `${picture.stream.wordAt(event)} ${typeof what === 'string' ? what : what.fact}`;
  });
}

describe('the ordered stream', () => {
  it('is empty before the first event', () => {
    expect(emptyPicture().stream.count).toBe(0);
  });

  it('leads from each event, in the order in which they came, to what the picture holds of it', () => {
    expect(described(traceOf(lines).picture)).toEqual([
      'track threads',
      'track one',
      'open outer',
      'track two',
      'open inner',
      'state running',
      'mark first',
      'state waiting',
      'link wakes',
      'gauge 2',
      'print hello\n',
      'close inner',
      'mark second',
      'tally 1',
      'print bye\n',
      'close outer',
    ]);
  });

  it('grows with the run, and keeps what it has reported', () => {
    const [trace, script] = [new Trace(), new Script()];
    const { picture } = trace;
    const counts: number[] = [];
    for (let at = 0; at < lines.length; at += 5) {
      const { records, strings } = script.write(lines.slice(at, at + 5));
      trace.append(records, strings);
      counts.push(picture.stream.count);
    }
    expect(counts).toEqual([5, 10, 15, 16]);
    expect(described(picture)).toEqual(described(traceOf(lines).picture));
  });

  it('takes nothing of a batch that does not hold', () => {
    const trace = new Trace();
    const { records, strings } = new Script().write(lines.slice(0, 3));
    records[16] = 99;
    expect(trace.append(records, strings).ok).toBe(false);
    expect(trace.picture.stream.count).toBe(0);
  });

  it('holds more events than fit into one piece of memory', () => {
    const many: ScriptLine[] = Array.from({ length: 20_000 }, (_, index) => [
      2 + index,
      'gauge',
      'level',
      index,
    ]);
    const { picture } = traceOf([[0, 'track', 'other'], [1, 'track', 'level'], ...many]);
    expect(picture.stream.count).toBe(20_002);
    expect(picture.stream.trackAt(20_001)).toBe(1);
    expect(itemAt(picture, 20_001)).toEqual({ what: '19999', time: 20_001 });
  });
});
