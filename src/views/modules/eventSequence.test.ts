import { fact } from '../../testing/wire.ts';
import { describe, expect, it } from 'vitest';
import { Script, traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { Trace } from '../../trace/trace.ts';
import { summariesOf } from './summary.ts';
import { describeModules } from './describe.ts';
import { CIRCLE, SENTENCE } from '../../testing/scriptedImports.ts';
import { graphOf } from './graph.ts';
import { layOut, laneY, momentAt, playheadX, xOf } from './layout.ts';
import { MODULES } from './names.ts';
import { backEdgesUntil, lineAt, stateAt, sequenceOf } from './eventSequence.ts';

const { picture } = traceOf(CIRCLE);
const sequence = sequenceOf(picture);
const lanes = picture.lanesBelow(MODULES);

function importsIn(lines: readonly ScriptLine[]): number[] {
  return sequenceOf(traceOf(lines).picture).imports.map(({ time }) => time);
}

describe('the story of a circle', () => {
  it('has a lane for each module, with its body and how it ended', () => {
    expect(sequence.lanes.map(({ name }) => name)).toEqual(['__main__', 'orders', 'customers']);
    expect(sequence.lanes.map(({ bodies }) => bodies.map(({ failed }) => failed))).toEqual([
      [true],
      [true],
      [true],
    ]);
    expect(sequence.lanes.map(({ removed }) => removed)).toEqual([[], [52], [42]]);
  });

  it('knows which import leads back, and what it lacks', () => {
    const back = sequence.imports.map((edge) => edge.back);
    expect(back.slice(0, 2)).toEqual([null, null]);
    expect(back[2]).toMatchObject({ sentence: SENTENCE, bad: true, names: [], missing: 'Order' });
    expect(back[2]?.bound).toEqual({ file: 'orders.py', line: 4 });
  });

  it('describes a back edge from its moment on', () => {
    expect(backEdgesUntil(sequence, 35)).toEqual([]);
    expect(backEdgesUntil(sequence, 36)).toHaveLength(1);
  });

  it('follows the playhead', () => {
    const orders = lanes[1];
    if (orders === undefined) throw new Error('there is no lane');
    expect([12, 13, 21, 51, 52].map((moment) => stateAt(orders, moment))).toEqual([
      null,
      'absent',
      'initialising',
      'failed',
      'removed',
    ]);
    expect([23, 24].map((moment) => lineAt(orders, moment))).toEqual([null, 1]);
  });

  it('leaves out that a package is asked for, unless it asks for something itself', () => {
    const asked: readonly ScriptLine[] = [
      [0, 'track', 'modules'],
      [1, 'track', '__main__', 'modules'],
      [2, 'track', 'shop', 'modules'],
      [3, 'track', 'shop.orders', 'modules'],
      [4, 'link', '__main__', 'shop.orders', 'import shop.orders'],
      [5, 'link', '__main__', 'shop', fact('package of', { module: 'shop.orders' })],
    ];
    expect(importsIn(asked)).toEqual([4]);
    expect(importsIn([...asked, [6, 'link', 'shop', 'shop.orders', 'from .orders import x']])).toEqual([
      4, 5, 6,
    ]);
  });

  it('adds a package in its place, however late the package asks for something', () => {
    const asked: readonly ScriptLine[] = [
      [0, 'track', 'modules'],
      [1, 'track', 'back edges'],
      [2, 'track', '__main__', 'modules'],
      [3, 'track', 'shop', 'modules'],
      [4, 'track', 'shop.orders', 'modules'],
      [5, 'link', '__main__', 'shop.orders', 'import shop.orders'],
      [6, 'link', '__main__', 'shop', fact('package of', { module: 'shop.orders' })],
      [7, 'mark', 'back edges', 'too early', 'bad'],
    ];
    const [trace, script] = [new Trace(), new Script()];
    const take = (lines: readonly ScriptLine[]) => {
      const { records, strings } = script.write(lines);
      trace.append(records, strings);
      const { imports, times, count } = sequenceOf(trace.picture);
      return { imports: imports.map(({ time, back }) => [time, back?.sentence]), times: [...times], count };
    };
    expect(take(asked)).toEqual({ imports: [[5, 'too early']], times: [5], count: 1 });
    expect(take([[8, 'link', 'shop', 'shop.orders', 'from .orders import x']])).toEqual({
      imports: [
        [5, undefined],
        [6, 'too early'],
        [8, undefined],
      ],
      times: [5, 6, 8],
      count: 3,
    });
  });

  it('comes out the same however the events arrive', () => {
    const [trace, script] = [new Trace(), new Script()];
    for (const line of CIRCLE) {
      const { records, strings } = script.write([line]);
      trace.append(records, strings);
      sequenceOf(trace.picture);
    }
    const { imports, times, count, drawn } = sequenceOf(trace.picture);
    expect({ imports, times, count, drawn }).toEqual({
      imports: sequence.imports,
      times: sequence.times,
      count: sequence.count,
      drawn: sequence.drawn,
    });
  });

  it('draws the first 400 events, and counts the others', () => {
    const lines: ScriptLine[] = [
      [0, 'track', 'modules'],
      [1, 'track', 'again', 'modules'],
    ];
    for (let time = 10; time < 1_010; time += 2) {
      lines.push([time, 'open', 'again', 'body'], [time + 1, 'close', 'again', 'done']);
    }
    const { times, count, drawn } = sequenceOf(traceOf(lines).picture);
    expect([times.length, times.at(-1), count]).toEqual([400, 409, 1_000]);
    expect(drawn.lanes[0]?.bodies).toHaveLength(200);
  });

  it('is made once for each run', () => {
    expect(sequenceOf(picture)).toBe(sequence);
  });
});

describe('the track', () => {
  const layout = layOut({ width: 400, height: 200, lanes: 3, times: sequence.times, events: 20 });

  it('has one step an event, on the scale of the longer side', () => {
    expect(sequence.times).toEqual([10, 14, 20, 24, 30, 32, 40, 42, 50, 52, 60]);
    expect(layout.step).toBeCloseTo((layout.right - layout.left) / 20);
    expect(xOf(layout, 20) - xOf(layout, 14)).toBeCloseTo(layout.step);
    expect(laneY(layout, 1) - laneY(layout, 0)).toBe(laneY(layout, 2) - laneY(layout, 1));
  });

  it('finds the event at a point, and the playhead after what it has passed', () => {
    for (const time of sequence.times) expect(momentAt(layout, xOf(layout, time))).toBe(time);
    expect(momentAt(layout, -100)).toBe(10);
    expect(momentAt(layout, 4000)).toBe(60);
    expect(playheadX(layout, 25)).toBeGreaterThan(xOf(layout, 24));
    expect(playheadX(layout, 25)).toBeLessThan(xOf(layout, 30));
  });

  it('has no moment where nothing has happened', () => {
    expect(momentAt(layOut({ width: 400, height: 200, lanes: 0, times: [], events: 0 }), 100)).toBeNull();
  });
});

describe('the graph', () => {
  const graph = graphOf(sequence.imports, 3, { width: 260, height: 200 });

  it('puts a module below who asked for it first', () => {
    const rows = graph.nodes.map(({ y }) => y);
    expect(rows).toEqual(rows.toSorted((one, other) => one - other));
    expect(new Set(rows).size).toBe(3);
  });

  it('leads the back edge up', () => {
    expect(graph.edges.map(({ lands }) => lands)).toEqual(['above', 'above', 'right']);
  });

  it('keeps within its width', () => {
    for (const width of [150, 260, 600]) {
      for (const { x, width: wide } of graphOf(sequence.imports, 3, { width, height: 200 }).nodes) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('the view in words', () => {
  it('describes states, the back edge and the source', () => {
    const { summary, table } = describeModules({ picture, moment: 70 });
    expect(summary).toBe(
      `3 modules: 1 failed, 2 removed again. 1 import went back to a module that was still initialising. ${SENTENCE.replaceAll(/`(\w+)`/g, '“$1”')} In the source: a module-level cycle, customers → orders → customers.`,
    );
    expect(table.rows[1]?.slice(0, 4)).toEqual(['orders', 'removed again', '__main__, customers', '1']);
    expect(table.rows[1]?.at(-1)).toBe('Order');
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });

  it('describes what has happened by the moment, and no more', () => {
    const { summary } = describeModules({ picture, moment: 31 });
    expect(summary).toContain('3 modules: 3 initialising.');
    expect(summary).not.toContain('too early');
  });

  it('says that nothing has begun', () => {
    expect(describeModules({ picture: traceOf([]).picture, moment: 0 }).summary).toBe('No module has begun.');
  });

  it('gives each moment to the innermost body', () => {
    const summaries = summariesOf(lanes, 60);
    expect(summaries.map(({ total }) => total)).toEqual([50, 30, 10]);
    expect(summaries.map(({ own }) => own)).toEqual([20, 20, 10]);
  });
});
