// Switches from one carrier to another where the interpreter runs: no JavaScript and no Python between it and the stack.
import { suspend } from './carriers.ts';
import {
  _emscripten_stack_restore,
  captureThreadState,
  DIGIT,
  emscripten_stack_get_current,
  PyLong_FromLongLong,
  restoreThreadState,
} from './python.ts';

/** `(carrier)`: suspends the carrier that runs, and lets this one go on. Comes back, with 0, when somebody goes on with the first. */
export function switchTo(_self: usize, args: usize, _count: usize): usize {
  const number = load<usize>(args);
  const state = captureThreadState();
  if (state == 0) return 0;
  const stack = emscripten_stack_get_current();
  suspend(load<u32>(number, DIGIT));
  _emscripten_stack_restore(stack);
  restoreThreadState(state);
  return PyLong_FromLongLong(0);
}
