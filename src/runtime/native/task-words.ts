// What native code and `probes/tasks/quick_steps.py` share of the steps of tasks.
import { Py_DecRef, PyObject_Vectorcall } from './python.ts';

// What `probes/tasks/quick_steps.py` has in its words of 64 bits, and says what it is. Numbers first,
export const STATE: usize = 0;
export const READY: usize = 8;
export const RUNNING: usize = 16;
// then addresses: of other such words, those of the records, of what samples tasks, and of the time of polling;
export const RECORDS: usize = 24;
export const SAMPLER: usize = 32;
export const POLLING: usize = 40;
// of the type of steps, once one has been seen, and of what else Python keeps;
export const KIND: usize = 48;
export const COROUTINE: usize = 56;
export const SLEEP: usize = 64;
export const TRACKS: usize = 72;
export const FILES: usize = 80;
export const DUE: usize = 88;
export const WAITING: usize = 96;
// of names of attributes;
export const CALLBACK_OF: usize = 104;
export const CORO_OF: usize = 112;
export const FRAME_OF: usize = 120;
export const FILE_OF: usize = 128;
// of the two functions as they are, and with what Python has around them;
export const CALL_SOON: usize = 136;
export const RUN: usize = 144;
export const CALL_SOON_WATCHED: usize = 152;
export const RUN_WATCHED: usize = 160;
// and of functions that do what is left to Python.
export const ENDS: usize = 168;
export const TAKE_OVER: usize = 176;
export const WAITS_NO_MORE: usize = 184;
export const NUMBER_FILE: usize = 192;
export const FIND_PLACE: usize = 200;
export const FAILS: usize = 208;
// Where a task goes on: the number of the file, and the line.
export const FILE: usize = 216;
export const LINE: usize = 224;
// Whether a step is under way that is one of ours, the number of the last one, its task and that one's lane, when it
// began, whether its task has asked for the next one, and when. In seconds.
export const UNDER_WAY: usize = 232;
export const SERIAL: usize = 240;
export const TASK: usize = 248;
export const TRACK: usize = 256;
export const BEGAN: usize = 264;
export const AGAIN: usize = 272;
export const MOMENT: usize = 280;
// Room for an argument of a call.
export const ARGUMENT: usize = 288;

/** The address that is in a word. */
export function address(steps: usize, at: usize): usize {
  return load<usize>(steps + at);
}

/** Calls a function, with one argument or none. Whether it has raised nothing. */
export function does(steps: usize, callable: usize, argument: usize): bool {
  store<usize>(steps, argument, ARGUMENT);
  const answer = PyObject_Vectorcall(address(steps, callable), steps + ARGUMENT, argument == 0 ? 0 : 1, 0);
  if (answer == 0) return false;
  Py_DecRef(answer);
  return true;
}
