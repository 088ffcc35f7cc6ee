/** Round steps: the distance of ticks on an axis. Pure. */

/** The smallest number that is 1, 2 or 5 times a power of ten, and at least `rough`, and at least 1. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max(1, ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power);
}
