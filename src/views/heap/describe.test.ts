import { fact } from '../../testing/wire.ts';
import { describe, expect, it } from 'vitest';
import { HEAP_ROOTS } from '../../testing/scriptedHeap.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { summaryOf } from './summary.ts';
import { describeHeap } from './describe.ts';
import { insightOf } from './insight.ts';

const begin: readonly ScriptLine[] = [
  ...HEAP_ROOTS,
  [10, 'track', 'Screen', 'live objects'],
  [11, 'gauge', 'traced bytes', 100_000],
  [12, 'gauge', 'Screen', 1],
  [20, 'gauge', 'traced bytes', 5_000_000],
  [21, 'gauge', 'Screen', 50],
  [30, 'tally', 'collections', 1],
];

const leak: readonly ScriptLine[] = [
  ...begin,
  [40, 'track', 'main.py:18', 'growth'],
  [41, 'gauge', 'main.py:18', 3_700_000],
  [42, 'mark', 'main.py:18', fact('growth', { blocks: 74 }), 'note', 'main.py:18'],
  [43, 'track', 'held', 'held by'],
  [44, 'mark', 'held', fact('instance', { kind: 'Screen', attribute: null }), 'plain'],
  [45, 'mark', 'held', fact('global', { name: 'feed', module: null }), 'plain'],
  [50, 'mark', 'live objects', fact('program ended', {}), 'plain'],
];

const late: readonly ScriptLine[] = [
  ...begin,
  [40, 'gauge', 'Screen', 0],
  [41, 'tally', 'freed by the collector', 50],
  [42, 'mark', 'late garbage', fact('late garbage', { label: 'Screen', objects: 50 }), 'good'],
  [50, 'mark', 'live objects', fact('program ended', {}), 'plain'],
];

function insightAt(lines: readonly ScriptLine[], moment: number) {
  return insightOf(summaryOf(traceOf(lines).picture, moment));
}

describe('the insight of the heap', () => {
  it('distinguishes a pile of reachable objects from late garbage', () => {
    expect(insightAt(leak, 50)).toMatchObject({
      kind: 'leak',
      what: '50 Screen objects left, each still reachable.',
    });
    expect(insightAt(leak, 50).why).toContain('this is a leak, not late garbage');
    expect(insightAt(late, 50)).toMatchObject({ kind: 'late' });
    expect(insightAt(late, 50).why).toContain('late garbage, not a leak');
  });

  it('describes both where there are both', () => {
    const both = leak.toSpliced(-1, 0, [
      46,
      'mark',
      'late garbage',
      fact('late garbage', { label: 'Node', objects: 7 }),
      'good',
    ]);
    expect(insightAt(both, 50)).toMatchObject({ kind: 'leak' });
    expect(insightAt(both, 50).why).toContain('7 Node objects more only waited for the collector');
  });

  it('judges nothing before the end', () => {
    expect(insightAt(leak, 45)).toEqual({
      kind: 'running',
      what: '5.0\u00a0MB so far.',
      why: 'The collector has run once and freed nothing.',
    });
  });

  it('does not take single objects for a pile', () => {
    const clean = leak.toSpliced(-1, 0, [46, 'gauge', 'Screen', 1]);
    expect(insightAt(clean, 50)).toMatchObject({
      kind: 'clean',
      why: expect.stringContaining('1 Screen object'),
    });
  });

  it('says that the collector was off', () => {
    const off = late.toSpliced(-1, 0, [43, 'state', 'collections', 'off']);
    expect(insightAt(off, 50).why).toContain('switched the collector off');
  });
});

describe('the heap in words', () => {
  it('follows the moment', () => {
    const { picture } = traceOf(leak);
    expect(describeHeap({ picture, moment: 15 }).summary).toBe(
      '100.0\u00a0kB of memory traced. 1 Screen object alive. The collector has not run.',
    );
    const { summary, table } = describeHeap({ picture, moment: 50 });
    expect(summary).toContain('Grown most: line 18, by 3.7\u00a0MB in 74 blocks.');
    expect(summary).toContain('One held is alive because: “Screen”, held by global “feed”.');
    expect(table.rows).toContainEqual(['Screen objects', '50', '50', '–']);
    expect(table.rows).toContainEqual([
      'Growth at line 18',
      '3.7\u00a0MB',
      '–',
      '74 blocks, since a warm-up',
    ]);
  });
});
