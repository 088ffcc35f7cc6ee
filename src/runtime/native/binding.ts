// Makes functions that work on an object of Python's: what they know from one call to the next stands in it.
import { PyCFunction_NewEx, PyLong_AsLongLong } from './python.ts';

/** `(object)`: a function with this object as its `self`; it is defined at the address that is the `self` of this one. */
export function bind(definition: usize, args: usize, _count: usize): usize {
  return PyCFunction_NewEx(<usize>PyLong_AsLongLong(definition), load<usize>(args), 0);
}
