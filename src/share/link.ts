/** Links: a state as the fragment of an address, and back. Pure and synchronous. */
import { failure, success, type Result } from '../base/result.ts';
import {
  lessonAt,
  packedAddress,
  publishedAddress,
  readLessonAddress,
  readNotesAddress,
  readPageAddress,
  stepAddress,
} from '../lesson/address.ts';
import type { LessonAddress, PageName } from '../lesson/address.ts';
import type { Lesson } from '../lesson/schema.ts';
import { pack, unpack } from './envelope.ts';
import type { LinkFault, TooLarge } from './fault.ts';
import { missingIn } from './fits.ts';
import type { SharedState } from './state.ts';
import { lessonVersion } from './version.ts';

/** A longer link is better handed on as a file: mail and chat programs cut it. */
export const LONGEST_ADDRESS = 8000;

export interface EncodedLink {
  /** what follows the page's address, from `#` on; also the whole content of a `.faultline` file */
  readonly fragment: string;
  /** of the fragment, in characters */
  readonly length: number;
}

/** What a fragment means. */
export type Decoded =
  /** a page beside the lessons */
  | { readonly kind: 'page'; readonly page: PageName }
  /** the teacher's notes of a lesson */
  | { readonly kind: 'notes'; readonly lesson: Lesson }
  /** a place in a lesson; `lesson` is whose workspace it opens */
  | { readonly kind: 'address'; readonly address: LessonAddress; readonly lesson: Lesson }
  /** a lesson as somebody had it; `older` when the lesson has changed since */
  | {
      readonly kind: 'state';
      readonly state: SharedState;
      readonly lesson: Lesson;
      readonly older: boolean;
    }
  /** `lesson` is the one that it names, to be shown as it is; null where there is none such */
  | { readonly kind: 'fault'; readonly fault: LinkFault; readonly lesson: Lesson | null };
type Fault = Extract<Decoded, { kind: 'fault' }>;

/** The same state is always the same link. A state of nothing but a place is the plain address of that place. */
export function encodeState(state: SharedState): Result<EncodedLink, TooLarge> {
  const plain = plainAddress(state);
  if (plain !== null) return success({ fragment: plain, length: plain.length });
  const packed = pack(state);
  if (!packed.ok) return failure(packed.error);
  const fragment = packedAddress(state.lesson, packed.value);
  return success({ fragment, length: fragment.length });
}

/** The names of what a plain address can hold; it leads to the lesson as it is, so it needs no version. */
const PLAIN: readonly string[] = ['lesson', 'version', 'part', 'step'] satisfies (keyof SharedState)[];

function plainAddress(state: SharedState): string | null {
  const { lesson, part, step } = state;
  if (Object.keys(state).some((name) => !PLAIN.includes(name))) return null;
  if (part !== undefined) return step === undefined ? publishedAddress(lesson, part) : null;
  return step === undefined ? `#/${lesson}` : stepAddress(lesson, step);
}

/**
 * Reads the fragment of an address, or a whole address as somebody has pasted it, or the text of a `.faultline` file.
 * Whatever replaced its signs on the way is undone, if all of it then holds.
 */
export function decodeFragment(link: string, lessons: readonly Lesson[]): Decoded {
  const text = link.trim();
  const found = readWithin(text, lessons);
  if (found.kind !== 'fault') return found;
  const restored = undone(text);
  if (restored === text) return found;
  const again = readWithin(restored, lessons);
  if (again.kind !== 'fault' || again.fault.kind !== 'damaged') return again;
  return faulty({ kind: 'percent-encoded' }, again.lesson);
}

/** The fragment of an address, or one that stands alone. */
function readWithin(text: string, lessons: readonly Lesson[]): Decoded {
  const fragment = text.slice(Math.max(0, text.indexOf('#')));
  return fragment.includes('#', 1)
    ? faulty({ kind: 'doubled' }, lessonNamed(fragment, lessons))
    : read(fragment, lessons);
}

/** What mail and chat programs do to an address: `%7E` for a sign, up to three times over, and line breaks. */
function undone(fragment: string): string {
  let text = fragment;
  for (let times = 0; times < 3 && text.includes('%'); times += 1) text = decoded(text);
  return text.replace(/\s+/g, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function read(fragment: string, lessons: readonly Lesson[]): Decoded {
  const page = readPageAddress(fragment);
  if (page !== null) return { kind: 'page', page };
  const noted = readNotesAddress(fragment);
  const notes = lessons.flatMap((one) => [one, ...one.published]).find(({ id }) => id === noted);
  if (notes !== undefined) return { kind: 'notes', lesson: notes };
  const address = readLessonAddress(fragment);
  if (address === null) return faulty({ kind: 'unknown address', fragment }, lessonNamed(fragment, lessons));
  const holder = lessons.find(({ id }) => id === address.lesson) ?? null;
  if (holder === null) return faulty({ kind: 'unknown lesson', lesson: address.lesson }, null);
  const { place } = address;
  if (place.kind === 'packed') return readPacked(place.code, holder);
  const lesson = lessonAt(address, lessons);
  if (lesson !== null) return { kind: 'address', address, lesson };
  return faulty(
    place.kind === 'step'
      ? { kind: 'unknown step', lesson: holder.id, step: place.step, steps: holder.steps.length }
      : { kind: 'unknown part', lesson: holder.id, part: place.kind === 'published' ? place.part : '' },
    holder,
  );
}

function readPacked(code: string, holder: Lesson): Decoded {
  const unpacked = unpack(code, holder.id);
  if (!unpacked.ok) return faulty(unpacked.error, holder);
  const state = unpacked.value;
  const lesson = state.part === undefined ? holder : holder.published.find(({ part }) => part === state.part);
  if (lesson === undefined) {
    return faulty({ kind: 'unknown part', lesson: holder.id, part: state.part ?? '' }, holder);
  }
  const older = state.version !== lessonVersion(lesson);
  const missing = missingIn(state, lesson, older);
  if (missing !== null) return faulty(missing, lesson);
  return { kind: 'state', state: older ? withoutLostStep(state, lesson) : state, lesson, older };
}

/** The number of a step means nothing once the lesson has fewer; the programs of the link are worth opening all the same. */
function withoutLostStep({ step, ...state }: SharedState, { steps }: Lesson): SharedState {
  return step === undefined || step >= steps.length ? state : { ...state, step };
}

function faulty(fault: LinkFault, lesson: Lesson | null): Fault {
  return { kind: 'fault', fault, lesson };
}

/** The lesson that a fragment begins with, whatever follows. */
function lessonNamed(fragment: string, lessons: readonly Lesson[]): Lesson | null {
  const name = /#*\/?([a-z][a-z0-9-]*)/.exec(fragment)?.[1];
  return lessons.find(({ id }) => id === name) ?? null;
}
