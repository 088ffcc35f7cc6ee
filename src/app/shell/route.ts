/** Addresses of the page: which screen stands for what follows `#`. Pure. */
import { lessonAddress, pageAddress, stepAddress, type LessonAddress } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/schema.ts';
import type { LinkFault } from '../../share/fault.ts';
import { decodeFragment } from '../../share/link.ts';
import { keyOf, type OpenedLink } from '../../store/openedLink.ts';

export { lessonAddress, stepAddress };

/** How the screen of a lesson has come about. */
export type Opened =
  | { readonly by: 'address'; readonly address: LessonAddress }
  | { readonly by: 'link'; readonly link: OpenedLink }
  /** the lesson as it is, since this is wrong with what leads to it */
  | { readonly by: 'fault'; readonly fault: LinkFault };

export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'about' }
  | { readonly kind: 'answers' }
  /** `lesson` is whose workspace is opened: a lesson, or one of its published programs */
  | { readonly kind: 'lesson'; readonly lesson: Lesson; readonly opened: Opened }
  | { readonly kind: 'unknown'; readonly address: string; readonly fault: LinkFault };

export function routeOf(hash: string, lessons: readonly Lesson[]): Route {
  const decoded = decodeFragment(hash, lessons);
  switch (decoded.kind) {
    case 'page':
      return { kind: decoded.page };
    case 'address':
      return {
        kind: 'lesson',
        lesson: decoded.lesson,
        opened: { by: 'address', address: decoded.address },
      };
    case 'state': {
      const { lesson, state, older } = decoded;
      return { kind: 'lesson', lesson, opened: { by: 'link', link: { fragment: hash, state, older } } };
    }
    case 'fault': {
      const { lesson, fault } = decoded;
      return lesson === null
        ? { kind: 'unknown', address: readable(hash), fault }
        : { kind: 'lesson', lesson, opened: { by: 'fault', fault } };
    }
  }
}

export const homeAddress = pageAddress('home');
export const aboutAddress = pageAddress('about');
export const answersAddress = pageAddress('answers');

/** Where a lesson stands: at its beginning it has its own address, further on that of the step, counted from 0. */
export function placeAddress(lesson: Lesson, step: number): string {
  return step === 0 ? lessonAddress(lesson) : stepAddress(lesson.id, step);
}

/** What tells the screens of two addresses apart: the steps of a lesson are all on one. */
export function screenOf(route: Route): string {
  if (route.kind !== 'lesson') return route.kind === 'unknown' ? route.address : route.kind;
  const { lesson, opened } = route;
  return keyOf(lesson, opened.by === 'link' ? opened.link : null);
}

function readable(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
