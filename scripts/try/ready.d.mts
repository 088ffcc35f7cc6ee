// The types of ready.mjs, for the tests in TypeScript and all else that imports it.

/** The built page. */
export const SITE: string;
export function makeReady(packages?: readonly string[]): Promise<string>;
