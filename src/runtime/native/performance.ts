// What is used of the browser's clock.

/** Milliseconds, as `performance.now()` tells them, on which `time.perf_counter` stands. */
export declare function now(): f64;
