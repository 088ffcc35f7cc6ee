// What is used of the interpreter: functions of its C interface, and layouts of CPython 3.14 with 32-bit pointers.

export declare function PyObject_Vectorcall(callable: usize, args: usize, count: usize, names: usize): usize;
export declare function PyEval_GetFrame(): usize;
export declare function PyLong_AsLongLong(number: usize): i64;
export declare function PyLong_AsInt(number: usize): i32;
export declare function PyLong_FromLongLong(value: i64): usize;
export declare function PyErr_GetRaisedException(): usize;
export declare function PyErr_SetRaisedException(exception: usize): void;
export declare function PyErr_GivenExceptionMatches(exception: usize, kind: usize): i32;
export declare function PyErr_Occurred(): usize;
export declare function Py_DecRef(object: usize): void;
export declare function PyBytes_FromStringAndSize(contents: usize, size: i32): usize;
export declare function PyTuple_New(size: i32): usize;
export declare function PyTuple_SetItem(tuple: usize, at: i32, item: usize): i32;
export declare function PyDict_Contains(dict: usize, key: usize): i32;
export declare function PyDict_GetItemWithError(dict: usize, key: usize): usize;
export declare function PyObject_GetAttr(object: usize, name: usize): usize;
/** What a generator or coroutine awaits, or 0. */
export declare function _PyGen_yf(generator: usize): usize;
export declare function PyFunction_SetVectorcall(function_: usize, index: usize): void;
export declare function PyFrame_GetLineNumber(frame: usize): i32;
export declare function PyCFunction_NewEx(definition: usize, self: usize, module: usize): usize;
// Pyodide's: takes the state of the thread that runs away, and puts it back (`pystate.c`); 0 where it cannot.
export declare function captureThreadState(): usize;
export declare function restoreThreadState(state: usize): void;
export declare function emscripten_stack_get_current(): usize;
export declare function _emscripten_stack_restore(pointer: usize): void;

/** The address of `None`. */
export let none: usize = 0;

export function noneIs(address: usize): void {
  none = address;
}

/** Of an object: its type. */
export const TYPE: usize = 4;
/** Of a bytes object: its size, as of a bytearray, a list and a dictionary; and its contents. */
export const SIZE: usize = 8;
export const CONTENTS: usize = 16;
/** Of a whole number: its first digit of 30 bits (`longintrepr.h`). */
export const DIGIT: usize = 12;
// How many digits there are, above some bits for the sign and others.
const TAG: usize = 8;
const TAG_BITS: u32 = 3;
const SIGN: u32 = 3;
const NEGATIVE: u32 = 2;
/** A flag of `PyObject_Vectorcall`: the place before the arguments may be used. */
export const MAY_USE_BEFORE: usize = 0x80000000;

// Of a frame: its interpreter frame (`pycore_interpframe_structs.h`), and of that the global variables, the frame again,
// if one has been made of it, the end of its value stack, and the first local variable.
const INNER: usize = 12;
const GLOBALS: usize = 12;
const FRAME_OBJECT: usize = 24;
const STACK_POINTER: usize = 32;
const LOCALS: usize = 40;
// A stack reference keeps notes in its low bits (`pycore_stackref.h`).
const NOTES: usize = 3;

/** The interpreter's part of a frame. */
export function innerOf(frame: usize): usize {
  return load<usize>(frame, INNER);
}

export function globalsOf(frame: usize): usize {
  return load<usize>(frame, GLOBALS);
}

/** The object so deep below the top of the value stack, or 0. */
export function onStack(frame: usize, depth: u32): usize {
  return object(load<usize>(load<usize>(frame, STACK_POINTER) - 4 * (depth + 1)));
}

/** The local variable or cell with this number, or 0. */
export function local(frame: usize, index: u32): usize {
  return object(load<usize>(frame + 4 * index, LOCALS));
}

// Of a coroutine: whether its frame is there, and the interpreter's part of it (`pycore_genobject.h`), which begins with
// its code.
const FRAME_STATE: usize = 35;
const FRAME_COMPLETED: i8 = 1;
const OWN_FRAME: usize = 36;

/** The code of a coroutine, or 0 where it has ended. */
export function codeOf(coroutine: usize): usize {
  if (load<i8>(coroutine, FRAME_STATE) >= FRAME_COMPLETED) return 0;
  return object(load<usize>(coroutine, OWN_FRAME));
}

/** The frame of a coroutine that has not ended, where one has been made of it; else 0. */
export function frameOf(coroutine: usize): usize {
  return load<usize>(coroutine, OWN_FRAME + FRAME_OBJECT);
}

/** Where the bytes of a bytearray are (`bytearrayobject.h`). */
export function bytesOf(bytearray: usize): usize {
  return load<usize>(bytearray, 20);
}

/** The type of an object, or 0. */
export function typeOf(thing: usize): usize {
  return thing == 0 ? 0 : load<usize>(thing, TYPE);
}

/** How many digits a whole number has; none for 0. */
export function digitsOf(number: usize): u32 {
  return load<u32>(number, TAG) >> TAG_BITS;
}

export function isNegative(number: usize): bool {
  return (load<u32>(number, TAG) & SIGN) == NEGATIVE;
}

function object(reference: usize): usize {
  return (reference & NOTES) == NOTES ? 0 : reference & ~NOTES;
}
