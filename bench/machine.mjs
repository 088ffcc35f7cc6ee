// What figures were measured on: a time without its machine says nothing.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { ROOT } from '../scripts/command.mjs';

const GIBIBYTE = 1024 ** 3;

/**
 * @typedef {ReturnType<typeof machineOf>} Machine
 * @param {string} browser its version
 */
export function machineOf(browser) {
  const [first] = cpus();
  return {
    began: new Date().toISOString(),
    commit: commit(),
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${(totalmem() / GIBIBYTE).toFixed(1)} GiB`,
    system: `${type()} ${release()}`,
    browser: `Chromium ${browser}, headless`,
    node: process.version,
    /** how many processes wanted the processor in the minute before; null where the system does not tell */
    busy: process.platform === 'win32' ? null : Number(loadavg()[0]?.toFixed(1)),
  };
}

/** With a word where files were changed since; null in a copy without its history. */
function commit() {
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ', with changes' : ''}`;
  } catch {
    return null;
  }
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
