/** How two texts differ, line by line: the shortest way from one to the other. Pure. */

export interface DiffLine {
  /** `both`: unchanged; `left`: only in the first text; `right`: only in the second */
  readonly in: 'both' | 'left' | 'right';
  readonly text: string;
  /** numbers from 1; null on the side that does not have the line */
  readonly left: number | null;
  readonly right: number | null;
}

/** Beyond so many pairs of lines nothing is aligned: all of one text is shown, and then all of the other. */
const MOST_PAIRS = 4_000_000;

/** All lines of both texts in one order. */
export function diffLines(left: string, right: string): readonly DiffLine[] {
  const [before, after] = [linesOf(left), linesOf(right)];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const kinds: DiffLine['in'][] = [
    ...Array.from({ length: start }, () => 'both' as const),
    ...between(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...Array.from({ length: end }, () => 'both' as const),
  ];
  let [atLeft, atRight] = [0, 0];
  return kinds.map((kind) => {
    if (kind !== 'right') atLeft += 1;
    if (kind !== 'left') atRight += 1;
    return {
      in: kind,
      text: (kind === 'right' ? after[atRight - 1] : before[atLeft - 1]) ?? '',
      left: kind === 'right' ? null : atLeft,
      right: kind === 'left' ? null : atRight,
    };
  });
}

/** What changed with so many unchanged lines around it; neighbouring changes are one part. */
export function changedParts(lines: readonly DiffLine[], around = 2): readonly (readonly DiffLine[])[] {
  const near = new Set<number>();
  lines.forEach((line, index) => {
    if (line.in === 'both') return;
    for (let at = index - around; at <= index + around; at += 1) near.add(at);
  });
  const parts: DiffLine[][] = [];
  lines.forEach((line, index) => {
    if (!near.has(index)) return;
    if (!near.has(index - 1) || index === 0) parts.push([]);
    parts.at(-1)?.push(line);
  });
  return parts;
}

/** A newline at the end ends the last line and begins none. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** By the longest common subsequence. */
function between(before: readonly string[], after: readonly string[]): DiffLine['in'][] {
  const [rows, columns] = [before.length, after.length];
  if (rows * columns > MOST_PAIRS) {
    return [...before.map(() => 'left' as const), ...after.map(() => 'right' as const)];
  }
  const width = columns + 1;
  // At [row][column]: how many lines the rests from there on have in common.
  const common = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const kinds: DiffLine['in'][] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (row < rows && column < columns && before[row] === after[column]) {
      kinds.push('both');
      row += 1;
      column += 1;
    } else if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      kinds.push('left');
      row += 1;
    } else {
      kinds.push('right');
      column += 1;
    }
  }
  return kinds;
}
