// The file by which calls find the server that keeps Python warm: its port, and a token that only this user can read.
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../command.mjs';

/** `FAULTLINE_SERVER_FILE` names another one, for a server of one's own. */
export const SERVER_FILE = process.env['FAULTLINE_SERVER_FILE'] ?? join(ROOT, '.faultline', 'server.json');

/** @typedef {{ pid: number, port: number, token: string, stamp: string }} Entry */

/** @returns {Entry | null} null where there is none, or none that can be meant */
export function readServerFile(path = SERVER_FILE) {
  try {
    const { pid, port, token, stamp } = JSON.parse(readFileSync(path, 'utf8'));
    const whole = Number.isInteger(pid) && Number.isInteger(port) && port > 0 && port < 65_536;
    return whole && typeof token === 'string' && typeof stamp === 'string'
      ? { pid, port, token, stamp }
      : null;
  } catch {
    return null;
  }
}

/**
 * Whoever reads it finds all of it or the one before; nobody but this user can read it at any time.
 * @param {Entry} entry
 */
export function writeServerFile(entry, path = SERVER_FILE) {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${entry.pid}`;
  rmSync(beside, { force: true });
  writeFileSync(beside, JSON.stringify(entry), { mode: 0o600, flag: 'wx' });
  // A mask may have taken more away, and a system may have left more.
  chmodSync(beside, 0o600);
  renameSync(beside, path);
}

/**
 * Removes the file if it is still this server's.
 * @param {Pick<Entry, 'token'>} entry
 */
export function removeServerFile({ token }, path = SERVER_FILE) {
  if (readServerFile(path)?.token === token) rmSync(path, { force: true });
}
