/** Where a new worker's memory comes from, and what is posted to the frame about it. */
import type { MemoryMessage, StartMemory } from '../protocol.ts';
import type { Parts } from './parts.ts';
import type { Memory } from './snapshot.ts';
import { unpacked } from './sparse-bytes.ts';

const post = (frame: MessagePort, message: MemoryMessage, transfer: Transferable[] = []): void =>
  frame.postMessage(message, transfer);

/** The memory to boot with; what becomes of one that is to be kept is posted to the frame. */
export async function memoryOf(start: StartMemory, parts: Parts, frame: MessagePort): Promise<Memory> {
  switch (start.kind) {
    case 'shipped': {
      const [memory, parked] = await Promise.all([
        parts.of('memory'),
        start.parked ? parts.of('parked') : null,
      ]);
      return {
        kind: 'restore',
        snapshot: unpacked(memory),
        added: parked === null ? null : unpacked(parked),
      };
    }
    case 'keep':
      return keptFor(frame);
    case 'restore':
      return { ...start, added: null };
    case 'fresh':
      return start;
  }
}

/**
 * To be called where Python did not start. A worker that was to begin with a snapshot hands its port to the page back to
 * the frame, which starts another one, and true is returned.
 */
export function passesOn(start: StartMemory, port: MessagePort, frame: MessagePort): boolean {
  const restores = start.kind === 'restore' || start.kind === 'shipped';
  if (restores) post(frame, { kind: 'spoiled' }, [port]);
  else post(frame, { kind: 'not kept' });
  return restores;
}

const keptFor = (frame: MessagePort): Memory => ({
  kind: 'keep',
  keep: (snapshot) => {
    if (snapshot === null) post(frame, { kind: 'not kept' });
    else {
      const buffers = snapshot.parts.map(({ bytes }) => bytes.buffer);
      post(frame, { kind: 'kept', snapshot }, buffers);
    }
  },
});
