// Says the paths of a program's files as the person has them, wherever the runtime's own paths stand in what it tells.

/** Where the runtime lays a program's files (`src/runtime/python/faultline/environment/program.py`). */
const FOLDER = '/program/';
/** What may still become a path when more text comes. */
const OPEN = /\/(?:p(?:r(?:o(?:g(?:r(?:a(?:m(?:\/[\w./-]*)?)?)?)?)?)?)?)?$/;

/**
 * @param {Record<string, string>} shown by the path inside, the path as a person finds it
 * @returns {{ inText: (text: string) => string, inEnding: (ending: any) => any,
 *   inStream: (write: (text: string) => void) => { write: (text: string) => void, end: () => void } }}
 */
export function showPaths(shown) {
  const longestFirst = Object.keys(shown).toSorted((one, other) => other.length - one.length);
  const names = longestFirst.map((name) => name.replaceAll('.', '\\.')).join('|');
  const pattern = new RegExp(`(?<![\\w./-])${FOLDER}(${names})(?![\\w/-])`, 'g');
  const inText = (text) => text.replaceAll(pattern, (_found, name) => shown[name]);

  const inEnding = (value) => {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return value.map(inEnding);
    if (typeof value !== 'object' || value === null) return value;
    const told = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inEnding(item)]));
    // A frame of the program's own: its file is told as the runtime knows it, without the folder.
    return told.own === true && told.file in shown ? { ...told, file: shown[told.file] } : told;
  };

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

  return { inText, inEnding, inStream };
}
