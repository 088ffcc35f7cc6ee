/** Addresses of the page: what the part after `#` means. Pure. */
import {
  lessonAt,
  pageAddress,
  readLessonAddress,
  readPageAddress,
  type LessonAddress,
} from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/schema.ts';

export { lessonAddress, stepAddress } from '../../lesson/address.ts';

export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'about' }
  | { readonly kind: 'answers' }
  /** `lesson` is whose workspace is opened: a lesson, or one of its published programs */
  | { readonly kind: 'lesson'; readonly lesson: Lesson; readonly address: LessonAddress }
  | { readonly kind: 'unknown'; readonly address: string };

/** `''`, `#`, `#/` are home; `#/about`, `#/answers` are pages; `#/asyncio` is a lesson if it is among these; the rest is unknown. */
export function routeOf(hash: string, lessons: readonly Lesson[]): Route {
  const path = readable(hash.replace(/^#/, ''));
  const page = readPageAddress(`#${path}`);
  if (page !== null) return { kind: page };
  const address = readLessonAddress(`#${path}`);
  const lesson = address === null ? null : lessonAt(address, lessons);
  return address === null || lesson === null
    ? { kind: 'unknown', address: `#${path}` }
    : { kind: 'lesson', lesson, address };
}

export const homeAddress = pageAddress('home');
export const aboutAddress = pageAddress('about');
export const answersAddress = pageAddress('answers');

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
