/** The two parts of a name that `threading` makes: of `Thread-1 (work)` the thread's own, and what it runs. Pure. */

/** `Thread-1 (work)` is the thread's name and what it runs. */
export function splitThread(label: string): { name: string; runs: string } {
  const at = label.indexOf(' (');
  return at <= 0 ? { name: label, runs: '' } : { name: label.slice(0, at), runs: label.slice(at) };
}
