/** The sentences of the heap view, for none, one and many. Figures and their units stand on one line. */
import { describe, expect, it } from 'vitest';
import { heapWords as words } from './heap.ts';

const GAP = '\u00a0';

describe('what the collector has done', () => {
  it('is that it has not run, whatever else was counted', () => {
    expect(words.collector(0, 0)).toBe('The collector has not run.');
    expect(words.collector(0, 7)).toBe('The collector has not run.');
  });

  it('is told as once, or as so many times', () => {
    expect(words.collector(1, 0)).toBe('The collector has run once and freed nothing.');
    expect(words.collector(2, 0)).toBe('The collector has run 2 times and freed nothing.');
    expect(words.collector(1_200, 3)).toBe('The collector has run 1,200 times and freed 3 objects.');
  });

  it('is one object, or several', () => {
    expect(words.collector(1, 1)).toBe('The collector has run once and freed 1 object.');
    expect(words.rows.freed(0)).toBe('0 objects freed');
    expect(words.rows.freed(1)).toBe('1 object freed');
  });
});

describe('objects of a class', () => {
  it('are counted by the name of the class', () => {
    expect(words.alive(0, 'Node')).toBe('0 Node objects alive.');
    expect(words.alive(1, 'Node')).toBe('1 Node object alive.');
    expect(words.alive(20_000, 'Node')).toBe('20,000 Node objects alive.');
  });

  it('that are left are called reachable, those that were freed late are not', () => {
    expect(words.leak(1, 'Node')).toBe('1 Node object left, each still reachable.');
    expect(words.late(2, 'Node')).toBe('2 Node objects only waited for the collector.');
    expect(words.lateToo(1, 'Edge')).toBe(
      '1 Edge object more only waited for the collector, and its last run freed them.',
    );
  });

  it('of further classes are in the table', () => {
    expect(words.moreClasses(1)).toBe('1 more class is in the table.');
    expect(words.moreClasses(4)).toBe('4 more classes are in the table.');
  });
});

describe('a calm end', () => {
  it('says that nothing of the program is left, or what', () => {
    expect(words.cleanWhy([])).toBe('No object of the program’s own classes is left at the end.');
    expect(words.cleanWhy(['1 Cache object'])).toBe(
      'Of the program’s own objects there is left: 1 Cache object.',
    );
    expect(words.cleanWhy(['1 Cache object', '1 Pool object'])).toBe(
      'Of the program’s own objects there are left: 1 Cache object, 1 Pool object.',
    );
  });
});

describe('a chain of holders', () => {
  it('is spoken from the object to the name that holds it', () => {
    expect(words.chain.spoken('Node', ['list “queue”', 'global “queue”'])).toBe(
      'One Node is alive because: list “queue”, held by global “queue”.',
    );
  });

  it('leaves the object itself out in the row of its class', () => {
    expect(words.rows.held(['Node object', 'list “queue”', 'global “queue”'])).toBe(
      'held by list “queue”, held by global “queue”',
    );
  });
});

describe('memory', () => {
  it('is told with its unit', () => {
    expect(words.traced(0)).toBe(`0${GAP}B of memory traced.`);
    expect(words.soFar(12_400)).toBe(`12.4${GAP}kB so far.`);
    expect(words.grew('main.py line 4', 5_000_000, '50 blocks')).toBe(
      `Grown most: main.py line 4, by 5.0${GAP}MB in 50 blocks.`,
    );
  });

  it('has a caption with its moment', () => {
    expect(words.caption(0)).toBe(`Memory at 0${GAP}s`);
    expect(words.caption(1_500_000)).toBe(`Memory at 1.50${GAP}s`);
  });
});
