/** Files as one zip archive. Pure: the same files always make the same bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate';

/** What archives can hold at the earliest; a date of today would make each archive another one. */
const DAY = new Date(1980, 0, 1);

/** @param folder in which all of it lies once it is unpacked; texts by their paths there */
export function archiveOf(folder: string, texts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {};
  for (const [path, text] of Object.entries(texts))
    files[`${folder}/${path}`] = [strToU8(text), { mtime: DAY }];
  return zipSync(files, { level: 9 });
}
