/**
 * Puts the lessons into the build, checked: the module `virtual:faultline-lessons`, and apart from it what is fetched
 * only where it is shown, `virtual:faultline-notes` and `virtual:faultline-recordings`. A broken lesson stops the build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { ANSWERS_FILE, readAnswers } from './answers.ts';
import { findLessonFolders } from './folders.ts';
import { writeProblem, type Problem } from './problem.ts';
import { readLessons } from './read.ts';
import type { Lesson, WholeLesson } from './schema.ts';

const LESSONS = 'virtual:faultline-lessons';
const NOTES = 'virtual:faultline-notes';
const RECORDINGS = 'virtual:faultline-recordings';
/** Vite's mark for modules that are no files. */
const VIRTUAL = '\0';
const NAMES = [LESSONS, NOTES, RECORDINGS];
const IDS = NAMES.map((name) => VIRTUAL + name);

/** Lessons are read below `lessons/` of Vite's root, and again whenever one changes while developing. */
export function lessonsPlugin(): Plugin {
  let lessonsPath = '';
  return {
    name: 'faultline-lessons',
    configResolved(config) {
      lessonsPath = join(config.root, 'lessons');
    },
    resolveId(source) {
      return NAMES.includes(source) ? VIRTUAL + source : undefined;
    },
    load(id) {
      if (!IDS.includes(id)) return undefined;
      const read = readLessons(findLessonFolders(lessonsPath));
      // No stack: the fault is in a lesson, and the author knows no more after reading ours.
      if (!read.ok) this.error({ message: problemText(read.error), stack: '' });
      if (id === VIRTUAL + NOTES) return exported({ notes: byId(read.value, ({ notes }) => notes) });
      if (id === VIRTUAL + RECORDINGS) {
        return exported({ recordings: byId(read.value, ({ recording }) => recording) });
      }
      const path = join(lessonsPath, ANSWERS_FILE);
      const answers = readAnswers(existsSync(path) ? readFileSync(path, 'utf8') : '', read.value);
      if (!answers.ok) this.error({ message: problemText(answers.error), stack: '' });
      return exported({ lessons: read.value.map(onThePage), answers: answers.value });
    },
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        if (path.startsWith(lessonsPath + sep)) reload(server);
      });
    },
  };
}

function exported(named: Readonly<Record<string, unknown>>): string {
  return Object.entries(named)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

function onThePage({ notes: _notes, recording: _recording, ...lesson }: WholeLesson): Lesson {
  return lesson;
}

function byId<T>(lessons: readonly WholeLesson[], what: (lesson: WholeLesson) => T): Record<string, T> {
  return Object.fromEntries(lessons.map((lesson) => [lesson.id, what(lesson)]));
}

function problemText(problems: readonly Problem[]): string {
  return ['These lessons need a hand:', ...problems.map(writeProblem)].join('\n  ');
}

function reload(server: ViteDevServer): void {
  const { moduleGraph, hot } = server.environments.client;
  for (const id of IDS) {
    const module = moduleGraph.getModuleById(id);
    if (module) moduleGraph.invalidateModule(module);
  }
  hot.send({ type: 'full-reload' });
}
