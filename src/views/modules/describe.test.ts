/** The modules in words and as a table, for those who do not see the picture. */
import { describe, expect, it } from 'vitest';
import { CIRCLE, SENTENCE } from '../../testing/scriptedImports.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { fact } from '../../testing/wire.ts';
import { emptyPicture } from '../../trace/picture.ts';
import { describeModules, staticWords } from './describe.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const told = (lines: readonly ScriptLine[], moment: number) => {
  const { summary, table } = describeModules({ picture: traceOf(lines).picture, moment });
  return {
    summary: plain(summary),
    caption: plain(table.caption),
    rows: table.rows.map((row) => row.map(plain)),
  };
};

const cycleOf = (...modules: readonly string[]) => fact('static cycle', { modules });

const cyclesFound = (...cycles: readonly string[]) =>
  traceOf([
    [0, 'track', 'static cycles'],
    ...cycles.map((cycle, index): ScriptLine => [1 + index, 'mark', 'static cycles', cycle, 'note']),
  ]).picture.laneLabelled('static cycles');

describe('the modules in words', () => {
  it('are none before any has begun', () => {
    expect(describeModules({ picture: emptyPicture(), moment: 0 })).toMatchObject({
      summary: 'No module has begun.',
      table: { rows: [] },
    });
  });

  it('are counted by their state, the back edge told, and what the source says', () => {
    const { summary, caption } = told(CIRCLE, 41);
    expect(summary).toBe(
      '3 modules: 2 initialising, 1 failed. ' +
        '1 import went back to a module that was still initialising. ' +
        `${SENTENCE.replaceAll(/`([^`]*)`/g, '“$1”')} ` +
        'In the source: a module-level cycle, customers → orders → customers.',
    );
    expect(caption).toBe('Modules up to 41 µs');
  });

  it('have no back edge before there was one', () => {
    expect(told(CIRCLE, 30).summary).toBe(
      '3 modules: 1 not there yet, 2 initialising. In the source: a module-level cycle, customers → orders → customers.',
    );
  });
});

describe('the table', () => {
  it('has a row for each module, with a dash for what is not known', () => {
    expect(told(CIRCLE, 25).rows).toEqual([
      ['__main__', 'initialising', '–', '1', '15 µs', '10 µs', '–'],
      ['orders', 'initialising', '__main__', '1', '5 µs', '5 µs', '–'],
      ['customers', 'not there yet', 'orders', '0', '–', '–', '–'],
    ]);
  });

  it('tells who asked and what was missed', () => {
    expect(told(CIRCLE, 60).rows[1]).toEqual([
      'orders',
      'removed again',
      '__main__, customers',
      '1',
      '30 µs',
      '20 µs',
      'Order',
    ]);
  });

  it('counts the askers beyond ten', () => {
    const names = Array.from({ length: 12 }, (_, index) => `m${index}`);
    const lines: readonly ScriptLine[] = [
      [0, 'track', 'modules'],
      [1, 'track', 'wanted', 'modules'],
      ...names.map((name, index): ScriptLine => [10 + index, 'track', name, 'modules']),
      ...names.map((name, index): ScriptLine => [50 + index, 'link', name, 'wanted', 'import wanted']),
    ];
    expect(told(lines, 99).rows[0]?.[2]).toBe('m0, m1, m2, m3, m4, m5, m6, m7, m8, m9 and 2 more');
  });

  it('ends after three hundred modules', () => {
    const lines: readonly ScriptLine[] = [
      [0, 'track', 'modules'],
      ...Array.from({ length: 301 }, (_, index): ScriptLine => [1 + index, 'track', `m${index}`, 'modules']),
    ];
    expect(told(lines, 999).rows).toHaveLength(300);
  });
});

describe('cycles in the source', () => {
  it('are none, one, or one and so many more', () => {
    expect(staticWords(null)).toBe('In the source: no cycle of module-level imports.');
    expect(staticWords(cyclesFound())).toBe('In the source: no cycle of module-level imports.');
    expect(staticWords(cyclesFound(cycleOf('a', 'b', 'a')))).toBe(
      'In the source: a module-level cycle, a → b → a.',
    );
    expect(staticWords(cyclesFound(cycleOf('a', 'b', 'a'), cycleOf('c', 'd', 'c'), cycleOf('e', 'e')))).toBe(
      'In the source: a module-level cycle, a → b → a. 2 more cycles.',
    );
  });
});
