/** Labels: lane names that fit the gutter, all shortened alike. Pure. */

/** How a lane's label is written: the name, and after it what goes when there is no room. */
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
  split: (label: string) => LaneLabel = splitLabel,
): readonly LaneLabel[] {
  const parts = labels.map(split);
  const fit = labels.every((label) => measure(label) <= room);
  if (fit) return parts;
  return parts.map(({ name }) => ({ name: cut(name, room, measure), runs: '' }));
}

/** As much of a text as `room` pixels hold; what is cut off ends in an ellipsis. */
export function cut(text: string, room: number, measure: (text: string) => number): string {
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
