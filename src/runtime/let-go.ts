/** Gives the room of bytes that nobody reads any more back at once: a collector may not come for long. */
export function letGo(buffer: ArrayBuffer): void {
  if ('transfer' in buffer) buffer.transfer(0);
}
