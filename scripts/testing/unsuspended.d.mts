// The types of unsuspended.mjs, for playwright.config.ts.

/** Paths of specs. */
export const BOTH_WAYS: readonly string[];
