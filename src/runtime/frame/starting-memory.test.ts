/** What workers begin with: one makes the snapshot, the others wait, and nobody waits in vain. */
import { afterEach, expect, test } from 'vitest';
import type { MemoryMessage } from '../protocol.ts';
import { sparse } from '../worker/sparse-bytes.ts';
import { StartingMemory } from './starting-memory.ts';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** Workers as the frame has them: what each was started with, and the port over which it answers. */
function stage(shipped = false) {
  const started: string[] = [];
  const ports = new Map<number, MessagePort>();
  const restarted: number[] = [];
  const memories = new StartingMemory((worker) => restarted.push(worker), shipped);
  const spawn = (worker: number): void =>
    memories.provide(worker, false, (memory, port) => {
      started.push(`${worker} ${memory.kind}`);
      ports.set(worker, port);
      open.push(port);
    });
  const post = async (
    worker: number,
    message: MemoryMessage,
    transfer: MessagePort[] = [],
  ): Promise<void> => {
    ports.get(worker)?.postMessage(message, transfer);
    // A message takes a turn of the event loop, and here may take more.
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { started, restarted, memories, spawn, post };
}

const kept: MemoryMessage = { kind: 'kept', snapshot: sparse(new Uint8Array([1, 2, 3])) };

test('the first worker is to keep its memory, and the others wait for it', async () => {
  const { started, spawn, post } = stage();
  for (const worker of [0, 1, 2]) spawn(worker);
  expect(started).toEqual(['0 keep']);
  await post(0, kept);
  spawn(3);
  expect(started).toEqual(['0 keep', '1 restore', '2 restore', '3 restore']);
});

test('where no snapshot can be made all start from the beginning', async () => {
  const { started, spawn, post } = stage();
  for (const worker of [0, 1]) spawn(worker);
  await post(0, { kind: 'not kept' });
  spawn(2);
  expect(started).toEqual(['0 keep', '1 fresh', '2 fresh']);
});

test('when the first is gone the next one takes its place', async () => {
  const { started, memories, spawn, post } = stage();
  for (const worker of [0, 1, 2]) spawn(worker);
  memories.gone(0);
  expect(started).toEqual(['0 keep', '1 keep']);
  await post(1, kept);
  expect(started).toEqual(['0 keep', '1 keep', '2 restore']);
});

test('a worker that is not wanted any more is not started', async () => {
  const { started, memories, spawn, post } = stage();
  for (const worker of [0, 1, 2]) spawn(worker);
  memories.gone(1);
  await post(0, kept);
  expect(started).toEqual(['0 keep', '2 restore']);
});

test('a snapshot with which a worker cannot begin is not tried again', async () => {
  const { started, restarted, spawn, post } = stage();
  for (const worker of [0, 1]) spawn(worker);
  await post(0, kept);
  await post(1, { kind: 'spoiled' }, [new MessageChannel().port1]);
  expect(restarted).toEqual([1]);
  spawn(1);
  expect(started).toEqual(['0 keep', '1 restore', '1 fresh']);
});

test('with a memory of the build nobody waits', () => {
  const { started, spawn } = stage(true);
  for (const worker of [0, 1]) spawn(worker);
  expect(started).toEqual(['0 shipped', '1 shipped']);
});

test('where nobody can begin with the memory of the build, the first makes one of its own', async () => {
  const { started, restarted, spawn, post } = stage(true);
  for (const worker of [0, 1]) spawn(worker);
  for (const worker of [0, 1]) {
    await post(worker, { kind: 'spoiled' }, [new MessageChannel().port1]);
    spawn(worker);
  }
  expect(restarted).toEqual([0, 1]);
  await post(0, kept);
  expect(started).toEqual(['0 shipped', '1 shipped', '0 keep', '1 restore']);
});
