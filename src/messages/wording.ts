/** Small pieces of wording that several screens share. */
import { formatCount } from '../base/format.ts';

/** `1 event`, `2 events`. */
export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A name of the program stands in quotes; Python's reports mark it with backticks, as its documentation does. */
export function quoteNames(text: string): string {
  return text.replace(/`([^`]*)`/g, '“$1”');
}

/** A sentence as pieces: the names of the program, which stand between backticks, and what is between them. */
export function piecesOf(text: string): readonly { readonly text: string; readonly isName: boolean }[] {
  return text.split('`').map((piece, index) => ({ text: piece, isName: index % 2 === 1 }));
}

/** What a thread waits for: `waits for lock “a”`; one sleeps in a call, not for it. */
export function waitsFor(what: string): string {
  if (what === '') return 'waits';
  return what.startsWith('sleep(') ? `waits in ${what}` : `waits for ${what}`;
}
