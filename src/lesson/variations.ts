/** Gathers the variations of a lesson: each changes some files of one side. */
import { canBegin } from '../base/entry.ts';
import type { CheckedFrontMatter } from './front-matter.ts';
import type { Report } from './problem.ts';
import type { Side, SideName, Variation } from './schema.ts';
import { cannotBegin, checkPaths, filesOf } from './sides.ts';

const FOLDER = 'variations';

/** @param files of the lesson's folder by path, `variations/half-fix/main.py` among them */
export function readVariations(
  files: Readonly<Record<string, string>>,
  { fields, lineOf }: CheckedFrontMatter,
  sides: Readonly<Record<SideName, Side>>,
  report: Report,
): readonly Variation[] {
  const { variations, measures } = fields;
  const known = new Set(variations.map(({ id }) => id));
  for (const folder of foldersOf(files)) {
    if (!known.has(folder)) report(null, `the field "variations" says nothing of ${FOLDER}/${folder}`);
  }
  return variations.map((variation, index) => {
    const tell = (field: string, message: string): void =>
      report(lineOf(['variations', index, field]), message);
    const own = filesOf(`${FOLDER}/${variation.id}`, files);
    const side = sides[variation.side];
    const all = { ...side.files, ...own };
    const entry = variation.entry ?? fields.entry;
    checkPaths(`${FOLDER}/${variation.id}`, own, report);
    if (variations.findIndex(({ id }) => id === variation.id) < index) {
      tell('id', `two variations are called "${variation.id}"`);
    }
    if (Object.keys(own).length === 0) tell('id', `there is no file in ${FOLDER}/${variation.id}`);
    if (!canBegin(entry, all)) tell('entry', cannotBegin(`the variation "${variation.id}"`, entry));
    if (Object.keys(variation.expect).length === 0)
      tell('expect', 'say what it must measure, so that it is tested');
    for (const id of Object.keys(variation.expect)) {
      if (!measures.some((measure) => measure.id === id)) tell('expect', `there is no measure "${id}"`);
    }
    return { ...variation, entry, files: all };
  });
}

function foldersOf(files: Readonly<Record<string, string>>): ReadonlySet<string> {
  const paths = Object.keys(files).map((path) => path.split('/'));
  return new Set(
    paths.flatMap(([first, folder]) => (first === FOLDER && folder !== undefined ? [folder] : [])),
  );
}
