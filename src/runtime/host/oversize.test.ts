import { describe, expect, it } from 'vitest';
import { isOversize } from './oversize.ts';

const holes = (length: number): unknown[] => {
  const list: unknown[] = [];
  list.length = length;
  return list;
};
const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};
const keyed = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key ${index}`, index]));

describe('a message is refused before anything walks it', () => {
  it.each<[string, unknown]>([
    ['a list of as many holes as there can be', holes(2 ** 32 - 1)],
    ['a list of 50 million holes', { kind: 'batch', strings: holes(50_000_000) }],
    ['lists of holes that are too many together', Array.from({ length: 30 }, () => holes(100_000))],
    ['texts that are too long together', { waits: Array(100).fill('x'.repeat(1_000_000)) }],
    ['objects without an end', Array.from({ length: 30_000 }, () => ({}))],
    ['an object of many keys', keyed(200)],
    ['lists within lists', nested(50)],
    [
      'objects within objects',
      { a: { a: { a: { a: { a: { a: { a: { a: { a: { a: { a: { a: {} } } } } } } } } } } } },
    ],
    ['a window on a very large buffer', { records: new Int32Array(new ArrayBuffer(40_000_000), 0, 8) }],
  ])('for %s', (_what, message) => {
    expect(isOversize(message)).toBe(true);
  });
});

describe('what a run may say is read', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a batch', { kind: 'batch', records: new Int32Array(4096 * 8), strings: Array(12_000).fill('name') }],
    ['the printed text of a whole run', { strings: ['x'.repeat(1_000_000)] }],
    [
      'half a million decisions',
      { outcomes: [{ decisions: Array.from({ length: 500_000 }, () => [1, 2]) }] },
    ],
    ['an ending', { ending: { kind: 'stuck', waits: Array(1000).fill('Task-1 waits for Event.wait') } }],
  ])('%s', (_what, message) => {
    expect(isOversize(message)).toBe(false);
  });
});
