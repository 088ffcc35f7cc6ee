// `npm run package`: builds the page and packs it into a zip, with small servers for whoever has Python or Node.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, script } from './command.mjs';
import { setUp } from './setup.mjs';

await script(async () => {
  await setUp();
  // What packs is a package itself, and only here for certain now.
  const { pack } = await import('./package/pack.mjs');
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const name = `faultline-${version}.zip`;
  const zip = await pack(join(ROOT, 'dist'));
  writeFileSync(join(ROOT, name), zip);
  console.log(
    `The page is in ${name} (${(zip.length / 1e6).toFixed(1)} MB). README.txt in it says how to open it.`,
  );
});
