// Finds where a task is suspended in the program.
import {
  _PyGen_yf,
  codeOf,
  frameOf,
  none,
  Py_DecRef,
  PyDict_GetItemWithError,
  PyFrame_GetLineNumber,
  PyLong_AsInt,
  PyObject_GetAttr,
  typeOf,
} from './python.ts';
import {
  address,
  CORO_OF,
  COROUTINE,
  does,
  FILE,
  FILE_OF,
  FILES,
  FIND_PLACE,
  FRAME_OF,
  LINE,
  NUMBER_FILE,
  SLEEP,
} from './task-words.ts';

/** Finds where a task goes on: as `suspended_in` of `scheduler/awaiting.py`, which is asked where there is more to it
 * than coroutines. Whether that went well. */
export function findPlace(steps: usize, task: usize): bool {
  store<i64>(steps, -1, FILE);
  store<i64>(steps, -1, LINE);
  let step = PyObject_GetAttr(task, address(steps, CORO_OF));
  if (step == 0) return false;
  while (step != 0 && step != none) {
    if (typeOf(step) != address(steps, COROUTINE)) {
      Py_DecRef(step);
      return does(steps, FIND_PLACE, task);
    }
    const code = codeOf(step);
    if (code == address(steps, SLEEP)) {
      Py_DecRef(step);
      return true;
    }
    if (code != 0 && !look(steps, step, code)) {
      Py_DecRef(step);
      return false;
    }
    const awaited = _PyGen_yf(step);
    Py_DecRef(step);
    step = awaited;
  }
  return true;
}

/** Notes where a coroutine is suspended, if its code is the program's. Whether that went well. */
function look(steps: usize, step: usize, code: usize): bool {
  const path = PyObject_GetAttr(code, address(steps, FILE_OF));
  if (path == 0) return false;
  // The code keeps it.
  Py_DecRef(path);
  let number = PyDict_GetItemWithError(address(steps, FILES), path);
  if (number == 0) {
    if (!does(steps, NUMBER_FILE, path)) return false;
    number = PyDict_GetItemWithError(address(steps, FILES), path);
    if (number == 0) return false;
  }
  const file = PyLong_AsInt(number);
  if (file < 0) return true;
  let frame = frameOf(step);
  if (frame == 0) {
    frame = PyObject_GetAttr(step, address(steps, FRAME_OF));
    if (frame == 0) return false;
    // The coroutine keeps it.
    Py_DecRef(frame);
  }
  store<i64>(steps, file, FILE);
  store<i64>(steps, max(0, PyFrame_GetLineNumber(frame)), LINE);
  return true;
}
