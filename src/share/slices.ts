/** Slices of one lane in rows, so that in each row one contains another or they do not meet: what trace viewers can show. */

export interface Slice {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly details: Readonly<Record<string, string>>;
}

/** Each slice goes to the first row where it fits: within the one that is open there, or after it. */
export function rowsOf(slices: readonly Slice[]): readonly (readonly Slice[])[] {
  const rows: { readonly slices: Slice[]; readonly open: number[] }[] = [];
  const inOrder = slices.toSorted((one, other) => one.start - other.start || other.end - one.end);
  for (const slice of inOrder) {
    for (const row of rows) closeUntil(row.open, slice.start);
    let row = rows.find(({ open }) => slice.end <= (open.at(-1) ?? Infinity));
    if (row === undefined) {
      row = { slices: [], open: [] };
      rows.push(row);
    }
    row.slices.push(slice);
    row.open.push(slice.end);
  }
  return rows.map((row) => row.slices);
}

function closeUntil(open: number[], time: number): void {
  while ((open.at(-1) ?? Infinity) <= time) open.pop();
}
