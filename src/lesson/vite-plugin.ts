/** Puts the lessons into the build, checked: the module `virtual:faultline-lessons`. A broken lesson stops the build. */
import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { ANSWERS_FILE, readAnswers } from './answers.ts';
import { findLessonFolders } from './folders.ts';
import { writeProblem, type Problem } from './problem.ts';
import { readLessons } from './read.ts';

const NAME = 'virtual:faultline-lessons';
/** Vite's mark for modules that are no files. */
const ID = `\0${NAME}`;

/** Lessons are read below `lessons/` of Vite's root, and again whenever one changes while developing. */
export function lessonsPlugin(): Plugin {
  let lessonsPath = '';
  return {
    name: 'faultline-lessons',
    configResolved(config) {
      lessonsPath = join(config.root, 'lessons');
    },
    resolveId(source) {
      return source === NAME ? ID : undefined;
    },
    load(id) {
      if (id !== ID) return undefined;
      const read = readLessons(findLessonFolders(lessonsPath));
      // No stack: the fault is in a lesson, and the author knows no more after reading ours.
      if (!read.ok) this.error({ message: problemText(read.error), stack: '' });
      const path = join(lessonsPath, ANSWERS_FILE);
      const answers = readAnswers(existsSync(path) ? readFileSync(path, 'utf8') : '', read.value);
      if (!answers.ok) this.error({ message: problemText(answers.error), stack: '' });
      const named = { lessons: read.value, answers: answers.value };
      return Object.entries(named)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        if (path.startsWith(lessonsPath + sep)) reload(server);
      });
    },
  };
}

function problemText(problems: readonly Problem[]): string {
  return ['These lessons need a hand:', ...problems.map(writeProblem)].join('\n  ');
}

function reload(server: ViteDevServer): void {
  const { moduleGraph, hot } = server.environments.client;
  const module = moduleGraph.getModuleById(ID);
  if (module) moduleGraph.invalidateModule(module);
  hot.send({ type: 'full-reload' });
}
