// Compares lists by which objects are in them, where the interpreter runs.
import { PyLong_FromLongLong, SIZE } from './python.ts';

// Of a list: where its items are (`cpython/listobject.h`).
const ITEMS: usize = 12;

/** `(one, other)`: 1 where two lists have the same objects in them, one by one, else 0. */
export function sameItems(_self: usize, args: usize, _count: usize): usize {
  const one = load<usize>(args);
  const other = load<usize>(args, 4);
  const size = load<u32>(one, SIZE);
  if (size != load<u32>(other, SIZE)) return PyLong_FromLongLong(0);
  const items = load<usize>(one, ITEMS);
  const others = load<usize>(other, ITEMS);
  for (let at: usize = 0; at < 4 * <usize>size; at += 4) {
    if (load<u32>(items + at) != load<u32>(others + at)) return PyLong_FromLongLong(0);
  }
  return PyLong_FromLongLong(1);
}
