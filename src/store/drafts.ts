/** Where the person's edits of a lesson are kept between visits. */
import * as v from 'valibot';
import { clearStored, readStored, writeStored } from '../base/storage.ts';
import type { Slot } from '../base/storage.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { editsOf, isEdited } from './files.ts';
import type { Files, FilesOfSides } from './files.ts';

const FilesSchema = v.record(v.string(), v.string());
const DraftsSchema = v.object({ broken: FilesSchema, fixed: FilesSchema });

function slotOf(lesson: Lesson): Slot<FilesOfSides> {
  return { name: `drafts/${lesson.id}`, version: 1, schema: DraftsSchema };
}

/** The kept edits; a file that neither the lesson nor a variation has any more is left out. */
export function readDrafts(lesson: Lesson): FilesOfSides {
  const kept = readStored(slotOf(lesson)) ?? { broken: {}, fixed: {} };
  const known = (side: SideName): Files =>
    Object.fromEntries(
      Object.entries(kept[side]).filter(([file]) =>
        [lesson.sides[side], ...lesson.variations].some(({ files }) => Object.hasOwn(files, file)),
      ),
    );
  return { broken: known('broken'), fixed: known('fixed') };
}

/** Keeps what differs from the lesson; forgets the draft when nothing does. */
export function keepDrafts(lesson: Lesson, files: FilesOfSides): void {
  if (isEdited(lesson, files)) writeStored(slotOf(lesson), editsOf(lesson, files));
  else clearStored(slotOf(lesson));
}
