// Says the paths of a program's files as the person has them, wherever the runtime's own paths stand in what it reports.

import { isRecord } from '../outside.mjs';

/** Where the runtime lays a program's files (`src/runtime/python/faultline/environment/program.py`). */
const FOLDER = '/program/';
/** What may still become a path when more text comes. */
const OPEN = /\/(?:p(?:r(?:o(?:g(?:r(?:a(?:m(?:\/[\w./-]*)?)?)?)?)?)?)?)?$/;

/**
 * @typedef {object} Paths
 * @property {(text: string) => string} inText
 * @property {<T>(ending: T) => T} inEnding gives the same with other texts in it
 * @property {(write: (text: string) => void) => { write: (text: string) => void, end: () => void }} inStream
 */

/**
 * @param {Record<string, string>} shown by the path inside, the path as a person finds it
 * @returns {Paths}
 */
export function showPaths(shown) {
  const longestFirst = Object.keys(shown).toSorted((one, other) => other.length - one.length);
  const names = longestFirst.map((name) => name.replaceAll('.', '\\.')).join('|');
  const pattern = new RegExp(`(?<![\\w./-])${FOLDER}(${names})(?![\\w/-])`, 'g');
  /** @param {string} text */
  const inText = (text) => text.replaceAll(pattern, (found, name) => shown[name] ?? found);

  /**
   * One part of an ending, after those inside it.
   * @param {string} _key
   * @param {unknown} value
   */
  const shownIn = (_key, value) => {
    if (typeof value === 'string') return inText(value);
    if (!isRecord(value)) return value;
    const { own, file } = value;
    // A frame of the program's own: its file is reported as the runtime knows it, without the folder.
    return own === true && typeof file === 'string' && file in shown
      ? { ...value, file: shown[file] }
      : value;
  };

  /** @type {Paths['inStream']} */
  const inStream = (write) => {
    let kept = '';
    return {
      write(text) {
        const whole = kept + text;
        kept = OPEN.exec(whole)?.[0] ?? '';
        const ready = kept === '' ? whole : whole.slice(0, -kept.length);
        if (ready !== '') write(inText(ready));
      },
      end() {
        if (kept !== '') write(inText(kept));
        kept = '';
      },
    };
  };

  return { inText, inEnding: (ending) => JSON.parse(JSON.stringify(ending), shownIn), inStream };
}
