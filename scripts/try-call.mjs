// Reads the command line of `npm run try`; a wrong one is answered with a sentence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError, ROOT } from './command.mjs';

/** The person typed something that cannot be meant; the exit code is 2. */
export class WrongCall extends PlainError {}

export const USAGE =
  'npm run try -- <file.py or folder> [--entry main.py] [--probes tasks,output] [--pace real|fast] [--json]';

const PACES = ['real', 'fast'];
const OPTIONS = {
  entry: { type: 'string' },
  probes: { type: 'string', default: 'tasks' },
  pace: { type: 'string', default: 'real' },
  json: { type: 'boolean', default: false },
};

/**
 * @param {readonly string[]} args what stood after the script's name
 * @returns {{ path: string, entry: string | undefined, probes: string[], pace: string, json: boolean }}
 */
export function readCall(args) {
  const { values, positionals } = parse(args);
  if (positionals.length !== 1) {
    throw new WrongCall(`Say which program to run, one file or folder: ${USAGE}`);
  }
  if (!PACES.includes(values.pace)) {
    throw new WrongCall(`There is no pace "${values.pace}". The paces are: ${PACES.join(', ')}`);
  }
  return {
    path: positionals[0],
    entry: values.entry,
    probes: readProbes(values.probes),
    pace: values.pace,
    json: values.json,
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
  const known = [...knownProbes(), 'output'];
  const names = typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new WrongCall(`There is no probe "${stranger}". The probes are: ${known.join(', ')}`);
  }
  return [...new Set(names)].filter((name) => name !== 'output');
}

/** The names in the register of probes, which is Python. */
function knownProbes() {
  const path = join(ROOT, 'src', 'runtime', 'python', 'faultline', 'probes', '__init__.py');
  const register = /^PROBES\b[^{]*\{([^}]*)\}/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  return [...register.matchAll(/"([\w-]+)":/g)].map(([, name]) => name);
}
