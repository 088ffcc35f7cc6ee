/** Where the service worker lies, relative to the page: at its root, so that it answers for all of it. */
export const WORKER = 'sw.js';
