/** Links whose lesson has changed since they were made. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import { linkOf } from '../testing/someLinks.ts';
import { decodeFragment } from './link.ts';
import type { SharedState } from './state.ts';
import { lessonVersion } from './version.ts';

describe('a link whose lesson has changed', () => {
  const [asyncio] = lessons;
  if (asyncio === undefined) throw new Error('there are no lessons');
  const state: SharedState = {
    lesson: asyncio.id,
    version: lessonVersion(asyncio),
    step: asyncio.steps.length - 1,
    files: { broken: { 'main.py': 'print(1)\n' } },
  };
  const before = { ...state, version: 1 };

  it('is known as one of an older lesson, with its files whole', () => {
    const decoded = decodeFragment(linkOf(before), lessons);
    expect(decoded).toEqual({ kind: 'state', state: before, lesson: asyncio, older: true });
  });

  it('forgets a step that is there no more', () => {
    const { step, ...withoutStep } = { ...before, step: 40 };
    expect(step).toBe(40);
    const decoded = decodeFragment(linkOf({ ...before, step: 40 }), lessons);
    expect(decoded).toEqual({ kind: 'state', state: withoutStep, lesson: asyncio, older: true });
  });

  it('has another version after a change of a program, and none after one of its prose', () => {
    const { sides, steps } = asyncio;
    const edited = { ...sides, broken: { ...sides.broken, files: { 'main.py': '' } } };
    expect(lessonVersion({ ...asyncio, sides: edited })).not.toBe(state.version);
    expect(lessonVersion({ ...asyncio, steps: steps.slice(1), title: 'Another' })).toBe(state.version);
  });
});
