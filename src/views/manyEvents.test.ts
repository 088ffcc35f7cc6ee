/** Very many events: what a picture draws depends on its pixels, and what it looks at to do so is little. Counts, not times. */
import { describe, expect, it, vi } from 'vitest';
import { manyEvents, type Many } from '../testing/manyEvents.ts';
import { Columns } from '../trace/columns.ts';
import { NO_LEVELS } from '../trace/noItems.ts';
import { RECORD_INTS } from '../trace/vocabulary.ts';
import { Trace } from '../trace/trace.ts';
import { layOut as layOutHeap } from './heap/layout.ts';
import { linePath } from './heap/linePath.ts';
import { describePool } from './pool/describe.ts';
import { figuresAt } from './pool/figures.ts';
import { intervalsOf } from './pool/intervals.ts';
import { axisOf, rowsOf } from './pool/layout.ts';
import { describeThreads } from './threads/describe.ts';
import { sequenceOf } from './threads/model/eventSequence.ts';
import { describeTimeline } from './timeline/describe.ts';
import { layOut } from './timeline/layout.ts';
import { piecesOf } from './timeline/pieces.ts';
import { timelineChanges } from './timeline/telling.ts';

const WIDTH = 700;
const LANES = 10;

function traceOfMany(of: Many, events: number, batch = events): Trace {
  const { records, strings } = manyEvents(of, events);
  const trace = new Trace();
  for (let from = 0; from < records.length; from += batch * RECORD_INTS) {
    const taken = trace.append(records.subarray(from, from + batch * RECORD_INTS), from === 0 ? strings : []);
    if (!taken.ok) throw new Error(taken.error);
  }
  return trace;
}

/** How often the columns were asked for anything. */
function looks(act: () => void): number {
  const parts = ['timeAt', 'wordAt', 'trackAt', 'indexAt', 'aAt', 'bAt', 'placeAt'] as const;
  const spies = parts.map((part) => vi.spyOn(Columns.prototype, part));
  act();
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}

describe('the timeline of many events', () => {
  const { picture } = traceOfMany('timeline', 200_000);
  const until = picture.lastTime;
  const layout = layOut({ width: WIDTH, height: 300, lanes: LANES, horizon: until });
  const lanes = picture.lanesBelow('tasks');

  it('has at most two pieces for each pixel of a lane', () => {
    expect(lanes).toHaveLength(LANES);
    for (const lane of lanes) expect(piecesOf(lane, layout, until).length).toBeLessThanOrEqual(2 * WIDTH);
  });

  it('shows a step that held the loop, however many there are beside it', () => {
    const held = lanes
      .flatMap((lane) => piecesOf(lane, layout, until))
      .filter(({ activity }) => activity === 'held');
    const marks = lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
    expect(marks).toBeGreaterThan(3);
    expect(held.length).toBe(marks);
  });

  it('has the same pieces while only the playhead moves, and looks at next to nothing for them', () => {
    const [lane] = lanes;
    if (lane === undefined) throw new Error('there is no lane');
    const pieces = piecesOf(lane, layout, until);
    expect(looks(() => expect(piecesOf(lane, layout, until)).toBe(pieces))).toBeLessThan(20);
  });

  it('looks at a small share of the events for its words', () => {
    describeTimeline({ picture, moment: until });
    expect(looks(() => describeTimeline({ picture, moment: until * 0.6 }))).toBeLessThan(30_000);
  });

  it('finds its changes once', () => {
    const { count } = timelineChanges(picture);
    expect(count).toBeGreaterThan(100_000);
    expect(looks(() => timelineChanges(picture))).toBe(0);
  });
});

describe('the pools of many events', () => {
  const { picture } = traceOfMany('pool', 200_000);
  const until = picture.lastTime;
  const axis = axisOf(WIDTH, 0, until);
  const barsOf = () =>
    rowsOf(picture, axis, until, 12).rows.map(({ portions }) => portions.flatMap(({ bars }) => bars));

  it('have at most a few bars for each pixel of a row', () => {
    expect(barsOf()).toHaveLength(LANES);
    for (const bars of barsOf()) expect(bars.length).toBeLessThan(WIDTH);
  });

  it('show that a request gave up, however many did not', () => {
    const gaveUp = barsOf()
      .flat()
      .filter(({ interval }) => interval.outcome === 'timed out');
    expect(gaveUp.length).toBe(intervalsOf(picture).ended('wait', 'timed out').length);
    expect(gaveUp.length).toBeGreaterThan(1);
  });

  it('take each event once, and look at few to tell of a moment', () => {
    intervalsOf(picture);
    expect(looks(() => intervalsOf(picture))).toBe(0);
    expect(looks(() => figuresAt(picture, until / 2))).toBeLessThan(3_000);
    expect(looks(() => describePool({ picture, moment: until / 2 }))).toBeLessThan(40_000);
  });

  it('add up to what each interval says', () => {
    const moment = Math.floor(until * 0.7);
    const begun = [...intervalsOf(picture)].filter(({ start }) => start <= moment);
    const holds = begun.filter(({ kind }) => kind === 'hold');
    const over = ({ end }: { end: number | null }) => end !== null && end <= moment;
    const figures = figuresAt(picture, moment);
    expect(figures.begun).toBe(begun.length);
    expect(figures.checkouts).toBe(holds.length);
    expect(figures.returned).toBe(holds.filter(over).length);
    expect(figures.out).toEqual(holds.filter((hold) => !over(hold)));
  });
});

describe('the threads of many events', () => {
  it('are the same whether they come at once or bit by bit', () => {
    const [whole, bit] = [traceOfMany('threads', 20_000), traceOfMany('threads', 20_000, 333)];
    const [one, other] = [sequenceOf(whole.picture), sequenceOf(bit.picture)];
    expect(one.count).toBe(other.count);
    for (let rank = 1; rank <= one.count; rank += 97) expect(one.eventAt(rank)).toEqual(other.eventAt(rank));
  });

  it('take each event once, and look at few to tell of a moment', () => {
    const { picture } = traceOfMany('threads', 200_000);
    sequenceOf(picture);
    expect(looks(() => sequenceOf(picture))).toBe(0);
    const moment = picture.lastTime / 3;
    expect(looks(() => describeThreads({ picture, moment }))).toBeLessThan(20_000);
  });
});

describe('the heap of many events', () => {
  it('moves the end of a line without looking at the rest', () => {
    const { picture } = traceOfMany('heap', 200_000);
    const layout = layOutHeap({ width: WIDTH, height: 300, horizon: picture.lastTime, pictures: [picture] });
    const levels = picture.laneLabelled('traced bytes')?.levels ?? NO_LEVELS;
    const whole = linePath(layout, layout.bytes, levels, picture.lastTime);
    expect(whole.length).toBeLessThan(40 * WIDTH);
    expect(looks(() => linePath(layout, layout.bytes, levels, picture.lastTime / 2))).toBeLessThan(1_000);
  });
});
