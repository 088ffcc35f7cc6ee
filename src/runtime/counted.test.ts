/** Lists whose length is looked at before any of their items. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { countedItems, countedList } from './counted.ts';

const isText = (item: unknown) => typeof item === 'string';

describe('a counted list', () => {
  const schema = countedList(v.string(), 2);

  it('has at most so many items, each of which fits', () => {
    expect([[], ['a'], ['a', 'b']].map((list) => v.is(schema, list))).toEqual([true, true, true]);
    expect(
      [
        ['a', 'b', 'c'],
        ['a', 1],
      ].map((list) => v.is(schema, list)),
    ).toEqual([false, false]);
  });

  it.each([null, undefined, 'ab', { length: 1, 0: 'a' }, new Set(['a'])])('is not %o', (value) => {
    expect(v.is(schema, value)).toBe(false);
  });

  it('looks at no item of a list that is too long', () => {
    let looked = 0;
    const counting = v.pipe(
      v.unknown(),
      v.check(() => {
        looked += 1;
        return true;
      }),
    );
    expect(v.is(countedList(counting, 2), [1, 2, 3])).toBe(false);
    expect(looked).toBe(0);
    expect(v.is(countedList(counting, 3), [1, 2, 3])).toBe(true);
    expect(looked).toBe(3);
  });
});

describe('many small items', () => {
  it('are checked by hand, one by one', () => {
    const schema = countedItems<string>(isText, 3);
    expect(v.is(schema, ['a', 'b', 'c'])).toBe(true);
    expect(v.is(schema, ['a', 2, 'c'])).toBe(false);
    expect(v.is(schema, ['a', 'b', 'c', 'd'])).toBe(false);
  });

  it('are given as they are, not as a copy', () => {
    const list = ['a', 'b'];
    expect(v.parse(countedItems<string>(isText, 3), list)).toBe(list);
  });

  it('have no holes', () => {
    const holed: string[] = ['a'];
    holed.length = 3;
    holed[2] = 'c';
    expect(v.is(countedItems<string>(isText, 3), holed)).toBe(false);
  });
});
