import { beforeEach, describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import { forgetReveal, openLesson, revealLine, showFile, useDesk } from './desk.ts';

beforeEach(() => {
  useDesk.setState(useDesk.getInitialState());
  for (const lesson of lessons.slice(0, 1)) openLesson(lesson, { broken: {}, fixed: {} });
});

describe('the file that a side shows', () => {
  it.each(['constructor', '__proto__', 'elsewhere.py'])(
    'stays when a run reports a place in %s, which is none of its files',
    (file) => {
      showFile('broken', file);
      revealLine('broken', file, 3);
      expect(useDesk.getState().active.broken).toBe('main.py');
      expect(useDesk.getState().reveal.broken).toBeNull();
    },
  );

  it('is brought into view with its line, once for each wish', () => {
    revealLine('broken', 'main.py', 3);
    const first = useDesk.getState().reveal.broken;
    revealLine('broken', 'main.py', 3);
    const again = useDesk.getState().reveal.broken;
    expect(again).toEqual({ file: 'main.py', line: 3 });
    expect(again).not.toBe(first);
    forgetReveal('broken');
    expect(useDesk.getState().reveal.broken).toBeNull();
  });
});
