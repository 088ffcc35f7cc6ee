/** The sentences of the modules view, for none, one and many. */
import { describe, expect, it } from 'vitest';
import { modules as words } from './modules.ts';

describe('modules', () => {
  it('are counted, and counted by what has become of them', () => {
    expect([0, 1, 1_000].map(words.modules)).toEqual(['0 modules', '1 module', '1,000 modules']);
    expect(words.inState(2, 'ready')).toBe('2 ready');
    expect(words.inState(1, 'removed')).toBe('1 removed again');
    expect(words.inState(3, 'absent')).toBe('3 not there yet');
  });

  it('that are not drawn are counted', () => {
    expect(words.more(1)).toBe('1 more module is not drawn.');
    expect(words.more(12)).toBe('12 more modules are not drawn.');
  });
});

describe('back edges', () => {
  it('are told as imports that went back', () => {
    expect(words.backEdges(0)).toBe('0 imports went back to a module that was still initialising.');
    expect(words.backEdges(1)).toBe('1 import went back to a module that was still initialising.');
  });

  it('begin the insight, which tells of the last one where there are several', () => {
    expect(words.insight.count(1)).toBe('A back edge:');
    expect(words.insight.count(3)).toBe('3 back edges; the last:');
  });

  it('name what a module lacked', () => {
    expect(words.wants('Order')).toBe('wants Order');
    expect(words.insight.missing('Order')).toBe('Order: missing');
    expect(words.insight.names('orders')).toBe('Names of orders so far');
  });
});

describe('cycles in the source', () => {
  it('are told with how many more there are', () => {
    expect(words.static.cycle('orders → customers → orders')).toBe(
      'a module-level cycle, orders → customers → orders.',
    );
    expect([1, 2].map(words.static.more)).toEqual(['1 more cycle.', '2 more cycles.']);
  });
});

describe('names in a list', () => {
  it('end with how many are left out, where any are', () => {
    expect(words.listed(['a'], 0)).toBe('a');
    expect(words.listed(['a', 'b'], 0)).toBe('a, b');
    expect(words.listed(['a', 'b'], 1_000)).toBe('a, b and 1,000 more');
  });
});

describe('the axis', () => {
  it('says that it is not to scale, and how much of the run it holds', () => {
    expect(words.axis(1)).toBe('1 event in order, not to time scale');
    expect(words.axis(2_000)).toBe('2,000 events in order, not to time scale');
    expect(words.axisCut(400, 12_000)).toBe('the first 400 of 12,000 events in order, not to time scale');
  });

  it('ends at the moment of the caption', () => {
    expect(words.caption(420)).toBe('Modules up to 420\u00a0µs');
  });
});
