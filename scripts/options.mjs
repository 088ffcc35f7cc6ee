// Reads the options of a command line; a wrong one is answered with a sentence.
import util from 'node:util';
import { PlainError } from './command.mjs';

/**
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} T
 * @param {T} options as `parseArgs` of node:util takes them
 */
export function readOptions(options) {
  try {
    return util.parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new PlainError(`${sentence}. This command knows: ${known.join(', ')}`);
  }
}
