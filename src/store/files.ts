/** The files of both sides, and how they differ from the lesson's own. */
import type { Lesson, SideName, Variation } from '../lesson/schema.ts';

/** Text by path. */
export type Files = Readonly<Record<string, string>>;
export type FilesOfSides = Readonly<Record<SideName, Files>>;

/** The files that differ from the lesson's own, by side: what a draft holds. */
export function editsOf(lesson: Lesson, files: FilesOfSides): FilesOfSides {
  const differing = (side: SideName): Files =>
    Object.fromEntries(
      Object.entries(files[side]).filter(([file, text]) => lesson.sides[side].files[file] !== text),
    );
  return { broken: differing('broken'), fixed: differing('fixed') };
}

export function isEdited(lesson: Lesson, files: FilesOfSides): boolean {
  const { broken, fixed } = editsOf(lesson, files);
  return Object.keys(broken).length + Object.keys(fixed).length > 0;
}

/** What stands on a side: the lesson's own program, one of its variations, or what the person has made of them. */
export type FilesStatus =
  | { readonly kind: 'own' }
  | { readonly kind: 'variation'; readonly variation: Variation }
  | { readonly kind: 'edited' };

export function statusOf({ sides, variations }: Lesson, side: SideName, files: Files): FilesStatus {
  if (sameFiles(files, sides[side].files)) return { kind: 'own' };
  const variation = variations.find((one) => one.side === side && sameFiles(files, one.files));
  return variation === undefined ? { kind: 'edited' } : { kind: 'variation', variation };
}

/** Whether two programs have the same files with the same text. */
export function sameFiles(one: Files, other: Files): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}

/** What Reset puts back: a file, all files of a side, or the lesson with its entry and schedule. */
export type ResetScope =
  | { readonly kind: 'file'; readonly side: SideName; readonly file: string }
  | { readonly kind: 'side'; readonly side: SideName }
  | { readonly kind: 'lesson' };

/** The files of both sides once Reset has put back what it is about. */
export function filesAfterReset(scope: ResetScope, { sides }: Lesson, files: FilesOfSides): FilesOfSides {
  if (scope.kind === 'lesson') return { broken: sides.broken.files, fixed: sides.fixed.files };
  const { side } = scope;
  const own = sides[side].files;
  if (scope.kind === 'side') return { ...files, [side]: own };
  const { [scope.file]: _, ...others } = files[side];
  const text = own[scope.file];
  // In their order; a file that the lesson does not have is one that a variation has brought.
  return { ...files, [side]: text === undefined ? others : { ...files[side], [scope.file]: text } };
}
