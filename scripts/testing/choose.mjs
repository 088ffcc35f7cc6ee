// Reads the project and its changes, has the tests chosen, and says in words what was chosen and why.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../command.mjs';
import { changedFiles, projectFiles } from './changed.mjs';
import { chooseChanged, chooseLesson, nothing } from './choice.mjs';
import { lessonCalled, lessonsIn } from './lessons.mjs';

/** So many names are listed; the rest is counted. */
const NAMED = 4;
/** What is read as text: what imports, is imported, or names another file. */
const TEXT = /\.(tsx?|mts|mjs|py|md|json|html|css|txt)$/;

/**
 * @param {{ changed: boolean, lesson: string | undefined }} wanted together they choose what either chooses
 * @returns {Promise<{ chosen: Map<string, 'all' | Set<string>>, words: string }>} Throws a PlainError on a lesson that
 *   is not there, and where nothing can be compared
 */
export async function chooseTests({ changed, lesson }) {
  const texts = await readTexts();
  const choice = nothing();
  const words = [];
  if (lesson !== undefined) chooseLesson(choice, lessonCalled(lesson, lessonsIn(texts)), texts);
  if (changed) {
    const { files, since } = await changedFiles();
    words.push(`${files.length === 1 ? '1 file differs' : `${files.length} files differ`} from ${since}.`);
    chooseChanged(choice, files, texts);
  }
  words.push(...reasonsInWords(choice.why), `Chosen: ${inWords(choice.stages) || 'nothing'}`);
  return { chosen: choice.stages, words: words.join('\n') };
}

async function readTexts() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const path of await projectFiles()) {
    try {
      texts.set(path, TEXT.test(path) ? readFileSync(join(ROOT, path), 'utf8') : '');
    } catch {
      // Deleted, and Git does not know yet.
    }
  }
  return texts;
}

/**
 * A line for each reason, with the files that gave it.
 * @param {import('./choice.mjs').Choice['why']} why
 */
function reasonsInWords(why) {
  /** @type {Map<string, string[]>} */
  const byReason = new Map();
  for (const { path, reason } of why) byReason.set(reason, [...(byReason.get(reason) ?? []), path]);
  return [...byReason].map(([reason, paths]) => `  ${some(paths)}: ${reason}`);
}

/** @param {import('./choice.mjs').Choice['stages']} stages */
function inWords(stages) {
  return [...stages]
    .map(([stage, tests]) => (tests === 'all' ? stage : `${stage} (${some([...tests].map(shortly))})`))
    .join(', ');
}

/** @param {string} test */
const shortly = (test) => test.split('/').at(-1) ?? test;

/**
 * The first of them, and how many there are beside.
 * @param {readonly string[]} names
 */
function some(names) {
  const shown = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? `${shown} and ${names.length - NAMED} more` : shown;
}
