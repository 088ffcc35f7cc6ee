// `npm start`: makes the clone ready, serves the built page and prints its address.
import { join } from 'node:path';
import { ROOT, PlainError, script } from './command.mjs';
import { readOptions } from './options.mjs';
import { checkPort, listen, readPort } from './port.mjs';
import { createSite } from './serve.mjs';
import { setUp } from './setup.mjs';

await script(async () => {
  const options = readOptions({
    port: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    base: { type: 'string', default: '/' },
  });
  const port = readPort(options.port ?? process.env['PORT']);
  const base = readBase(options.base);

  await checkPort(port, options.host);
  await setUp();
  await listen(createSite({ folder: join(ROOT, 'dist'), base }), port, options.host);

  const name = options.host === '127.0.0.1' ? 'localhost' : options.host;
  console.log(`Faultline is at http://${name}:${port}${base}`);
  console.log('Press Ctrl+C to stop.');
});

/**
 * `/`, or `/sub/path/` to try the page where a host would put it.
 * @param {string} typed
 */
function readBase(typed) {
  if (/^\/([\w.~-]+\/)*$/.test(typed)) return typed;
  throw new PlainError(
    `"${typed}" is not a base path: it begins and ends with a slash, for example /sub/path/`,
  );
}
