/** Whether two programs have so much in common that comparing their runs says something. Pure. */

/** Lines that both have, as a share of all their lines. */
const LEAST_SHARE = 0.5;

/** Programs are related where at least half of their lines, but for blanks, are the same ones. */
export function areRelated(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const [mine, theirs] = [linesOf(one), linesOf(other)];
  const all = mine.size + theirs.size;
  if (all === 0) return true;
  const common = [...mine].filter((line) => theirs.has(line)).length;
  return (2 * common) / all >= LEAST_SHARE;
}

function linesOf(files: Readonly<Record<string, string>>): ReadonlySet<string> {
  const lines = Object.values(files).flatMap((text) => text.split('\n'));
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
}
