/** Where a new worker's memory comes from, and what is posted to the frame about it. */
import type { MemoryMessage, StartMemory } from '../protocol.ts';
import type { Parts } from './parts.ts';
import type { Content, Memory } from './snapshot.ts';
import { unpacked } from './sparse-bytes.ts';

const post = (frame: MessagePort, message: MemoryMessage, transfer: Transferable[] = []): void =>
  frame.postMessage(message, transfer);

/** The memory to boot with; what becomes of one that is to be kept is posted to the frame. */
export function memoryOf(start: StartMemory, parts: Parts, frame: MessagePort): Memory {
  switch (start.kind) {
    case 'shipped':
      return { kind: 'restore', content: shipped(parts, start.parked) };
    case 'keep':
      return keptFor(frame);
    case 'restore':
      return { kind: 'restore', content: Promise.resolve({ snapshot: start.snapshot, added: null }) };
    case 'fresh':
      return start;
  }
}

async function shipped(parts: Parts, parked: boolean): Promise<Content> {
  const [memory, added] = await Promise.all([parts.take('memory'), parked ? parts.take('parked') : null]);
  return { snapshot: unpacked(memory), added: added === null ? null : unpacked(added) };
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
