/** Programs and drafts as one text file that a person can read, and copy from. Pure. */
import type { SideName } from '../lesson/schema.ts';
import { messages } from '../messages/en.ts';
import type { Draft } from '../store/drafts.ts';
import type { Files } from '../store/files.ts';
import type { Unread } from '../store/keptDrafts.ts';

/** A part for each file, under a line that names it. */
export function filesAsText(side: SideName, files: Files): string[] {
  return Object.entries(files).map(([file, text]) => part(`${messages.sides[side]}: ${file}`, text));
}

export function draftsAsText(drafts: readonly Draft[]): string {
  return drafts.map(({ side, file, text }) => part(`${messages.sides[side]}: ${file}`, text)).join('\n');
}

export function unreadAsText(texts: readonly Unread[]): string {
  return texts.map(({ name, text }) => part(name, text)).join('\n');
}

function part(title: string, text: string): string {
  return `# ---- ${title} ----\n${text.endsWith('\n') ? text : `${text}\n`}`;
}
