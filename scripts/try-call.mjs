// Reads the command line of `npm run try`; a wrong one is answered with a sentence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './command.mjs';
import { readSchedule, SCHEDULE_OPTIONS, SCHEDULE_USAGE } from './try-schedule.mjs';
import { oneOf, WrongCall } from './wrong-call.mjs';

export const USAGE =
  'npm run try -- <file.py or folder> [--entry main.py] [--probes tasks,threads,pool,output] [--pace real|fast] [--json] ' +
  SCHEDULE_USAGE;

const PACES = ['real', 'fast'];
/** What is watched unless told otherwise, of the probes there are. */
const WATCHED = ['tasks', 'threads', 'pool'];
const OPTIONS = {
  entry: { type: 'string' },
  probes: { type: 'string' },
  pace: { type: 'string', default: 'real' },
  json: { type: 'boolean', default: false },
  ...SCHEDULE_OPTIONS,
};

/**
 * @param {readonly string[]} args what stood after the script's name
 * @returns {{ path: string, entry: string | undefined, probes: string[], pace: string, json: boolean,
 *   schedule: object, search: object | null, chosen: boolean }} the last three as from `readSchedule`
 */
export function readCall(args) {
  const { values, positionals } = parse(args);
  if (positionals.length !== 1) {
    throw new WrongCall(`Say which program to run, one file or folder: ${USAGE}`);
  }
  return {
    path: positionals[0],
    entry: values.entry,
    probes: readProbes(values.probes),
    pace: oneOf(PACES, values.pace, 'pace'),
    json: values.json,
    ...readSchedule(values),
  };
}

function parse(args) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    throw new WrongCall(`${error.message.split('. ')[0]}. This is how it is called: ${USAGE}`);
  }
}

/** `output` may be named although it is no probe: output is always reported. */
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
  const register = /^PROBES\b[^{]*\{([^}]*)\}/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  return [...register.matchAll(/"([\w-]+)":/g)].map(([, name]) => name);
}
