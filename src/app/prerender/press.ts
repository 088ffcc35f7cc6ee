/** A press that has begun on what is prerendered: drawn anew in the midst of it, a link would not be followed. */

/** Who holds a link down for so long does not mean to follow it; and a release may happen where no page hears of it. */
const PATIENCE_MS = 1_000;
const ENDS = ['pointerup', 'pointercancel'] as const;

/** Notes from now on whether something is pressed. */
export function watchPress(): { over: () => Promise<void>; stop: () => void } {
  let isPressed = false;
  let released: (() => void) | null = null;
  const begin = () => {
    isPressed = true;
  };
  const end = () => {
    isPressed = false;
    // The click comes after.
    if (released !== null) setTimeout(released);
  };
  addEventListener('pointerdown', begin);
  for (const kind of ENDS) addEventListener(kind, end);
  return {
    /** Resolves when nothing is, and what had been has had its effect. */
    async over() {
      if (!isPressed) return;
      await new Promise<void>((resolve) => {
        released = resolve;
        setTimeout(resolve, PATIENCE_MS);
      });
    },
    stop() {
      removeEventListener('pointerdown', begin);
      for (const kind of ENDS) removeEventListener(kind, end);
    },
  };
}
