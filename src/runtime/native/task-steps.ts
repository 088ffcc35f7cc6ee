// Watches the two functions by which tasks step where the interpreter runs (`probes/tasks/quick_steps.py`). They stay what
// they are; only what they are called by is ours meanwhile.
import {
  bytesOf,
  MAY_USE_BEFORE,
  none,
  Py_DecRef,
  PyErr_GetRaisedException,
  PyErr_SetRaisedException,
  PyFunction_SetVectorcall,
  PyLong_FromLongLong,
  PyObject_Vectorcall,
} from './python.ts';
import { DONE, LEFT, RAISED, stepAskedFor, stepBegins, stepEnds } from './task-step.ts';
import {
  address,
  CALL_SOON,
  CALL_SOON_WATCHED,
  does,
  ENDS,
  FAILS,
  RUN,
  RUN_WATCHED,
  SERIAL,
} from './task-words.ts';

// Of a function of Python's (`funcobject.h`): what it is called by.
const CALLED_BY: usize = 68;
// Of what a function is called with: the number of its arguments, without the flag beside it.
const COUNT: usize = ~MAY_USE_BEFORE;

/** What steps are watched with. The functions that are watched have no state of their own, and there is one run. */
let watched: usize = 0;

/** `(call_soon, run)`: both are called by way of `callSoon` and `runHandle` from now on. */
export function watchSteps(self: usize, args: usize, _count: usize): usize {
  watched = bytesOf(self);
  PyFunction_SetVectorcall(load<usize>(args), callSoonAt);
  PyFunction_SetVectorcall(load<usize>(args, 4), runHandleAt);
  return none;
}

/** `(call_soon, run)`: both are called as before. */
export function watchNoMore(self: usize, args: usize, _count: usize): usize {
  const steps = bytesOf(self);
  PyFunction_SetVectorcall(load<usize>(args), load<usize>(address(steps, CALL_SOON), CALLED_BY));
  PyFunction_SetVectorcall(load<usize>(args, 4), load<usize>(address(steps, RUN), CALLED_BY));
  return none;
}

let callSoonAt: usize = 0;
let runHandleAt: usize = 0;

/** Where the two functions below are in the interpreter's table. */
export function useSteps(callSoonIndex: usize, runHandleIndex: usize): void {
  callSoonAt = callSoonIndex;
  runHandleAt = runHandleIndex;
}

/** `BaseEventLoop.call_soon(loop, callback, *args, context=None)`. */
export function callSoon(_callable: usize, args: usize, count: usize, names: usize): usize {
  const steps = watched;
  const answer = (count & COUNT) > 1 ? stepAskedFor(steps, load<usize>(args, 4)) : LEFT;
  if (answer == LEFT) return PyObject_Vectorcall(address(steps, CALL_SOON_WATCHED), args, count, names);
  if (answer == RAISED && !failed(steps)) return 0;
  return PyObject_Vectorcall(address(steps, CALL_SOON), args, count, names);
}

/** `Handle._run(handle)`. */
export function runHandle(_callable: usize, args: usize, count: usize, names: usize): usize {
  const steps = watched;
  const answer = (count & COUNT) == 1 ? stepBegins(steps, load<usize>(args)) : LEFT;
  if (answer == RAISED && !failed(steps)) return 0;
  if (answer != DONE) return PyObject_Vectorcall(address(steps, RUN_WATCHED), args, count, names);
  const serial = load<i64>(steps, SERIAL);
  const result = PyObject_Vectorcall(address(steps, RUN), args, count, names);
  if (stepEnds(steps, serial)) return result;
  const number = PyLong_FromLongLong(serial);
  const exception = result == 0 ? PyErr_GetRaisedException() : 0;
  const well = (number != 0 && does(steps, ENDS, number)) || failed(steps);
  if (number != 0) Py_DecRef(number);
  if (well) {
    if (exception != 0) PyErr_SetRaisedException(exception);
    return result;
  }
  // The run is to end.
  if (exception != 0) Py_DecRef(exception);
  if (result != 0) Py_DecRef(result);
  return 0;
}

/** Something of ours has raised an exception, and is left out from now on. False where that ends the run. */
function failed(steps: usize): bool {
  const exception = PyErr_GetRaisedException();
  const well = does(steps, FAILS, exception);
  Py_DecRef(exception);
  return well;
}
