/** Links that cannot be opened as they are: which fault each has, and which lesson is shown instead. */
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import { chanceFrom } from '../testing/randomState.ts';
import { forgedLink, linkOf } from '../testing/someLinks.ts';
import { ByteWriter } from './bytes.ts';
import { MOST_CHARACTERS } from './envelope.ts';
import { MOST_BYTES } from './format1/body.ts';
import { decodeFragment, encodeState } from './link.ts';
import type { SharedState } from './state.ts';
import { lessonVersion } from './version.ts';

const threads = lessons.find(({ id }) => id === 'threads');
if (threads === undefined) throw new Error('there is no lesson on threads');
const state: SharedState = { lesson: 'threads', version: lessonVersion(threads), playhead: 12 };
const link = linkOf(state);

function faultOf(fragment: string) {
  const decoded = decodeFragment(fragment, lessons);
  if (decoded.kind !== 'fault') throw new Error(`no fault, but ${decoded.kind}`);
  return { ...decoded.fault, shown: decoded.lesson?.id ?? null };
}

/** A body of format 1 with this content, compressed. */
function body(content: Uint8Array): Uint8Array {
  const bytes = new ByteWriter();
  const packed = deflateSync(content, { level: 9 });
  bytes.natural(packed.length * 2 + 1);
  bytes.raw(packed);
  return bytes.done();
}

describe('a link that is not as it was sent', () => {
  it.each([
    ['damaged', link.replace(/.$/, link.endsWith('A') ? 'B' : 'A')],
    ['damaged', `${link.slice(0, -1)}!`],
    ['cut', link.slice(0, -4)],
    ['cut', '#/threads/A'],
    ['doubled', `#${link}`],
    ['doubled', `${link}${link}`],
    ['percent-encoded', link.replace(/.$/, '%21')],
  ])('is %s: %s', (kind, text) => {
    expect(faultOf(text)).toMatchObject({ kind, shown: 'threads' });
  });

  it('may be nothing that this page knows', () => {
    expect(faultOf('#/threads/other')).toEqual({
      kind: 'unknown address',
      fragment: '#/threads/other',
      shown: 'threads',
    });
    expect(faultOf('hello')).toEqual({ kind: 'unknown address', fragment: 'hello', shown: null });
  });
});

describe('a link that arrived as it was sent', () => {
  it('may be of a format of the future', () => {
    expect(faultOf(forgedLink('threads', 2, new Uint8Array([1, 2, 3])))).toEqual({
      kind: 'future',
      format: 2,
      shown: 'threads',
    });
  });

  it('may hold what this page never writes', () => {
    const chance = chanceFrom(9);
    for (let count = 0; count < 2000; count += 1) {
      const bytes = Uint8Array.from({ length: Math.floor(chance() * 40) }, () => Math.floor(chance() * 256));
      for (const fragment of [forgedLink('threads', 1, bytes), forgedLink('threads', 1, body(bytes))]) {
        const decoded = decodeFragment(fragment, lessons);
        if (decoded.kind === 'fault') expect(decoded.fault.kind).toBe('unfit');
      }
    }
    expect(faultOf(forgedLink('threads', 0, new Uint8Array()))).toMatchObject({ kind: 'unfit' });
  });

  it.each([
    [{ step: 40 }, { kind: 'unknown step', step: 41, steps: threads.steps.length }],
    [{ variation: 'absent' }, { kind: 'unknown variation', variation: 'absent' }],
    [
      { entry: 'absent.py', step: 1 },
      { kind: 'unknown entry', entry: 'absent.py' },
    ],
    [
      { entry: 'import shop', step: 1 },
      { kind: 'unknown entry', entry: 'import shop' },
    ],
  ])('may name what the lesson has not: %j', (more, fault) => {
    expect(faultOf(linkOf({ ...state, ...more }))).toEqual({ ...fault, lesson: 'threads', shown: 'threads' });
  });

  it('may name what this page has not', () => {
    expect(faultOf(linkOf({ ...state, lesson: 'absent' }))).toEqual({
      kind: 'unknown lesson',
      lesson: 'absent',
      shown: null,
    });
    expect(faultOf('#/absent/2')).toEqual({ kind: 'unknown lesson', lesson: 'absent', shown: null });
    expect(faultOf('#/threads/40')).toMatchObject({ kind: 'unknown step', step: 40, shown: 'threads' });
    const scheduled = { lesson: 'imports', version: 1, schedule: { seed: 3 } };
    expect(faultOf(linkOf(scheduled))).toEqual({ kind: 'no schedule', lesson: 'imports', shown: 'imports' });
    const unpublished = lessons.map((lesson) => ({ ...lesson, published: [] }));
    const decoded = decodeFragment(linkOf({ ...state, part: 'cause' }), unpublished);
    expect(decoded).toMatchObject({ kind: 'fault', fault: { kind: 'unknown part', part: 'cause' } });
  });

  it('begins as one side can, be it by a file that it brings along', () => {
    const files = { broken: { 'other.py': 'print(1)\n' } };
    expect(decodeFragment(linkOf({ ...state, files, entry: 'other.py' }), lessons).kind).toBe('state');
  });
});

describe('a link that is too large', () => {
  const large: SharedState = { ...state, files: { broken: { 'main.py': noise(MOST_CHARACTERS) } } };

  it('is not made', () => {
    expect(encodeState(large)).toEqual({
      ok: false,
      error: { kind: 'too large', of: 'characters', limit: MOST_CHARACTERS },
    });
    const larger = { ...state, files: { broken: { 'main.py': ' '.repeat(MOST_BYTES) } } };
    expect(encodeState(larger)).toEqual({
      ok: false,
      error: { kind: 'too large', of: 'bytes', limit: MOST_BYTES },
    });
  });

  it('is not read', () => {
    expect(faultOf(`#/threads/A${'A'.repeat(MOST_CHARACTERS)}`)).toMatchObject({
      kind: 'too large',
      of: 'characters',
    });
  });

  it('is not unpacked, however small it looks', () => {
    const bomb = forgedLink('threads', 1, body(new Uint8Array(MOST_BYTES * 10)));
    expect(bomb.length).toBeLessThan(40_000);
    expect(faultOf(bomb)).toEqual({ kind: 'too large', of: 'bytes', limit: MOST_BYTES, shown: 'threads' });
  });

  it('has room for as many decisions as the runtime records, and a large program', () => {
    const chance = chanceFrom(2);
    let step = 0;
    const decisions = Array.from({ length: 200_000 }, (): [number, number] => {
      step += Math.floor(chance() * 60);
      return [step, Math.floor(chance() * 5)];
    });
    const recorded = { model: 'before310', decisions } as const;
    const files = { broken: { 'main.py': noise(100_000) } };
    const whole: SharedState = { ...state, files, schedule: { strategy: 'replay', recorded } };
    const decoded = decodeFragment(linkOf(whole), lessons);
    expect(decoded.kind === 'state' && decoded.state).toEqual(whole);
  });
});

/** Text of which nothing repeats itself. */
function noise(length: number): string {
  const chance = chanceFrom(1);
  return Array.from({ length }, () => String.fromCharCode(33 + Math.floor(chance() * 94))).join('');
}
