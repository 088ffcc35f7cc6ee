// Makes ready and serves the page that the contract tests drive.
import { script } from '../command.mjs';
import { readOptions } from '../options.mjs';
import { listen, readPort } from '../port.mjs';
import { createSite } from '../serve.mjs';
import { buildHarness, HARNESS, prepareForDeveloping } from '../setup.mjs';

await script(async () => {
  const { port } = readOptions({ port: { type: 'string' } });
  await prepareForDeveloping();
  await buildHarness();
  await listen(createSite({ folder: HARNESS, base: '/' }), readPort(port), '127.0.0.1');
});
