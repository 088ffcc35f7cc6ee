// Asks Playwright for the tests that were chosen.

/** @param {string} text */
const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** @param {string} test */
const pattern = (test) =>
  test.startsWith('lesson ')
    ? `${literally('contract/lessons.spec.ts')} ${literally(test)} `
    : ` ${literally(test.replace(/^e2e\//, ''))} `;

/**
 * What Playwright compares with `project file titles` of each test.
 * @param {Iterable<string>} tests
 */
export const grepOf = (tests) => [...tests].map(pattern).join('|');
