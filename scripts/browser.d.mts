// The types of browser.mjs, for playwright.config.ts.

/** The path of a browser that starts; throws with a sentence that says what to install. */
export function findBrowser(): Promise<string>;

/** Flags for a browser that runs tests. */
export function launchFlags(): string[];
