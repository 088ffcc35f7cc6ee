// Says in one sentence that this Node is too old, before anything else can fail in a way nobody understands.

/** @type {[major: number, minor: number]} */
const LEAST = [20, 19];

/**
 * @param {string} [version] as in `process.versions.node`
 * @returns {string | null} what to do, or null when this Node is new enough
 */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return null;
  return `Faultline needs Node ${LEAST.join('.')} or newer; this is Node ${version}. Get a newer one from https://nodejs.org and try again.`;
}
