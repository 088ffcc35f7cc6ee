/** Reach: the ends of an axis are easier to hit than they are wide. Pure. */

/** CSS pixels. */
const BESIDE_AXIS = 16;

/** Whether a press at `x` is meant for the axis. */
export function isOnAxis(
  { left, right }: { readonly left: number; readonly right: number },
  x: number,
): boolean {
  return x >= left - BESIDE_AXIS && x <= right + BESIDE_AXIS;
}
