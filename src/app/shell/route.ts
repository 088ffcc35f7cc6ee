/** Addresses of the page: what the part after `#` means. Pure. */
import { lessonAt, readLessonAddress, type LessonAddress } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { isPublished } from '../../lesson/schema.ts';

export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'about' }
  | { readonly kind: 'answers' }
  /** the teacher's notes of a lesson, in a window beside the one that presents it */
  | { readonly kind: 'notes'; readonly lesson: Lesson }
  /** `lesson` is whose workspace is opened: a lesson, or one of its published programs */
  | { readonly kind: 'lesson'; readonly lesson: Lesson; readonly address: LessonAddress }
  | { readonly kind: 'unknown'; readonly address: string };

/** `''`, `#`, `#/` are home; `#/about`, `#/answers` are pages; `#/asyncio` is a lesson if it is among these; the rest is unknown. */
export function routeOf(hash: string, lessons: readonly Lesson[]): Route {
  const path = readable(hash.replace(/^#/, ''));
  if (path === '' || path === '/') return { kind: 'home' };
  if (/^\/about\/?$/.test(path)) return { kind: 'about' };
  if (/^\/answers\/?$/.test(path)) return { kind: 'answers' };
  const noted = lessons.find(({ id }) => path === `/notes/${id}`);
  if (noted !== undefined) return { kind: 'notes', lesson: noted };
  const address = readLessonAddress(`#${path}`);
  const lesson = address === null ? null : lessonAt(address, lessons);
  return address === null || lesson === null
    ? { kind: 'unknown', address: `#${path}` }
    : { kind: 'lesson', lesson, address };
}

export const homeAddress = '#/';
export const aboutAddress = '#/about';
export const answersAddress = '#/answers';

/** The address of the teacher's notes of a lesson. */
export function notesAddress(lesson: string): string {
  return `#/notes/${lesson}`;
}

/** The address of a lesson, or of a published program. */
export function lessonAddress(lesson: Lesson): string {
  return isPublished(lesson) ? `#/${lesson.within}/published/${lesson.part}` : `#/${lesson.id}`;
}

/** The address that opens a lesson at one of its steps, counted from 0. */
export function stepAddress(lesson: string, step: number): string {
  return `#/${lesson}/step/${step + 1}`;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
