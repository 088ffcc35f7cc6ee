/** What a program must be before it is run, and what is believed of what comes out of the frame. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fact } from '../testing/wire.ts';
import {
  DEFAULT_LIMITS,
  EndingSchema,
  FrameMessageSchema,
  FrameSchema,
  ProgramSchema,
  RunRequestSchema,
  WorkerMessageSchema,
} from './protocol.ts';

const accepts = (files: Record<string, string>, entry: string) => v.is(ProgramSchema, { files, entry });

test('the entry is one of the files, and no file has the name of a folder', () => {
  expect(accepts({ 'main.py': '' }, 'main.py')).toBe(true);
  expect(accepts({ 'main.py': '' }, 'toString')).toBe(false);
  expect(accepts({ a: '', 'a/b.py': '' }, 'a')).toBe(false);
});

test('the files of a program have paths that Python can import from', () => {
  for (const path of ['main.py', 'shop/orders.py', 'a-b/c.d.py'])
    expect(accepts({ [path]: '' }, path)).toBe(true);
  for (const path of ['/main.py', '../main.py', 'a//b.py', '.main.py', 'a b.py', '']) {
    expect(accepts({ [path]: '' }, path)).toBe(false);
  }
});

test('a program may begin with a module of its own, and with no other', () => {
  const files = { 'main.py': '', 'shop/orders.py': '' };
  for (const entry of ['import main', 'import shop', 'python -m shop.orders']) {
    expect(accepts(files, entry)).toBe(true);
  }
  for (const entry of ['import os', 'python -m shop.absent', 'import main.py', 'import', '']) {
    expect(accepts(files, entry)).toBe(false);
  }
});

const request = {
  program: { files: { 'main.py': '' }, entry: 'main.py' },
  probes: ['tasks'],
  pace: 'fast',
  limits: DEFAULT_LIMITS,
};

test('a request has neither packages, nor a schedule, nor a search, unless it says so', () => {
  expect(v.parse(RunRequestSchema, request)).toEqual({
    ...request,
    packages: [],
    schedule: null,
    search: null,
  });
});

test('a request with a pace that is not known, or without limits, is refused', () => {
  expect(v.is(RunRequestSchema, { ...request, pace: 'slow' })).toBe(false);
  expect(v.is(RunRequestSchema, { ...request, limits: { events: 0, outputChars: 9 } })).toBe(false);
  expect(v.is(RunRequestSchema, { ...request, limits: undefined })).toBe(false);
});

const ends = (ending: unknown) => v.is(EndingSchema, ending);

test('a run ends in one of the ways that are known, with what belongs to it', () => {
  expect(ends({ kind: 'finished' })).toBe(true);
  expect(ends({ kind: 'exploded' })).toBe(false);
  expect(ends({ kind: 'exited', status: 255, message: '' })).toBe(true);
  expect(ends({ kind: 'exited', status: 256, message: '' })).toBe(false);
  expect(ends({ kind: 'exited', status: -1, message: '' })).toBe(false);
  expect(ends({ kind: 'capped', what: 'events', limit: 400_000 })).toBe(true);
  expect(ends({ kind: 'capped', what: 'patience', limit: 400_000 })).toBe(false);
  expect(ends({ kind: 'capped', what: 'events', limit: 0 })).toBe(false);
  expect(ends({ kind: 'crashed', cause: 'memory', reason: '' })).toBe(true);
  expect(ends({ kind: 'crashed', cause: 'luck', reason: '' })).toBe(false);
});

test('who waits for what is told in facts, and a circle is none unless one is named', () => {
  const waits = [fact('waits', { who: 'T1', file: null, line: null, what: 'a lock' })];
  expect(v.parse(EndingSchema, { kind: 'stuck', waits })).toEqual({
    kind: 'stuck',
    waits: [{ fact: 'waits', fields: { who: 'T1', file: null, line: null, what: 'a lock' } }],
    cycle: [],
  });
  expect(ends({ kind: 'stuck', waits: Array(1_001).fill('T1') })).toBe(false);
});

test('a line of a traceback counts from 1, or is not known', () => {
  const frame = { file: 'main.py', line: 1, function: 'f', source: '', own: true };
  const lines = [1, null, 2 ** 31 - 1, 0, -1, 1.5, 2 ** 31].map((line) =>
    v.is(FrameSchema, { ...frame, line }),
  );
  expect(lines).toEqual([true, true, true, false, false, false, false]);
});

const says = (message: unknown) => v.is(WorkerMessageSchema, message);

test('a worker says what is expected of one', () => {
  const batch = { kind: 'batch', records: new Int32Array(8), strings: ['a'] };
  expect(says(batch)).toBe(true);
  expect(says({ ...batch, records: [1, 2, 3] })).toBe(false);
  expect(says({ ...batch, strings: ['a', 7] })).toBe(false);
  expect(says({ kind: 'ready', abilities: { python: '3.14.2', suspends: true } })).toBe(true);
  expect(says({ kind: 'ready', abilities: { python: '3.14.2' } })).toBe(false);
  expect(says({ kind: 'eval', code: '1' })).toBe(false);
  expect(says(null)).toBe(false);
});

test('an end took some time, and has neither a schedule nor faults unless it says so', () => {
  const ended = { kind: 'ended', ending: { kind: 'finished' }, time: 5, wall: 7 };
  expect(v.parse(WorkerMessageSchema, ended)).toEqual({ ...ended, scheduled: null, faults: [] });
  for (const time of [-1, Number.NaN, Infinity, '5']) expect(says({ ...ended, time })).toBe(false);
});

const hears = (message: unknown) => v.is(FrameMessageSchema, message);

test('the frame says three things', () => {
  expect(hears({ kind: 'open' })).toBe(true);
  expect(hears({ kind: 'lost', worker: 3, reason: 'gone' })).toBe(true);
  expect(hears({ kind: 'lost', reason: 'gone' })).toBe(false);
  expect(hears({ kind: 'broken', reason: 'x'.repeat(10_001) })).toBe(false);
});
