// `npm run record -- lessons/1-asyncio ...`: runs both sides on the real interpreter and keeps what they reported.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, ROOT, script } from './command.mjs';
import { lessonFolder, measureLesson } from './try/lesson.mjs';
import { openBrowser } from './try/page.mjs';
import { makeReady } from './try/ready.mjs';

/** What the lessons' folders call it. */
const FILE = 'recording.json';

/**
 * @import { Recorded } from '../src/harness/recording.ts'
 * @import { Terminal } from '../src/harness/terminal.ts'
 * @import { Lesson, SideName } from '../src/lesson/schema.ts'
 * @import { Page } from './try/page.mjs'
 */

await script(async () => {
  const named = process.argv.slice(2);
  const folders = (named.length > 0 ? named : allLessons()).map(folderOf);
  const lessons = await Promise.all(folders.map(read));
  await makeReady(lessons.flatMap(({ packages }) => packages));
  const browser = await openBrowser();
  const page = await browser.open();
  for (const [index, lesson] of lessons.entries()) {
    const broken = await record(page, lesson, 'broken');
    const fixed = await record(page, lesson, 'fixed');
    const made = new Date().toISOString().slice(0, 10);
    const recording = { made, python: page.python, of: fixed.of, broken: broken.side, fixed: fixed.side };
    const path = join(folders[index] ?? '', FILE);
    writeFileSync(path, `${JSON.stringify(recording, null, 2)}\n`);
    console.log(`${path}: ${Math.round(JSON.stringify(recording).length / 100) / 10} kB`);
  }
  await browser.close();
});

/** @returns {string[]} */
function allLessons() {
  const entries = readdirSync(join(ROOT, 'lessons'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && /^\d/.test(entry.name))
    .map(({ name }) => join(ROOT, 'lessons', name));
}

/** @param {string} path */
function folderOf(path) {
  const folder = lessonFolder(path);
  if (folder === null)
    throw new PlainError(`"${path}" is no lesson: name a folder such as lessons/1-asyncio`);
  return folder;
}

/** @param {string} folder */
async function read(folder) {
  const result = await measureLesson.read(folder);
  if (!result.ok) throw new PlainError(result.problem);
  return result.lesson;
}

/**
 * @param {Page} page
 * @param {Lesson} lesson
 * @param {SideName} side
 * @returns {Promise<Recorded>}
 */
function record({ page }, lesson, side) {
  return page.evaluate(
    (asked) => {
      /** @type {Terminal} */
      const faultline = Reflect.get(globalThis, 'faultline');
      return faultline.recordSide(asked.lesson, asked.side);
    },
    { lesson, side },
  );
}
