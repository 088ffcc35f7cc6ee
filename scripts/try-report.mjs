// What `npm run try` says of a run: in words for a person, or as one JSON object for a program.

const seconds = (micros) => Math.round(micros) / 1_000_000;

/**
 * @param {any} run a `HarnessRun` (src/app/harness.ts)
 * @returns the object that `--json` prints. `ending` is its kind as a word, and what else is known of it stands
 *   beside it: `error`, `status` and `message`, `waits`, `what` and `limit`, or `reason`. `elapsed_s` is the real
 *   time the run took, `virtual_s` the time on the run's own clock; at real pace they are the same.
 */
export function inJson({ end, stdout, stderr, counters, events }) {
  const { kind, ...details } = end.ending;
  return {
    ending: kind,
    ...details,
    stdout,
    stderr,
    elapsed_s: seconds(end.wall),
    virtual_s: seconds(end.time),
    counters,
    events,
  };
}

/**
 * @param {any} run a `HarnessRun` whose output has been printed already
 * @param {string} pace
 * @returns {string} the lines below the output
 */
export function inWords({ end, stdout, counters }, pace) {
  const lines = [
    '',
    line('ending', end.ending.kind, detailsOf(end.ending)),
    line('elapsed', `${seconds(end.wall).toFixed(3)} s`),
  ];
  if (pace === 'fast') lines.push(line('virtual', `${seconds(end.time).toFixed(3)} s`, 'waits were skipped'));
  for (const [name, value] of Object.entries(counters)) lines.push(line(name, String(value)));
  const first = stdout === '' || stdout.endsWith('\n') ? '' : '\n';
  return `${first}${lines.join('\n')}\n`;
}

function line(name, value, details = '') {
  return `${`${name}:`.padEnd(18)}${value}${details === '' ? '' : ` (${details})`}`;
}

function detailsOf(ending) {
  switch (ending.kind) {
    case 'exited':
      return `status ${ending.status}`;
    case 'raised':
      return ending.error.type;
    case 'stuck':
      return ending.waits.join('; ');
    case 'capped':
      return `more ${ending.what} than ${ending.limit}`;
    case 'crashed':
      return ending.reason;
    default:
      return '';
  }
}
