/** Where a text differs from another one: its lines from the first that is another to the last, counted from 1. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Null where both are the same. Where the other one only has more, the line at which that begins. */
export function differingLines(text: string, other: string): Lines | null {
  if (text === other) return null;
  const [mine, theirs] = [text.split('\n'), other.split('\n')];
  const shorter = Math.min(mine.length, theirs.length);
  let before = 0;
  while (before < shorter && mine[before] === theirs[before]) before += 1;
  let after = 0;
  while (after < shorter - before && mine.at(-1 - after) === theirs.at(-1 - after)) after += 1;
  const from = Math.min(before + 1, mine.length);
  return { from, to: Math.max(from, mine.length - after) };
}
