// Reports the usual step of a task: it begins in a coroutine, and its task asks for the next one at its end. Whatever is
// different is left to Python, before anything is done of it.
import { latest } from './clock.ts';
import {
  bytesOf,
  Py_DecRef,
  PyDict_Contains,
  PyDict_GetItemWithError,
  PyLong_AsInt,
  PyLong_FromLongLong,
  PyObject_GetAttr,
  SIZE,
  typeOf,
} from './python.ts';
import { draws, FAILED, isOpen, realClock, sent, timeNow, write } from './records.ts';
import { findPlace } from './task-place.ts';
import {
  address,
  AGAIN,
  BEGAN,
  CALLBACK_OF,
  does,
  DUE,
  FILE,
  KIND,
  LINE,
  MOMENT,
  POLLING,
  READY,
  RECORDS,
  RUNNING,
  SAMPLER,
  SERIAL,
  STATE,
  TAKE_OVER,
  TASK,
  TRACK,
  TRACKS,
  UNDER_WAY,
  WAITING,
  WAITS_NO_MORE,
} from './task-words.ts';

// Of a `TaskStepMethWrapper`: its task (`_asynciomodule.c`).
const TASK_OF_STEP: usize = 8;
// As in `probes/tasks/held.py`, in seconds.
const LONG: f64 = 0.1;

// Whether something was reported, is left to Python, or has raised an exception.
export const DONE: i32 = 0;
export const LEFT: i32 = 1;
export const RAISED: i32 = 2;

/** A callback is to be called: if it is the next step of the task whose step is under way, that one is over. */
export function stepAskedFor(steps: usize, callback: usize): i32 {
  if (load<i64>(steps, UNDER_WAY) == 0 || load<i64>(steps, AGAIN) != 0) return LEFT;
  if (typeOf(callback) != address(steps, KIND)) return LEFT;
  if (load<usize>(callback, TASK_OF_STEP) != address(steps, TASK)) return LEFT;
  const track = <i32>load<i64>(steps, TRACK);
  if (!waitsNoMore(steps, track)) return RAISED;
  if (!mayWrite(steps)) return LEFT;
  if (!report(steps, track, -1, -1, READY)) return RAISED;
  store<i64>(steps, 1, AGAIN);
  store<f64>(steps, latest(bytesOf(realClock(recordsOf(steps)))), MOMENT);
  return DONE;
}

/** The loop calls what a handle has. */
export function stepBegins(steps: usize, handle: usize): i32 {
  const callback = PyObject_GetAttr(handle, address(steps, CALLBACK_OF));
  if (callback == 0) return RAISED;
  // The handle keeps it.
  Py_DecRef(callback);
  if (typeOf(callback) != address(steps, KIND)) return LEFT;
  const task = load<usize>(callback, TASK_OF_STEP);
  const key = PyLong_FromLongLong(<i64>task);
  if (key == 0) return RAISED;
  const lane = PyDict_GetItemWithError(address(steps, TRACKS), key);
  Py_DecRef(key);
  if (lane == 0) return LEFT;
  const track = PyLong_AsInt(lane);
  if (load<i64>(steps, UNDER_WAY) != 0 && !does(steps, TAKE_OVER, 0)) return RAISED;
  if (!waitsNoMore(steps, track) || !findPlace(steps, task)) return RAISED;
  if (!mayWrite(steps)) return LEFT;
  if (!report(steps, track, <i32>load<i64>(steps, FILE), <i32>load<i64>(steps, LINE), RUNNING)) return RAISED;
  store<i64>(steps, load<i64>(steps, SERIAL) + 1, SERIAL);
  store<i64>(steps, 1, UNDER_WAY);
  store<i64>(steps, <i64>task, TASK);
  store<i64>(steps, track, TRACK);
  store<f64>(steps, latest(bytesOf(realClock(recordsOf(steps)))) - polling(steps), BEGAN);
  store<i64>(steps, 0, AGAIN);
  return DONE;
}

/** The step with this number is over. Whether that is all that there is to say about it. */
export function stepEnds(steps: usize, serial: i64): bool {
  if (load<i64>(steps, UNDER_WAY) == 0 || load<i64>(steps, SERIAL) != serial) return false;
  if (load<i64>(steps, AGAIN) == 0) return false;
  if (load<f64>(steps, MOMENT) - polling(steps) - load<f64>(steps, BEGAN) > LONG) return false;
  store<i64>(steps, 0, UNDER_WAY);
  return true;
}

function recordsOf(steps: usize): usize {
  return bytesOf(address(steps, RECORDS));
}

/** Whether the next event is one that is written, and no other question about it is open. It is counted then. */
function mayWrite(steps: usize): bool {
  const records = recordsOf(steps);
  return isOpen(records) && draws(records, bytesOf(address(steps, SAMPLER)));
}

/** The state of a lane, which is a text with a number. Whether that went well. */
function report(steps: usize, track: i32, file: i32, line: i32, state: usize): bool {
  const records = recordsOf(steps);
  const now = timeNow(records);
  if (now == FAILED) return false;
  write(records, now, <i32>load<i64>(steps, STATE), track, file, line, <i32>load<i64>(steps + state), -1);
  return sent(records) != 0;
}

/** Says that a task waits for nothing, if that may be news. Whether that went well. */
function waitsNoMore(steps: usize, track: i32): bool {
  const isDue = load<u32>(address(steps, DUE), SIZE) != 0;
  if (!isDue && load<u32>(address(steps, WAITING), SIZE) == 0) return true;
  const number = PyLong_FromLongLong(track);
  if (number == 0) return false;
  const isNews = isDue || PyDict_Contains(address(steps, WAITING), number) != 0;
  const well = !isNews || does(steps, WAITS_NO_MORE, number);
  Py_DecRef(number);
  return well;
}

/** Seconds that the scheduler has polled. */
function polling(steps: usize): f64 {
  return load<f64>(bytesOf(address(steps, POLLING)));
}
