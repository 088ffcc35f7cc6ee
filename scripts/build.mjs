// `npm run build`: makes the clone ready and builds the page into dist/, to be put on any static host.
import { script } from './command.mjs';
import { setUp } from './setup.mjs';

await script(async () => {
  await setUp();
  console.log('The page is in dist/. Any static web host can serve it, from any path.');
});
