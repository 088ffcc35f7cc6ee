// Serves the page that was packed with it, for whoever has Node: `node start.mjs`.
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { createSite } from '../serve.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8314' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const site = createSite({ folder: fileURLToPath(new URL('page', import.meta.url)), base: '/' });

site.on('error', (error) => {
  console.error(`Faultline could not be served: ${error.message}`);
  console.error('Another port may be free: node start.mjs --port 8315');
  process.exitCode = 1;
});
site.listen(Number(values.port), values.host, () => {
  const address = site.address();
  const port = typeof address === 'object' ? address?.port : address;
  console.log(`Faultline is at http://localhost:${port}/`);
  console.log('Press Ctrl+C to stop.');
});
