/** Small pieces that several pictures share: where something is, the gutter, and the names of threads. */
import { describe, expect, it } from 'vitest';
import { gutterOf } from './gutter.ts';
import { splitThread } from './splitThread.ts';
import { wherever } from './wherever.ts';

const main = (line: number) => ({ file: 'main.py', line });
const orders = (line: number) => ({ file: 'shop/orders.py', line });

describe('where something is', () => {
  it('is a line while everything is in one file', () => {
    const where = wherever([main(3), null, main(9)]);
    expect(where(main(4))).toBe('line 4');
  });

  it('is a file and a line as soon as there are two files', () => {
    const where = wherever([main(3), null, orders(9)]);
    expect([where(main(4)), where(orders(9))]).toEqual(['main.py line 4', 'shop/orders.py line 9']);
  });

  it('is nowhere without a place', () => {
    expect(wherever([])(null)).toBe('');
    expect(wherever([main(1), orders(1)])(null)).toBe('');
  });

  it('looks no further than the second file', () => {
    let looked = 0;
    function* places() {
      for (const place of [main(1), orders(1), main(2), main(3)]) {
        looked += 1;
        yield place;
      }
    }
    wherever(places());
    expect(looked).toBe(2);
  });
});

describe('the gutter', () => {
  it('is small in a narrow figure', () => {
    expect([0, 320, 439].map(gutterOf)).toEqual([76, 76, 76]);
  });

  it('grows with the width, up to a limit', () => {
    expect([440, 500, 534, 2_000].map(gutterOf)).toEqual([113, 133, 144, 144]);
  });
});

describe('the name of a thread', () => {
  it.each([
    ['Thread-1 (work)', 'Thread-1', ' (work)'],
    ['Thread-1 (work (twice))', 'Thread-1', ' (work (twice))'],
    ['MainThread', 'MainThread', ''],
    [' (work)', ' (work)', ''],
    ['my thread', 'my thread', ''],
    ['', '', ''],
  ])('%j has two parts', (label, name, runs) => {
    expect(splitThread(label)).toEqual({ name, runs });
  });
});
