/** Links in the terminal: one made of what a command line says, and what one holds. Pure. */
import * as v from 'valibot';
import { failure, success, type Result } from '../base/result.ts';
import { lessons } from '../lesson/catalog.ts';
import type { LessonAddress } from '../lesson/address.ts';
import { PARTS } from '../lesson/published.ts';
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import { links } from '../messages/en.ts';
import { decodeFragment, encodeState, type EncodedLink } from '../share/link.ts';
import { SharedStateSchema } from '../share/state.ts';
import { lessonVersion } from '../share/version.ts';
import { linkFaultWords } from './linkFaultWords.ts';

const words = links.terminal;

/** A file as it was named in a call: `path` is the file of the lesson that it replaces, null for the one it is called like. */
const NamedFileSchema = v.strictObject({ path: v.nullable(v.string()), name: v.string(), text: v.string() });
type NamedFile = v.InferOutput<typeof NamedFileSchema>;

/** What a call asks for; the names are those of a state. */
const WantedSchema = v.looseObject({
  lesson: v.string(),
  part: v.exactOptional(v.picklist(PARTS)),
  files: v.strictObject({ broken: v.array(NamedFileSchema), fixed: v.array(NamedFileSchema) }),
  schedule: v.record(v.string(), v.unknown()),
});
type Wanted = v.InferOutput<typeof WantedSchema>;

/** The link of what a call asks for, of which only what differs from the lesson stands in it; or why there is none. */
export function linkFor(call: unknown): Result<EncodedLink, string> {
  const { files, schedule, ...wanted } = v.parse(WantedSchema, call);
  const holder = lessons.find(({ id }) => id === wanted.lesson);
  if (holder === undefined) {
    const known = lessons.map(({ id }) => id);
    return failure(words.lessons(wanted.lesson, known));
  }
  const lesson =
    wanted.part === undefined ? holder : holder.published.find(({ part }) => part === wanted.part);
  if (lesson === undefined) return failure(words.parts(wanted.part ?? ''));
  const edited = editsOf(lesson, files);
  if (!edited.ok) return edited;
  const state = v.safeParse(SharedStateSchema, {
    ...wanted,
    version: lessonVersion(lesson),
    ...some('files', edited.value),
    ...some('schedule', scheduleEdits(lesson, schedule)),
  });
  if (!state.success) return failure(words.unfit(v.flatten(state.issues).nested ?? {}));
  const link = encodeState(state.output);
  if (!link.ok) return failure(linkFaultWords(link.error));
  const decoded = decodeFragment(link.value.fragment, lessons);
  return decoded.kind === 'fault' ? failure(linkFaultWords(decoded.fault)) : success(link.value);
}

/** What a link holds, to be printed, and whether its lesson has changed since; or why it cannot be opened. */
export function contentOf(
  link: string,
): Result<{ readonly content: object; readonly older: boolean }, string> {
  const decoded = decodeFragment(link, lessons);
  switch (decoded.kind) {
    case 'state':
      return success({ content: decoded.state, older: decoded.older });
    case 'address':
      return success({ content: placeOf(decoded.address), older: false });
    case 'page':
      return success({ content: { page: decoded.page }, older: false });
    case 'fault':
      return failure(linkFaultWords(decoded.fault));
  }
}

/** A plain address as what it stands for, in the names of a state. */
function placeOf({ lesson, place, settings }: LessonAddress): object {
  return {
    lesson,
    ...(place.kind === 'published' ? { part: place.part } : {}),
    ...(place.kind === 'step' ? { step: place.step - 1 } : {}),
    ...some('schedule', settings),
  };
}

type Edits = Partial<Record<SideName, Record<string, string>>>;

function editsOf(lesson: Lesson, named: Wanted['files']): Result<Edits, string> {
  const edits: Edits = {};
  for (const side of SIDES) {
    for (const file of named[side]) {
      const path = pathOf(file, lesson, side);
      const own = lesson.sides[side].files;
      if (path === null) return failure(words.files(file.path ?? file.name, Object.keys(own)));
      if (own[path] !== file.text) edits[side] = { ...edits[side], [path]: file.text };
    }
  }
  return success(edits);
}

/** The file of the lesson that is replaced. A program of one file is replaced whatever the new one is called. */
function pathOf({ path, name }: NamedFile, { sides }: Lesson, side: SideName): string | null {
  const paths = Object.keys(sides[side].files);
  if (path !== null) return paths.find((one) => one === path) ?? null;
  const called = paths.filter((one) => one === name || one.endsWith(`/${name}`));
  if (called.length === 1) return called[0] ?? null;
  return paths.length === 1 ? (paths[0] ?? null) : null;
}

/** The settings that are not the lesson's own. */
function scheduleEdits({ schedule: own }: Lesson, schedule: Wanted['schedule']): object {
  const its = new Map<string, unknown>(Object.entries(own ?? {}));
  return Object.fromEntries(Object.entries(schedule).filter(([name, value]) => its.get(name) !== value));
}

function some(name: string, values: object): object {
  return Object.keys(values).length > 0 ? { [name]: values } : {};
}
