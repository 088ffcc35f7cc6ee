// Looks at what comes from outside: JSON that another program wrote, a message, something that was thrown.

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>} of a list too
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null;
}

/**
 * The objects in a list; none where it is no list.
 * @param {unknown} value
 * @returns {Record<string, unknown>[]}
 */
export function recordsIn(value) {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/**
 * The texts in a list; none where it is no list.
 * @param {unknown} value
 * @returns {string[]}
 */
export function textsIn(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/**
 * What was thrown, in words.
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The code of an error of the system, such as `ENOENT`.
 * @param {unknown} error
 */
export function codeOf(error) {
  const code = isRecord(error) ? error['code'] : undefined;
  return typeof code === 'string' ? code : undefined;
}
