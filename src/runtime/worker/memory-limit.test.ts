/** A program has so much memory and no more; what tells how it ended has some that was kept back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { limitMemory } from './memory-limit.ts';

const PAGE = 65_536;
const PROGRAM_PAGES = 1024 ** 3 / PAGE;
const grow: unknown = Reflect.get(WebAssembly.Memory.prototype, 'grow');
let limit: ReturnType<typeof limitMemory>;

beforeEach(() => {
  limit = limitMemory();
});

afterEach(() => {
  Reflect.set(WebAssembly.Memory.prototype, 'grow', grow);
});

test('memory grows up to the limit, and a wish for more is refused', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 * PROGRAM_PAGES });
  expect(memory.grow(PROGRAM_PAGES - 1)).toBe(1);
  expect(limit.ended()).toBe(false);
  expect(() => memory.grow(1)).toThrow('may not have more memory');
  expect(limit.ended()).toBe(true);
});

test('the reserve is there once the flag is set, and is not without end', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 * PROGRAM_PAGES });
  limit.watchReserve(100);
  memory.grow(PROGRAM_PAGES - 1);
  expect(() => memory.grow(1)).toThrow(RangeError);
  new Uint8Array(memory.buffer)[100] = 1;
  expect(memory.grow(1)).toBe(PROGRAM_PAGES);
  expect(limit.ended()).toBe(false);
  expect(() => memory.grow(PROGRAM_PAGES)).toThrow(RangeError);
});
