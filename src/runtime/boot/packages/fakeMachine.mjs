// A machine for tests: files in memory, and a network and commands that answer as told.

/**
 * @typedef {import('./machine.mjs').Machine} Machine
 * @typedef {(command: string, args: string[], write: (name: string, text: string) => void) => void} Run what a command
 *   does; `write` puts a file into its folder
 */

/**
 * @param {object} known
 * @param {Record<string, string>} [known.files] texts by path
 * @param {(address: string) => Uint8Array} [known.fetch] throws where there is no network
 * @param {Run} [known.run]
 * @returns {{ machine: Machine, asked: string[], kept: Map<string, Buffer> }} `asked`: everything that was asked of the
 *   network and of commands, in order
 */
export function fakeMachine({ files = {}, fetch, run }) {
  const kept = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  /** @type {string[]} */
  const asked = [];
  /** @type {Machine} */
  const machine = {
    cache: '/cache',
    read: (path) => kept.get(path) ?? null,
    write: (path, bytes) => void kept.set(path, Buffer.from(bytes)),
    list: (folder) =>
      [...kept.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''),
    fetch: async (address) => {
      asked.push(address);
      if (fetch === undefined) throw new Error('no network');
      return fetch(address);
    },
    run: async (command, args, { folder }) => {
      asked.push([command, ...args].join(' '));
      if (run === undefined) throw new Error(`${command}: not found`);
      run(
        command,
        args,
        (name, text) => void kept.set(`${folder ?? args.at(-1)}/${name}`, Buffer.from(text)),
      );
      return new Uint8Array();
    },
    aside: (body) => body('/aside'),
  };
  return { machine, asked, kept };
}
