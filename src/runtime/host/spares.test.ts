/** Spare workers: warm ones are handed out, dead ones never. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkerLink } from './runner-frame.ts';
import { Spares } from './spares.ts';

const ready = { kind: 'ready', abilities: { python: '3.14.2', suspends: true } };

/** A source whose workers say what the test wants, and a log of what happened. */
function stage() {
  const links: WorkerLink[] = [];
  const log: string[] = [];
  /** whether each worker was to begin with a package imported */
  const spawned: boolean[] = [];
  const source = {
    opened: Promise.resolve(),
    spawn: (_maySuspend: boolean, parked: boolean) => {
      spawned.push(parked);
      const link: WorkerLink = {
        number: links.length,
        parked,
        port: new MessageChannel().port1,
        onLost: null,
      };
      links.push(link);
      return link;
    },
    discard: (link: WorkerLink) => {
      log.push(`discard ${link.number}`);
      link.port.close();
    },
  };
  const spares = new Spares(source, true, false, {
    warm: () => log.push('warm'),
    lost: (loss, reason) => log.push(`${loss}: ${reason}`),
  });
  const deliver = (number: number, data: unknown): void => {
    const port = links[number]?.port;
    port?.onmessage?.(new MessageEvent('message', { data }));
  };
  return { links, log, spares, spawned, deliver };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('workers on their way count when the pool is filled', () => {
  const { links, spares } = stage();
  spares.fill(2);
  spares.fill(2);
  expect(links.length).toBe(2);
});

test('a worker is warm once it says so, and is handed out once', () => {
  const { log, spares, deliver } = stage();
  spares.fill(1);
  expect(spares.take()).toBeNull();
  deliver(0, ready);
  expect([spares.ready, log]).toEqual([1, ['warm']]);
  expect(spares.take()?.number).toBe(0);
  expect(spares.take()).toBeNull();
});

test('a worker that says ready twice is one worker', () => {
  const { spares, deliver } = stage();
  spares.fill(1);
  deliver(0, ready);
  deliver(0, ready);
  expect(spares.ready).toBe(1);
});

test('a worker that dies after it was warm is never handed out', () => {
  const { links, log, spares, deliver } = stage();
  spares.fill(1);
  deliver(0, ready);
  links[0]?.onLost?.('out of memory');
  expect(spares.take()).toBeNull();
  expect(log).toEqual(['warm', 'discard 0', 'gone: out of memory']);
});

test('a worker that cannot do its work here says so once', () => {
  const { log, spares, deliver } = stage();
  spares.fill(1);
  deliver(0, { kind: 'unfit', reason: 'no stacks' });
  deliver(0, { kind: 'unfit', reason: 'no stacks' });
  expect(log).toEqual(['discard 0', 'unfit: no stacks']);
});

test('a worker that never answers is given up', async () => {
  const { log, spares } = stage();
  spares.fill(1);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(log).toEqual(['discard 0', 'gone: Python did not start in time']);
});

test('a worker that says something else is given up', () => {
  const { log, spares, deliver } = stage();
  spares.fill(1);
  deliver(0, { kind: 'ready' });
  expect(log[0]).toBe('discard 0');
});

test('after dispose nothing is reported of any of them', async () => {
  const { log, spares, deliver } = stage();
  spares.fill(2);
  deliver(0, ready);
  spares.dispose();
  deliver(1, ready);
  await vi.advanceTimersByTimeAsync(120_000);
  expect([log, spares.ready]).toEqual([['warm', 'discard 1', 'discard 0'], 0]);
});

test('a spare with another memory stays until the one in its place is warm, one after the other', () => {
  const { spares, deliver, log, spawned } = stage();
  spares.fill(2);
  deliver(0, ready);
  deliver(1, ready);
  spares.prefer(true);
  spares.renew();
  spares.renew();
  expect([log, spawned, spares.ready]).toEqual([['warm', 'warm'], [false, false, true], 2]);
  deliver(2, ready);
  expect([log.slice(2), spares.ready]).toEqual([['discard 0', 'warm'], 2]);
  expect(spares.take()?.number).toBe(2);
  expect(spares.take()?.number).toBe(1);
});

test('no spare is replaced that began with what is preferred, or is on its way', () => {
  const { spares, deliver, spawned } = stage();
  spares.fill(1);
  spares.prefer(true);
  spares.renew();
  expect(spawned).toEqual([false]);
  deliver(0, ready);
  spares.prefer(false);
  spares.renew();
  expect(spawned).toEqual([false]);
});

test('the worker that is taken next rehearses', () => {
  const { links, spares, deliver } = stage();
  const orders: unknown[] = [];
  const plan = { probes: ['threads'], model: 'cpython314' } as const;
  spares.fill(2);
  for (const { port, number } of links) port.postMessage = (order) => orders.push([number, order]);
  expect(spares.rehearse(plan)).toBe(false);
  deliver(1, ready);
  deliver(0, ready);
  expect(spares.rehearse(plan)).toBe(true);
  expect(orders).toEqual([[1, { kind: 'rehearse', plan }]]);
  expect(spares.take()?.number).toBe(1);
});
