// Counts switch points where the interpreter runs: what is called before each instruction of a program, in WebAssembly.
//
// AssemblyScript, compiled into a module that shares the interpreter's memory. A function of Python's is a record that
// names one of ours by its index in the interpreter's table (`PyMethodDef`, METH_FASTCALL); it is called a dozen times as
// fast as one that is written in Python. Layouts are those of CPython 3.14 with 32-bit pointers.

import { knowLocation, LOCATIONS_BYTES } from './locations.ts';
import {
  bytesOf,
  CONTENTS,
  DIGIT,
  innerOf,
  MAY_USE_BEFORE,
  none,
  noneIs,
  PyBytes_FromStringAndSize,
  PyCFunction_NewEx,
  PyErr_GetRaisedException,
  PyErr_GivenExceptionMatches,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  PyEval_GetFrame,
  PyLong_AsLongLong,
  PyLong_FromLongLong,
  PyObject_Vectorcall,
  PyTuple_New,
  PyTuple_SetItem,
  Py_DecRef,
  SIZE,
} from './python.ts';
import { apply, LEAVE, TAKE } from './rules.ts';
import {
  ARGUMENT,
  DISABLE,
  EVERY,
  FAILED,
  LEFT,
  MASK,
  LOCATIONS,
  PLAIN,
  PLAINS,
  REACHED,
  STATE_BYTES,
  TABLE,
  TARGET,
  TURN,
  WROTE,
} from './state.ts';

// Addresses in the interpreter's memory, set by `use`.
let kindOfErrors: usize = 0;
let definitions: usize = 0;
let functions: i32 = 0;

/** The addresses of `None`, of the pointer to `Exception`, and of the definitions of so many functions in a row. */
export function use(noneAt: usize, exceptionAt: usize, definitionsAt: usize, count: i32): void {
  noneIs(noneAt);
  kindOfErrors = load<usize>(exceptionAt);
  definitions = definitionsAt;
  functions = count;
}

// An entry of the table: the address of an instruction, whether it is a point, what looks at it or 0, and the rule by
// which a look need not be taken, or 0.
const ENTRY_SHIFT: u32 = 4;
const IS_POINT: usize = 4;
const LOOK: usize = 8;
const RULE: usize = 12;

function entryOf(state: usize, instruction: u32): usize {
  const mask = load<u32>(state, MASK);
  const table = load<usize>(state, TABLE);
  let at: u32 = (instruction >> 1) * 0x9e3779b1;
  at ^= at >> 15;
  while (true) {
    const entry = table + ((at & mask) << ENTRY_SHIFT);
    const found = load<u32>(entry);
    if (found == instruction || found == 0) return entry;
    at += 1;
  }
}

function pass(state: usize, args: usize): bool {
  const left = load<i64>(state, LEFT) - 1;
  store<i64>(state, left, LEFT);
  if (left != 0) return true;
  const answer = PyObject_Vectorcall(load<usize>(state, REACHED), args, 2, 0);
  if (answer == 0) return false;
  Py_DecRef(answer);
  return true;
}

function failed(state: usize): bool {
  const exception = PyErr_GetRaisedException();
  if (!PyErr_GivenExceptionMatches(exception, kindOfErrors)) {
    PyErr_SetRaisedException(exception);
    return false;
  }
  store<usize>(state, exception, ARGUMENT);
  const answer = PyObject_Vectorcall(load<usize>(state, FAILED), state + ARGUMENT, 1 | MAY_USE_BEFORE, 0);
  Py_DecRef(exception);
  if (answer == 0) return false;
  Py_DecRef(answer);
  return true;
}

/** `(code, offset)`: the interpreter is about to execute an instruction. */
export function atInstruction(state: usize, args: usize, _count: usize): usize {
  const instruction = load<u32>(args) + load<u32>(load<usize>(args, 4), DIGIT);
  const entry = entryOf(state, instruction);
  const every = load<u32>(state, EVERY) != 0;
  if (load<u32>(entry) == 0) {
    if (!every) return load<usize>(state, DISABLE);
    return pass(state, args) ? none : 0;
  }
  const isPoint = every || load<u32>(entry, IS_POINT) != 0;
  if (isPoint && !pass(state, args)) return 0;
  // The table may be another one by now.
  const here = isPoint ? entryOf(state, instruction) : entry;
  const look: usize = load<u32>(here) == 0 ? 0 : load<usize>(here, LOOK);
  if (look == 0) return none;
  const frame = PyEval_GetFrame();
  // Memory has ended: the program is about to hear of it.
  if (frame == 0) return none;
  const rule = load<usize>(here, RULE);
  const done = rule == 0 ? TAKE : apply(state, rule, innerOf(frame));
  if (done == LEAVE) return none;
  const disable = load<usize>(state, DISABLE);
  let answer = disable;
  if (done == TAKE) {
    store<usize>(state, frame, ARGUMENT);
    answer = PyObject_Vectorcall(look, state + ARGUMENT, 1 | MAY_USE_BEFORE, 0);
    if (answer == 0) return failed(state) ? none : 0;
    // The answer is a name for something that lasts, or nothing.
    Py_DecRef(answer);
  }
  if (answer != disable) return none;
  if (every) store<usize>(entryOf(state, instruction), 0, LOOK);
  return isPoint ? none : disable;
}

