// `npm run link`: writes a link to a lesson with programs and settings of one's own, or says what a link holds.
import { PlainError } from './command.mjs';
import { readCall } from './link/call.mjs';
import { HELP } from './link/help.mjs';
import { perform } from './link/perform.mjs';
import { nodeProblem } from './node-version.mjs';
import { installPackages } from './setup.mjs';
import { WrongCall } from './wrong-call.mjs';

try {
  const problem = nodeProblem();
  if (problem !== null) throw new PlainError(problem);
  const call = readCall(process.argv.slice(2));
  if (call.command === 'help') process.stdout.write(HELP);
  else {
    await installPackages();
    const { code, out, err } = await perform(call);
    if (out !== undefined) console.log(out);
    if (err !== undefined) console.error(err);
    process.exitCode = code;
  }
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = error instanceof WrongCall ? 2 : 4;
}
