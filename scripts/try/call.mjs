// Reads the command line of `npm run try`; a wrong one is answered with a sentence.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../command.mjs';
import { messageOf } from '../outside.mjs';
import { readPlain } from '../plain-text.mjs';
import { ASK_FOR_HELP } from './help.mjs';
import { readSchedule, SCHEDULE_OPTIONS } from './schedule.mjs';
import { oneOf, WrongCall } from '../wrong-call.mjs';

/**
 * @typedef {'real' | 'fast'} Pace
 * @type {readonly Pace[]}
 */
const PACES = ['real', 'fast'];
/** What is watched by default, of the probes there are. */
const WATCHED = ['tasks', 'threads', 'pool'];
/** For `parseArgs`. */
export const OPTIONS = /** @type {const} */ ({
  entry: { type: 'string' },
  probes: { type: 'string' },
  pace: { type: 'string', default: 'real' },
  json: { type: 'boolean', default: false },
  cold: { type: 'boolean', default: false },
  'stop-server': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  ...SCHEDULE_OPTIONS,
});

/**
 * A call that runs something. `args` are the program's own; `named` is true when the probes were.
 * @typedef {{ command: 'run', path: string, args: string[], entry: string | undefined, probes: string[], named: boolean,
 *   pace: Pace, json: boolean, cold: boolean } & import('./schedule.mjs').Asked} RunCall
 */

/**
 * @param {readonly string[]} args what stood after the script's name
 * @returns {{ command: 'help' } | { command: 'stop' } | RunCall}
 */
export function readCall(args) {
  const end = args.indexOf('--');
  const { values, positionals } = parse(end === -1 ? args : args.slice(0, end));
  if (values.help) return { command: 'help' };
  if (values['stop-server']) return { command: 'stop' };
  const [path = ''] = positionals;
  if (positionals.length !== 1 || path === '') {
    const hint = positionals.length > 1 ? ' Arguments of the program stand after --.' : '';
    throw new WrongCall(`Say which program to run, one file or folder.${hint} ${ASK_FOR_HELP}`);
  }
  return {
    command: 'run',
    path,
    args: end === -1 ? [] : args.slice(end + 1),
    entry: values.entry,
    probes: readProbes(values.probes),
    named: values.probes !== undefined,
    pace: oneOf(PACES, values.pace, 'pace'),
    json: values.json,
    cold: values.cold,
    ...readSchedule(values),
  };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    throw new WrongCall(`${messageOf(error).split('. ')[0]}. ${ASK_FOR_HELP}`);
  }
}

/**
 * `output` may be named although it is no probe: output is always reported.
 * @param {string | undefined} typed
 */
function readProbes(typed) {
  const probes = knownProbes();
  if (typed === undefined) return WATCHED.filter((name) => probes.includes(name));
  const known = [...probes, 'output'];
  const names = typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names) oneOf(known, name, 'probe');
  return [...new Set(names)].filter((name) => name !== 'output');
}

/** The names in the register of probes, which is Python. */
function knownProbes() {
  const path = join(ROOT, 'src', 'runtime', 'python', 'faultline', 'probes', '__init__.py');
  const register = /^PROBES\b[^{]*\{([^}]*)\}/m.exec(readPlain(path))?.[1] ?? '';
  return [...register.matchAll(/"([\w-]+)":/g)].map(([, name = '']) => name);
}
