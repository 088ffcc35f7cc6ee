// Finds a package: what was fetched before, else the first source that has it.
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Beside the archives: which file each package came from, with its hash. */
const INDEX = 'index.json';

/**
 * @typedef {import('./machine.mjs').Machine} Machine
 * @typedef {import('./sources.mjs').Found} Found
 * @typedef {{ name: string, sources: object }} Wanted
 * @typedef {{ source: string, file: string, sha256: string, pins: string }} Kept
 */

/**
 * @template {Wanted} W
 * @param {Machine} machine
 * @param {readonly { name: string, find: (wanted: W) => Promise<Found> }[]} sources in
 *   the order in which they are tried
 * @param {W} wanted an entry of the list
 * @returns {Promise<{ found: Found | null, tried: string[] }>} `tried`: why each source had
 *   nothing
 */
export async function findPackage(machine, sources, wanted) {
  const kept = fromCache(machine, wanted);
  if (kept !== null) return { found: kept, tried: [] };
  /** @type {string[]} */
  const tried = [];
  for (const source of sources) {
    try {
      const found = await source.find(wanted);
      keep(machine, wanted, found);
      return { found, tried };
    } catch (error) {
      tried.push(`${source.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { found: null, tried };
}

/**
 * A file in the cache counts only for the pins that it was fetched for, and while its bytes are the same.
 * @param {Machine} machine
 * @param {Wanted} wanted
 * @returns {Found | null}
 */
function fromCache(machine, wanted) {
  const entry = indexOf(machine)[wanted.name];
  if (entry === undefined || entry.pins !== pinsOf(wanted)) return null;
  const bytes = machine.read(join(machine.cache, entry.file));
  return bytes !== null && hashOf(bytes) === entry.sha256
    ? { source: entry.source, file: entry.file, bytes }
    : null;
}

/**
 * @param {Machine} machine
 * @param {Wanted} wanted
 * @param {Found} found
 */
function keep(machine, wanted, { source, file, bytes }) {
  const entry = { source, file, sha256: hashOf(bytes), pins: pinsOf(wanted) };
  const index = { ...indexOf(machine), [wanted.name]: entry };
  machine.write(join(machine.cache, file), bytes);
  machine.write(join(machine.cache, INDEX), Buffer.from(`${JSON.stringify(index, null, 2)}\n`));
}

/**
 * @param {Machine} machine
 * @returns {Record<string, Kept>}
 */
function indexOf(machine) {
  const bytes = machine.read(join(machine.cache, INDEX));
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString('utf8') || '{}');
  } catch {
    return {};
  }
}

/** @param {Wanted} wanted */
const pinsOf = ({ sources }) => hashOf(Buffer.from(JSON.stringify(sources))).slice(0, 12);

/** @param {Uint8Array} bytes */
const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');
