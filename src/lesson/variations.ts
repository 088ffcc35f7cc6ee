/** Gathers variations: each changes some files of one side. */
import { canBegin } from '../base/entry.ts';
import type { VariationFields } from './fields.ts';
import type { CheckedFrontMatter, FieldPath } from './front-matter.ts';
import type { Report } from './problem.ts';
import type { Side, SideName, Variation } from './schema.ts';
import { cannotBegin, checkPaths, filesOf } from './sides.ts';

const FOLDER = 'variations';

/** What variations vary, and where they stand. */
interface Varied {
  /** in which each has a folder */
  readonly folder: string;
  readonly variations: readonly VariationFields[];
  readonly sides: Readonly<Record<SideName, Side>>;
  readonly measures: readonly { readonly id: string }[];
  /** whether there is a schedule that they may change */
  readonly scheduled: boolean;
  /** takes the place of a field within the list of variations, and a mistake there */
  readonly reportAt: (path: FieldPath, message: string) => void;
}

/** The variations of a lesson. @param files of its folder by path, `variations/half-fix/main.py` among them */
export function readVariations(
  files: Readonly<Record<string, string>>,
  { fields, lineOf }: CheckedFrontMatter,
  sides: Readonly<Record<SideName, Side>>,
  report: Report,
): readonly Variation[] {
  const { variations, measures } = fields;
  const known = new Set(variations.map(({ id }) => id));
  for (const folder of foldersIn(FOLDER, files)) {
    if (!known.has(folder)) report(null, `the field "variations" says nothing of ${FOLDER}/${folder}`);
  }
  const reportAt: Varied['reportAt'] = (path, message) => report(lineOf(['variations', ...path]), message);
  const scheduled = fields.schedule !== undefined;
  return readVaried(files, { folder: FOLDER, variations, sides, measures, scheduled, reportAt }, report);
}

/** Variations wherever they stand; every problem is reported. */
export function readVaried(
  files: Readonly<Record<string, string>>,
  { folder, variations, sides, measures, scheduled, reportAt }: Varied,
  report: Report,
): readonly Variation[] {
  return variations.map(({ files: named, ...variation }, index) => {
    const reportField = (field: string, message: string): void => reportAt([index, field], message);
    const at = `${folder}/${named ?? variation.id}`;
    const own = filesOf(at, files);
    const side = sides[variation.side];
    const all = { ...side.files, ...own };
    const entry = variation.entry ?? side.entry;
    checkPaths(at, own, report);
    if (variations.findIndex(({ id }) => id === variation.id) < index) {
      reportField('id', `two variations are called "${variation.id}"`);
    }
    if (Object.keys(own).length === 0 && (named !== undefined || variation.schedule === undefined)) {
      reportField(named === undefined ? 'id' : 'files', `there is no file in ${at}`);
    }
    if (variation.schedule !== undefined && !scheduled) {
      reportField('schedule', 'there is nothing to change without "schedule" of the lesson: add it');
    }
    if (!canBegin(entry, all)) reportField('entry', cannotBegin(`the variation "${variation.id}"`, entry));
    if (Object.keys(variation.expect).length === 0)
      reportField('expect', 'say what it must measure, so that it is tested');
    for (const id of Object.keys(variation.expect)) {
      if (!measures.some((measure) => measure.id === id))
        reportField('expect', `there is no measure "${id}"`);
    }
    return { ...variation, entry, files: all };
  });
}

/** The names of the folders in a folder of the lesson. */
export function foldersIn(parent: string, files: Readonly<Record<string, string>>): ReadonlySet<string> {
  const paths = Object.keys(files).map((path) => path.split('/'));
  return new Set(
    paths.flatMap(([first, folder]) => (first === parent && folder !== undefined ? [folder] : [])),
  );
}
