/**
 * The grammar of what follows `#` in an address, and the only place that reads or writes it:
 *
 *     #/  #/about  #/answers        pages
 *     #/threads                     a lesson
 *     #/threads/3                   a step of it, from 1; `#/threads/step/3` was its form before
 *     #/threads/published/cause     a published program
 *     #/threads?model=before310     any of these with settings
 *     #/threads/AbC…                a link: the lesson as somebody had it, packed; it begins with a capital letter
 */
import * as v from 'valibot';
import { PARTS, type Part } from './published.ts';
import { LessonScheduleSchema } from './schedule.ts';
import { isPublished, type Lesson } from './schema.ts';

/** Pages beside the lessons. */
const PAGES = { home: '#/', about: '#/about', answers: '#/answers' } as const;
export type PageName = keyof typeof PAGES;

const { model, strategy } = LessonScheduleSchema.entries;
const seed = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
/** Settings that an address may carry; what is not named stays as the lesson has it. */
const SettingsSchema = v.strictObject({
  model: v.exactOptional(model),
  strategy: v.exactOptional(strategy),
  seed: v.exactOptional(seed),
});
type Settings = v.InferOutput<typeof SettingsSchema>;

/**
 * A place in a lesson: its beginning, a step of its prose (from 1), one of its published programs, or what a link has
 * packed, which may not even hold.
 */
export interface LessonAddress {
  readonly lesson: string;
  readonly place:
    | { readonly kind: 'start' }
    | { readonly kind: 'step'; readonly step: number }
    | { readonly kind: 'published'; readonly part: Part }
    | { readonly kind: 'packed'; readonly code: string };
  readonly settings: Settings;
}

const ADDRESS = /^#\/([a-z][a-z0-9-]*)(?:\/(?:(?:step\/)?(\d+)|published\/([a-z]+)))?\/?(?:\?(.*))?$/;
const PACKED = /^#\/([a-z][a-z0-9-]*)\/([A-Z].*)$/s;
const STEP = /^[1-9]\d?$/;

/** The page beside the lessons that an address is of; null for every other address. */
export function readPageAddress(hash: string): PageName | null {
  if (hash === '' || hash === '#') return 'home';
  const form = hash.length > 2 ? hash.replace(/\/$/, '') : hash;
  return form === PAGES.home
    ? 'home'
    : form === PAGES.about
      ? 'about'
      : form === PAGES.answers
        ? 'answers'
        : null;
}

/** Of a published program the id has its part behind a dot. */
const NOTES = /^#\/notes\/([a-z][a-z0-9-]*(?:\.[a-z]+)?)\/?$/;

/** The lesson whose teacher's notes an address names; null for what has another form. */
export function readNotesAddress(hash: string): string | null {
  return NOTES.exec(hash)?.[1] ?? null;
}

/** The address of the teacher's notes of a lesson. */
export function notesAddress(lesson: string): string {
  return `#/notes/${lesson}`;
}

/** Null for what has another form. Whether there is such a lesson is for the caller to find out. */
export function readLessonAddress(hash: string): LessonAddress | null {
  const [, holder, code] = PACKED.exec(hash) ?? [];
  if (holder !== undefined && code !== undefined) {
    return { lesson: holder, place: { kind: 'packed', code }, settings: {} };
  }
  const [whole, lesson, step, part, query = ''] = ADDRESS.exec(hash) ?? [];
  if (whole === undefined || lesson === undefined) return null;
  const settings = v.safeParse(SettingsSchema, Object.fromEntries(new URLSearchParams(query)));
  const place = placeOf(step, part);
  return settings.success && place !== null ? { lesson, place, settings: settings.output } : null;
}

function placeOf(step: string | undefined, name: string | undefined): LessonAddress['place'] | null {
  if (step !== undefined) return STEP.test(step) ? { kind: 'step', step: Number(step) } : null;
  if (name === undefined) return { kind: 'start' };
  const part = PARTS.find((one) => one === name);
  return part === undefined ? null : { kind: 'published', part };
}

export function pageAddress(page: PageName): string {
  return PAGES[page];
}

/** The address of a lesson, or of a published program. */
export function lessonAddress(lesson: Lesson): string {
  return isPublished(lesson) ? publishedAddress(lesson.within, lesson.part) : `#/${lesson.id}`;
}

export function publishedAddress(lesson: string, part: Part): string {
  return `#/${lesson}/published/${part}`;
}

/** The address that opens a lesson at one of its steps, counted from 0. */
export function stepAddress(lesson: string, step: number): string {
  return `#/${lesson}/${step + 1}`;
}

/** The address of a link into this lesson. */
export function packedAddress(lesson: string, code: string): string {
  return `#/${lesson}/${code}`;
}

/**
 * Whose workspace an address opens: a lesson, or a published program of one; null where there is no such place. Of a
 * link it is the lesson that holds the place; which part of it is packed.
 */
export function lessonAt({ lesson: id, place }: LessonAddress, lessons: readonly Lesson[]): Lesson | null {
  const lesson = lessons.find((one) => one.id === id) ?? null;
  if (lesson === null || place.kind === 'start' || place.kind === 'packed') return lesson;
  if (place.kind === 'step') return place.step <= lesson.steps.length ? lesson : null;
  return lesson.published.find(({ part }) => part === place.part) ?? null;
}

/** Why an address in prose opens no run, in words; null when it does. */
export function cannotLead(href: string, lessons: readonly Lesson[]): string | null {
  const address = readLessonAddress(href);
  const lesson = lessons.find(({ id }) => id === address?.lesson);
  if (address === null || lesson === undefined) return `"${href}" leads to no lesson`;
  if (address.place.kind === 'packed')
    return `"${href}" is a copied link: name a place in the lesson instead`;
  const opened = lessonAt(address, lessons);
  if (opened === null && address.place.kind === 'step') {
    return `the lesson "${lesson.id}" has ${lesson.steps.length} steps`;
  }
  if (opened === null) return `the lesson "${lesson.id}" has nothing published`;
  if (Object.keys(address.settings).length > 0 && opened.schedule === undefined) {
    return `the lesson "${lesson.id}" has no schedule to be set`;
  }
  return null;
}
