/** Tells the programs of a lesson from those of an earlier day. Pure. */
import type { Lesson } from './schema.ts';

/** Another text where the programs, or how they are run and watched, are others. */
export function fingerprintOf({ sides, probes, packages, schedule }: Lesson): string {
  const { broken, fixed } = sides;
  const parts = [broken.files, broken.entry, fixed.files, fixed.entry, probes, packages, schedule ?? null];
  return hash(JSON.stringify(parts)).toString(16).padStart(8, '0');
}

/** FNV-1a: it tells an edited program from the one that ran, and need resist nobody. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
