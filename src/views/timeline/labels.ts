/** Labels: lane names that fit the gutter, all shortened alike. Pure. */

/** How a lane's label is written: the task's name, and what it runs when there is room. */
interface LaneLabel {
  readonly name: string;
  readonly runs: string;
}

/** `Task-1 fetch_data` is the task's name and, last, its coroutine. */
export function splitLabel(label: string): LaneLabel {
  const space = label.lastIndexOf(' ');
  return space <= 0 ? { name: label, runs: '' } : { name: label.slice(0, space), runs: label.slice(space) };
}

/** Writes labels within `room` pixels: if one is too long as a whole, all show the name only; a long name is cut. */
export function fitLabels(
  labels: readonly string[],
  room: number,
  measure: (text: string) => number,
): readonly LaneLabel[] {
  const split = labels.map(splitLabel);
  const fit = labels.every((label) => measure(label) <= room);
  if (fit) return split;
  return split.map(({ name }) => ({ name: cut(name, room, measure), runs: '' }));
}

function cut(text: string, room: number, measure: (text: string) => number): string {
  if (measure(text) <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle)}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low)}…`;
}
