// `npm run dev`: makes the clone ready and starts Vite's development server, which reloads as you type.
import { spawn } from 'node:child_process';
import { PlainError, ROOT, script, toolPath } from './command.mjs';
import { prepareForDeveloping } from './setup.mjs';

await script(async () => {
  await prepareForDeveloping();
  // The terminal is handed over, so that Vite's own keys and colours work.
  const vite = spawn(process.execPath, [toolPath('vite', 'vite'), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const code = await new Promise((resolve) => vite.on('close', resolve));
  if (code) throw new PlainError(`Vite ended with exit code ${code}.`);
});
