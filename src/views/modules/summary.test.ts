/** What is said of each module up to a moment, of two modules that import each other. */
import { describe, expect, it } from 'vitest';
import { CIRCLE } from '../../testing/scriptedImports.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { summariesOf } from './summary.ts';

const at = (moment: number, lines: readonly ScriptLine[] = CIRCLE) =>
  summariesOf(traceOf(lines).picture.lanesBelow('modules'), moment);
const of = (module: string, moment: number) => at(moment).find((one) => one.module === module);

describe('the modules of a moment', () => {
  it('are those that have been heard of, in that order', () => {
    expect([3, 4, 12, 22].map((moment) => at(moment).map(({ module }) => module))).toEqual([
      [],
      ['__main__'],
      ['__main__', 'orders'],
      ['__main__', 'orders', 'customers'],
    ]);
  });

  it('are in the state that they had then', () => {
    expect([12, 13, 21, 51, 52].map((moment) => of('orders', moment)?.state)).toEqual([
      null,
      'absent',
      'initialising',
      'failed',
      'removed',
    ]);
  });

  it('know who had asked for them, each once', () => {
    expect([13, 14, 32].map((moment) => of('orders', moment)?.importers)).toEqual([
      [],
      ['__main__'],
      ['__main__', 'customers'],
    ]);
  });

  it('know the names that others wanted too early, and no other marks', () => {
    expect([33, 34].map((moment) => of('orders', moment)?.missed)).toEqual([[], ['Order']]);
  });
});

describe('the time in a body', () => {
  it('is what it took with and without the imports inside it', () => {
    expect(of('customers', 60)).toMatchObject({ bodies: 1, total: 10, own: 10 });
    expect(of('orders', 60)).toMatchObject({ bodies: 1, total: 30, own: 20 });
    expect(of('__main__', 60)).toMatchObject({ bodies: 1, total: 50, own: 20 });
  });

  it('goes on up to the moment', () => {
    expect(of('__main__', 25)).toMatchObject({ total: 15, own: 10 });
    expect(of('orders', 25)).toMatchObject({ total: 5, own: 5 });
    expect(of('customers', 25)).toMatchObject({ bodies: 0, total: 0, own: 0 });
  });

  it('adds up where a body runs again', () => {
    const again: readonly ScriptLine[] = [
      [0, 'track', 'modules'],
      [1, 'track', 'a', 'modules'],
      [10, 'open', 'a', 'body'],
      [15, 'close', 'a', 'failed'],
      [30, 'open', 'a', 'body'],
      [50, 'close', 'a', 'done'],
    ];
    expect(at(99, again)[0]).toMatchObject({ bodies: 2, total: 25, own: 25 });
  });
});
