// The types of unsuspended.mjs, for playwright.config.ts and all else that imports it.

/** Paths of specs. */
export const BOTH_WAYS: readonly string[];
/** Why a spec runs with suspension only, by its path. */
export const ONE_WAY: Readonly<Record<string, string>>;
