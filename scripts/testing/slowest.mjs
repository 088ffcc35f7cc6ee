// How long each test took, out of what each test runner reports; and the slowest in words.

/** @typedef {{ name: string, seconds: number }} Timed */

const MOST = 10;

/** @param {any} report of Vitest's JSON reporter, or null @returns {Timed[]} */
export function timesOfVitest(report) {
  return (report?.testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ name: fullName, seconds: (duration ?? 0) / 1000 })),
  );
}

/** @param {any} report of Playwright's JSON reporter, or null @returns {Timed[]} */
export function timesOfPlaywright(report) {
  const ofSuite = ({ title, file, suites = [], specs = [] }, above) => {
    // The outermost suite is the file itself.
    const path = title === file ? [file] : [...above, title];
    const own = specs.map((spec) => ({
      name: [...path, spec.title].join(' › '),
      seconds:
        spec.tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
    }));
    return [...own, ...suites.flatMap((suite) => ofSuite(suite, path))];
  };
  return (report?.suites ?? []).flatMap((suite) => ofSuite(suite, []));
}

/** @param {any} report of `run_python.py`, or null @returns {Timed[]} */
export function timesOfPython(report) {
  return Object.entries(report?.seconds ?? {}).map(([name, seconds]) => ({ name, seconds }));
}

/** @param {readonly Timed[]} times @returns {string} a line for each of the slowest; empty where there is nothing to compare */
export function slowestInWords(times) {
  if (times.length < 2) return '';
  const slowest = times.toSorted((one, other) => other.seconds - one.seconds).slice(0, MOST);
  return slowest.map(({ name, seconds }) => `   ${seconds.toFixed(1).padStart(6)} s  ${name}\n`).join('');
}
