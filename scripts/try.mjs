// `npm run try -- <file.py or folder>`: runs a program on the page's own runtime in a headless browser, and reports.
import { nodeProblem } from './node-version.mjs';
import { PlainError } from './command.mjs';
import { readCall } from './try/call.mjs';
import { HELP } from './try/help.mjs';
import { EXIT, perform } from './try/perform.mjs';
import { WrongCall } from './wrong-call.mjs';

// Whoever reads what is printed may have had enough, as `head` has.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  const problem = nodeProblem();
  if (problem !== null) throw new PlainError(problem);
  process.exitCode = await carryOut(readCall(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = error instanceof WrongCall ? EXIT.wrongCall : EXIT.unable;
}

/** @param {ReturnType<typeof readCall>} call */
async function carryOut(call) {
  if (call.command === 'help') {
    process.stdout.write(HELP);
    return EXIT.fine;
  }
  if (call.command === 'stop') {
    const { stopServer } = await import('./try/client.mjs');
    console.log((await stopServer()) ? 'The server has been told to end.' : 'No server is running.');
    return EXIT.fine;
  }
  return perform(call);
}
