/** What the person does to the code of the open workspace: edit it, choose how it begins, look at its files. */
import type { SideName } from '../../lesson/schema.ts';
import { change } from '../workspaces.ts';

/** An edit takes the offer of Undo away. */
export function editFile(side: SideName, file: string, text: string): void {
  change(({ files }) =>
    files[side][file] === text
      ? {}
      : { files: { ...files, [side]: { ...files[side], [file]: text } }, undo: null },
  );
}

/** Shows a file of the side; a name that is none of its files, as a run may report, changes nothing. */
export function showFile(side: SideName, file: string): void {
  change(({ active, files }) =>
    Object.hasOwn(files[side], file) && active[side] !== file ? { active: { ...active, [side]: file } } : {},
  );
}

/** Shows the file and asks its editor to go to the line (from 1). */
export function revealLine(side: SideName, file: string, line: number): void {
  showFile(side, file);
  change(({ reveal, files }) =>
    Object.hasOwn(files[side], file) ? { reveal: { ...reveal, [side]: { file, line } } } : {},
  );
}

/** The wish to see a line has been granted. */
export function forgetReveal(side: SideName): void {
  change(({ reveal }) => ({ reveal: { ...reveal, [side]: null } }));
}

/** Both sides begin so from now on. */
export function chooseEntry(entry: string): void {
  change(() => ({ entry }));
}

/** Offers a variation to be loaded. */
export function offerVariation(offered: string): void {
  change(() => ({ offered }));
}
