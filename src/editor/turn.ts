/** When the full editor takes the plain one's place: not while others need the processor, or somebody writes. */

let turn: Promise<unknown> = Promise.resolve();

/** From now on the full editor waits for this; the plain one stands in its place. */
export function waitWithFullEditor(until: Promise<unknown>): void {
  turn = until;
}

/** Loads a part of the full editor when it may come; resolves when it may be shown. */
export async function inTurn<Part>(load: () => Promise<Part>): Promise<Part> {
  await turn;
  const part = await load();
  await nobodyWrites();
  return part;
}

/** How often it is asked who has the focus. A field that is taken away says nothing of its own. */
const LOOK_MS = 200;

/** Resolves when no editor has the focus: it would be lost with the field, and the place in the text as well. */
async function nobodyWrites(): Promise<void> {
  while (document.activeElement?.closest('.code') instanceof Element) {
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
}
