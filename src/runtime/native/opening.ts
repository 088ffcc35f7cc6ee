// Opens a file for the interpreter. Between a stack that is suspended and what suspends it no JavaScript may lie, and a stack
// that cannot be suspended may not even ask: so who has to wait is told here.
import { isAwaited, letGo, open, takeLock, wait } from './files.ts';

export function openWhenHere(folder: i32, path: usize, flags: i32, rest: usize): i32 {
  const stream = open(folder, path, flags, rest);
  if (isAwaited(stream)) {
    // Meanwhile JavaScript may forget an object of Python's, which takes the lock.
    const lock = takeLock();
    wait();
    letGo(lock);
  }
  return stream;
}
