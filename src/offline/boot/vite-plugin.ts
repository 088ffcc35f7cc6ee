/** The build's part of offline use: bundles the service worker once all other files of the page are written. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import type { BuiltFiles } from '../files.ts';
import { WORKER } from '../host/worker-address.ts';
import { listBuilt } from './built-files.ts';

const VIRTUAL = 'virtual:faultline-files';
const RESOLVED = `\0${VIRTUAL}`;

/** Adds the service worker to what is built. */
export function offlinePlugin(): Plugin {
  let root = '';
  let folder = '';
  return {
    name: 'faultline-offline',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      folder = join(root, config.build.outDir);
    },
    async writeBundle() {
      writeFileSync(join(folder, WORKER), await bundle(root, listBuilt(folder, WORKER)));
    },
  };
}

/** One classic script: module workers do not start as service workers everywhere. */
async function bundle(root: string, files: BuiltFiles): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [filesPlugin(files)],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      rolldownOptions: {
        input: join(root, 'src/offline/worker/main.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).filter(
    (part): part is Rolldown.RolldownOutput => 'output' in part,
  );
  const chunk = outputs.flatMap((part) => part.output).find((part) => part.type === 'chunk');
  if (chunk === undefined) throw new Error('the service worker was not bundled');
  return chunk.code;
}

function filesPlugin(files: BuiltFiles): Plugin {
  return {
    name: 'faultline-files',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? `export const files = ${JSON.stringify(files)};` : null),
  };
}
