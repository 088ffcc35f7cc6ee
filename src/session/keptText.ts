/** Programs and drafts as one text file that a person can read, and copy from. Pure. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { Files } from '../store/files.ts';
import type { Unread } from '../store/keptDrafts.ts';
import type { Draft } from '../store/storedDrafts.ts';
import { sideName } from './sideName.ts';

/** A part for each file, under a line that names it. */
export function filesAsText(lesson: Lesson | null, side: SideName, files: Files): string[] {
  return Object.entries(files).map(([file, text]) => part(`${sideName(lesson, side)}: ${file}`, text));
}

export function draftsAsText(lesson: Lesson | null, drafts: readonly Draft[]): string {
  return drafts.map(({ side, file, text }) => part(`${sideName(lesson, side)}: ${file}`, text)).join('\n');
}

export function unreadAsText(texts: readonly Unread[]): string {
  return texts.map(({ name, text }) => part(name, text)).join('\n');
}

function part(title: string, text: string): string {
  return `# ---- ${title} ----\n${text.endsWith('\n') ? text : `${text}\n`}`;
}
