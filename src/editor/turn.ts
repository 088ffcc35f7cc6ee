/** When the full editor may be fetched and made: it takes much of the processor, which others may need first. */

let turn: Promise<unknown> = Promise.resolve();

/** From now on the full editor waits for this; the plain one stands in its place. */
export function waitWithFullEditor(until: Promise<unknown>): void {
  turn = until;
}

/** Resolves when the full editor may come. */
export async function fullEditorsTurn(): Promise<void> {
  await turn;
}
