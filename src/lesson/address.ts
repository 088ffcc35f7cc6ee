/** Addresses of what is in lessons: `#/asyncio`, `#/asyncio/step/3`, `#/threads/published/cause?model=before310`. Pure. */
import * as v from 'valibot';
import { PARTS, type Part } from './published.ts';
import { LessonScheduleSchema } from './schedule.ts';
import type { Lesson } from './schema.ts';

const { model, strategy } = LessonScheduleSchema.entries;
const seed = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
/** Settings that an address may carry; what is not named stays as the lesson has it. */
const SettingsSchema = v.strictObject({
  model: v.exactOptional(model),
  strategy: v.exactOptional(strategy),
  seed: v.exactOptional(seed),
});
type Settings = v.InferOutput<typeof SettingsSchema>;

/** A place in a lesson: its beginning, a step of its prose (from 1), or one of its published programs. */
export interface LessonAddress {
  readonly lesson: string;
  readonly place:
    | { readonly kind: 'start' }
    | { readonly kind: 'step'; readonly step: number }
    | { readonly kind: 'published'; readonly part: Part };
  readonly settings: Settings;
}

const ADDRESS = /^#\/([a-z][a-z0-9-]*)(?:\/(step|published)\/([a-z0-9]+))?\/?(?:\?(.*))?$/;

/** Null for what has another form. Whether there is such a lesson is for the caller to find out. */
export function readLessonAddress(hash: string): LessonAddress | null {
  const [whole, lesson, kind, name = '', query = ''] = ADDRESS.exec(hash) ?? [];
  if (whole === undefined || lesson === undefined) return null;
  const settings = v.safeParse(SettingsSchema, Object.fromEntries(new URLSearchParams(query)));
  const place = placeOf(kind, name);
  return settings.success && place !== null ? { lesson, place, settings: settings.output } : null;
}

function placeOf(kind: string | undefined, name: string): LessonAddress['place'] | null {
  if (kind === undefined) return { kind: 'start' };
  const part = PARTS.find((one) => one === name);
  if (kind === 'published') return part === undefined ? null : { kind, part };
  return /^[1-9]\d?$/.test(name) ? { kind: 'step', step: Number(name) } : null;
}

/** Whose workspace an address opens: a lesson, or a published program of one; null where there is no such place. */
export function lessonAt({ lesson: id, place }: LessonAddress, lessons: readonly Lesson[]): Lesson | null {
  const lesson = lessons.find((one) => one.id === id) ?? null;
  if (lesson === null || place.kind === 'start') return lesson;
  if (place.kind === 'step') return place.step <= lesson.steps.length ? lesson : null;
  return lesson.published.find(({ part }) => part === place.part) ?? null;
}

/** Why an address opens no run, in words; null when it does. */
export function cannotLead(href: string, lessons: readonly Lesson[]): string | null {
  const address = readLessonAddress(href);
  const lesson = lessons.find(({ id }) => id === address?.lesson);
  if (address === null || lesson === undefined) return `"${href}" leads to no lesson`;
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