/** `(code, offset)`: the program has come to a point. */
export function tick(state: usize, args: usize, _count: usize): usize {
  return pass(state, args) ? none : 0;
}

/** `(points)`: has `reached` called after so many. */
export function arm(state: usize, args: usize, _count: usize): usize {
  const points = PyLong_AsLongLong(load<usize>(args));
  if (points == -1 && PyErr_Occurred()) return 0;
  const passed = load<i64>(state, TARGET) - load<i64>(state, LEFT);
  store<i64>(state, points, LEFT);
  store<i64>(state, passed + points, TARGET);
  return none;
}

/** `()`: how many points have been passed. */
export function passed(state: usize, _args: usize, _count: usize): usize {
  return PyLong_FromLongLong(load<i64>(state, TARGET) - load<i64>(state, LEFT));
}

/** `(points)`: so many more are taken as passed. */
export function add(state: usize, args: usize, _count: usize): usize {
  const points = PyLong_AsLongLong(load<usize>(args));
  if (points == -1 && PyErr_Occurred()) return 0;
  store<i64>(state, load<i64>(state, TARGET) + points, TARGET);
  return none;
}

/** `(reached, failed, disable, plain)`: what is called at the point that was armed for, and when a look has failed; and
 * the addresses of types whose values are plain, that of the iterator of a range first, that of `int` second. */
export function begin(state: usize, args: usize, _count: usize): usize {
  store<usize>(state, load<usize>(args), REACHED);
  store<usize>(state, load<usize>(args, 4), FAILED);
  store<usize>(state, load<usize>(args, 8), DISABLE);
  const plain = load<usize>(args, 12);
  store<usize>(state, plain + CONTENTS, PLAIN);
  store<u32>(state, load<u32>(plain, SIZE) >> 2, PLAINS);
  return none;
}

/** `(table, every)`: which instructions there are from now on; the table is of 16 times a power of two zeros. */
export function follow(state: usize, args: usize, _count: usize): usize {
  const table = load<usize>(args);
  store<usize>(state, bytesOf(table), TABLE);
  store<u32>(state, (load<u32>(table, SIZE) >> ENTRY_SHIFT) - 1, MASK);
  store<u32>(state, load<u32>(load<usize>(args, 4), DIGIT), EVERY);
  return none;
}

/** `(code, offset, point, look, rule)`: an instruction of which something is to be known. */
export function know(state: usize, args: usize, _count: usize): usize {
  const instruction = load<u32>(args) + load<u32>(load<usize>(args, 4), DIGIT);
  const entry = entryOf(state, instruction);
  const look = load<usize>(args, 12);
  store<u32>(entry, instruction);
  store<u32>(entry, load<u32>(load<usize>(args, 8), DIGIT), IS_POINT);
  store<usize>(entry, look == none ? 0 : look, LOOK);
  const rule = load<usize>(args, 16);
  store<usize>(entry, rule == none ? 0 : rule + CONTENTS, RULE);
  return none;
}

/** `(owner, key, counts)`: touches of a location are counted there until the turn ends. Without counts: a call is quiet. */
export function location(state: usize, args: usize, _count: usize): usize {
  const owner = <usize>PyLong_AsLongLong(load<usize>(args));
  const key = <u32>PyLong_AsLongLong(load<usize>(args, 4));
  if (PyErr_Occurred()) return 0;
  const counts = load<usize>(args, 8);
  knowLocation(state, owner, key, counts == none ? 0 : bytesOf(counts), counts == none);
  return none;
}

/** `(counts)`: the location that was written last, or `None` for one that is not counted. */
export function wrote(state: usize, args: usize, _count: usize): usize {
  const counts = load<usize>(args);
  store<usize>(state, counts == none ? 0 : bytesOf(counts), WROTE);
  return none;
}

/** `()`: no location is known any more. */
export function forget(state: usize, _args: usize, _count: usize): usize {
  store<u32>(state, load<u32>(state, TURN) + 1, TURN);
  return none;
}

const DEFINITION_BYTES: usize = 16;

/** `()`: a tuple of all the functions that have a definition, with a state of their own; and what keeps their locations. */
export function make(_self: usize, _args: usize, _count: usize): usize {
  const state = PyBytes_FromStringAndSize(0, STATE_BYTES);
  const locations = PyBytes_FromStringAndSize(0, LOCATIONS_BYTES);
  const made = PyTuple_New(functions + 1);
  if (state == 0 || locations == 0 || made == 0) return 0;
  memory.fill(state + CONTENTS, 0, STATE_BYTES);
  memory.fill(locations + CONTENTS, 0, LOCATIONS_BYTES);
  store<usize>(state, locations + CONTENTS, LOCATIONS);
  // No entry of the table is of the first turn.
  store<u32>(state, 1, TURN);
  PyTuple_SetItem(made, functions, locations);
  for (let at: i32 = 0; at < functions; at++) {
    const one = PyCFunction_NewEx(definitions + <usize>at * DEFINITION_BYTES, state, 0);
    if (one == 0) return 0;
    PyTuple_SetItem(made, at, one);
  }
  Py_DecRef(state);
  return made;
}
