// What is used of the carriers (`worker/carriers.ts`).

/** Suspends the stack that runs, and has the carrier with this number go on. Returns when somebody goes on with the first. */
export declare function suspend(carrier: u32): void;
