// What is used of the interpreter's file system, and of what watches it (`worker/late-library.ts`).

/** Opens a file, as the interpreter has it done; `rest` is where further arguments lie. The number of a stream, or an error below zero. */
export declare function open(folder: i32, path: usize, flags: i32, rest: usize): i32;
/** Whether what this stream is open on is still on its way; 0 if not. */
export declare function isAwaited(stream: i32): i32;
/** Suspends the stack that runs until it is here. */
export declare function wait(): void;
/** Takes the interpreter's lock, which CPython lets go of to open a file; `letGo` is given what this gives. */
export declare function takeLock(): i32;
export declare function letGo(lock: i32): void;
