/** Types of `ready.mjs` for the tests. */
export function makeReady(packages?: readonly string[]): Promise<string>;
