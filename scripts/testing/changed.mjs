// Which files differ from the main branch: committed since, edited, or new and not ignored.
import { PlainError, run } from '../command.mjs';

/** Tried in this order: one that is not there is no reason to fail. */
const MAIN = ['origin/main', 'main'];

/** @param {readonly string[]} args */
const git = (...args) => run('git', ['-c', 'core.quotePath=off', ...args], { quiet: true });

/**
 * @returns {Promise<{ files: string[], since: string }>} paths as Git writes them, and in words since when. Throws a
 *   PlainError where there is no Git, or no main branch to compare with.
 */
export async function changedFiles() {
  const base = await mergeBase();
  const lists = await Promise.all([
    git('diff', '--name-only', '--no-renames', '-z', base.commit, '--'),
    git('ls-files', '--others', '--exclude-standard', '-z'),
  ]);
  const failed = lists.find(({ code }) => code !== 0);
  if (failed !== undefined)
    throw new PlainError(`git could not say what has changed: ${failed.output.trim()}`);
  const files = lists.flatMap(({ output }) => output.split('\0')).filter(Boolean);
  return { files: [...new Set(files)].toSorted(), since: `${base.branch} (${base.commit.slice(0, 7)})` };
}

/** Where this branch left the main one; of several the nearest, which has the fewest commits since. */
async function mergeBase() {
  const found = [];
  for (const branch of MAIN) {
    const { code, output } = await git('merge-base', 'HEAD', branch);
    if (code !== 0) continue;
    const commit = output.trim();
    const { output: count } = await git('rev-list', '--count', `${commit}..HEAD`);
    found.push({ branch, commit, distance: Number(count) });
  }
  const [nearest] = found.toSorted((one, other) => one.distance - other.distance);
  if (nearest !== undefined) return nearest;
  throw new PlainError(
    'npm test -- --changed compares with the branch main, and there is none here. Run npm test for everything.',
  );
}

/** All files of the project by path, as Git lists them: committed or new, but not ignored. */
export async function projectFiles() {
  const { code, output } = await git('ls-files', '--cached', '--others', '--exclude-standard', '-z');
  if (code !== 0)
    throw new PlainError('This folder is no Git checkout, so there is nothing to compare with.');
  return [...new Set(output.split('\0').filter(Boolean))];
}
