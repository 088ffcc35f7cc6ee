// The four ways to get a package, each on its own: a try ends in an archive or in the reason why not.
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';

/**
 * @typedef {object} Found
 * @property {string} source `pyodide`, `pip` or `debian`
 * @property {string} file the archive's name
 * @property {Uint8Array} bytes a wheel (a zip) or a Debian package
 *
 * @typedef {import('./machine.mjs').Machine} Machine
 * @typedef {Pick<import('./list.mjs').Entry, 'name' | 'sources'>} Wanted
 * @typedef {{ name: string, find: (wanted: Wanted) => Promise<Found> }} Source
 * @typedef {{ packages: Record<string, { file_name: string, sha256: string }> }} Lock what is read of Pyodide's lock file
 */

/** How long a single download may take before the next way is tried. */
const FETCH_MS = 20_000;
const PIP_SECONDS = 30;
/** The list of Debian's packages is some ten megabytes. */
const APT_SECONDS = 90;
/** The first suite with SQLAlchemy 2.0. */
const SUITE = 'trixie';

/**
 * The wheel that Pyodide's lock file names, from where Pyodide publishes its packages.
 * @param {Machine} machine
 * @param {{ lock: Lock, version: string }} pyodide
 * @returns {Source}
 */
export function pyodideSource(machine, { lock, version }) {
  return {
    name: 'pyodide',
    async find({ sources }) {
      const locked = lock.packages[sources.pyodide.lockName];
      if (locked === undefined) throw new Error("Pyodide's lock file does not name it");
      const address = `https://cdn.jsdelivr.net/pyodide/v${version}/full/${locked.file_name}`;
      const bytes = await machine.fetch(address, FETCH_MS);
      return checked({ source: 'pyodide', file: locked.file_name, bytes }, locked.sha256);
    },
  };
}

/**
 * A pure Python wheel by pip, from whichever index it is set up for.
 * @param {Machine} machine
 * @returns {Source}
 */
export function pipSource(machine) {
  return {
    name: 'pip',
    find: ({ name, sources: { pip } }) =>
      machine.aside(async (folder) => {
        const args = ['-m', 'pip', '--disable-pip-version-check', '--no-input', 'download', '--quiet'];
        const options = ['--retries', '0', '--timeout', '5', '--no-deps', '--dest', folder];
        // No wheel for this machine's Python: one that runs on any.
        const pure = ['--only-binary=:all:', '--platform', 'any', '--implementation', 'py', '--abi', 'none'];
        const wanted = ['--python-version', '3.14', `${name}==${pip.version}`];
        await machine.run('python3', [...args, ...options, ...pure, ...wanted], { seconds: PIP_SECONDS });
        const found = fetchedInto(machine, folder, '.whl');
        return checked({ source: 'pip', ...found }, pip.sha256);
      }),
  };
}

/**
 * A Debian package by apt, from the mirror and with the keys that this machine trusts already.
 * @param {Machine} machine
 * @returns {Source}
 */
export function debianSource(machine) {
  return {
    name: 'debian',
    async find({ sources: { debian } }) {
      const release = textOf(machine, '/etc/os-release');
      if (!/^ID(_LIKE)?=.*debian/m.test(release)) throw new Error('this is no Debian');
      return await machine.aside(async (folder) => {
        const apt = aptIn(machine, folder);
        await apt('update');
        await apt('download', debian.package);
        return checked({ source: 'debian', ...fetchedInto(machine, folder, '.deb') }, debian.sha256);
      });
    },
  };
}

/**
 * apt with lists, caches and settings of its own, so that the machine's stay as they are.
 * @param {Machine} machine
 * @param {string} folder
 * @returns {(...args: string[]) => Promise<Uint8Array>}
 */
function aptIn(machine, folder) {
  const { mirror, keyring } = debianMirror(machine);
  const list = join(folder, 'faultline.sources');
  const stanza = `Types: deb\nURIs: ${mirror}\nSuites: ${SUITE}\nComponents: main\nSigned-By: ${keyring}\n`;
  machine.write(list, Buffer.from(stanza));
  const state = join(folder, 'state');
  for (const part of ['status', 'lists/partial/x', 'cache/archives/partial/x']) {
    machine.write(join(state, part), new Uint8Array());
  }
  const settings = [
    `Dir::Etc::sourcelist=${list}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State=${state}`,
    `Dir::State::lists=${join(state, 'lists')}`,
    `Dir::State::status=${join(state, 'status')}`,
    `Dir::Cache=${join(state, 'cache')}`,
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::Retries=1',
    'Acquire::http::Timeout=10',
    'Acquire::https::Timeout=10',
  ].flatMap((setting) => ['-o', setting]);
  return (...args) => machine.run('apt-get', ['-qq', ...settings, ...args], { seconds: APT_SECONDS, folder });
}

/**
 * The mirror that this machine gets Debian itself from, and the keyring that it checks it with.
 * @param {Machine} machine
 */
function debianMirror(machine) {
  const folder = '/etc/apt/sources.list.d';
  const texts = ['/etc/apt/sources.list', ...machine.list(folder).map((name) => join(folder, name))].map(
    (path) => textOf(machine, path),
  );
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  for (const text of texts) {
    // One stanza or one line at a time: `URIs: ADDRESS`, or `deb [options] ADDRESS suite component`.
    for (const part of text.split(/\n\s*\n|\n(?=deb )/)) {
      const mirror = /^URIs:\s*(\S+)/m.exec(part)?.[1] ?? /^deb\s+(?:\[[^\]]*\]\s*)?(\S+)/m.exec(part)?.[1];
      if (mirror !== undefined && /\/debian\/?$/.test(mirror)) return { mirror, keyring };
    }
  }
  throw new Error('apt names no mirror of Debian');
}

/**
 * The one file of this kind in a folder.
 * @param {Machine} machine
 * @param {string} folder
 * @param {string} ending
 */
function fetchedInto(machine, folder, ending) {
  const file = machine.list(folder).find((name) => name.endsWith(ending));
  const bytes = file === undefined ? null : machine.read(join(folder, file));
  if (file === undefined || bytes === null) throw new Error('nothing was downloaded');
  return { file: basename(file), bytes };
}

/** @type {(machine: Machine, path: string) => string} */
const textOf = (machine, path) => Buffer.from(machine.read(path) ?? []).toString('utf8');

/**
 * Throws when the bytes are not those that were pinned.
 * @param {Found} found
 * @param {string | null} sha256
 */
function checked(found, sha256) {
  const hash = createHash('sha256').update(found.bytes).digest('hex');
  if (sha256 !== null && hash !== sha256) throw new Error(`${found.file} is not what was expected`);
  return found;
}
