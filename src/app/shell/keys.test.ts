import { describe, expect, it } from 'vitest';
import { shortcutFor, stepKeyOf } from './keys.ts';
import type { KeyUse, Press } from './keys.ts';

function press(key: string, also: Partial<Press> = {}): Press {
  return { key, shift: false, ctrlOrMeta: false, alt: false, ...also };
}

describe('shortcuts', () => {
  it.each<KeyUse>(['typing', 'pressing', 'choosing', 'scrolling', 'none'])(
    'run, stop, the list and the guide’s fold work while %s',
    (use) => {
      expect(shortcutFor(press('Enter', { ctrlOrMeta: true }), use)).toBe('run');
      expect(shortcutFor(press('Escape'), use)).toBe('stop');
      expect(shortcutFor(press('F1'), use)).toBe('shortcuts');
      expect(shortcutFor(press('F2'), use)).toBe('fold-guide');
    },
  );

  it.each([' ', 'ArrowLeft', 'Home', 'End', '?', 'a'])('leaves %j to a person who types', (key) => {
    expect(shortcutFor(press(key), 'typing')).toBeNull();
  });

  it('leaves Space to a focused button, but not the arrows', () => {
    expect(shortcutFor(press(' '), 'pressing')).toBeNull();
    expect(shortcutFor(press('ArrowRight'), 'pressing')).toBe('next-event');
  });

  it('leaves the arrows to tabs and radio buttons', () => {
    expect(shortcutFor(press('ArrowRight'), 'choosing')).toBeNull();
  });

  it.each([' ', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])(
    'leaves %j to a region that scrolls',
    (key) => {
      expect(shortcutFor(press(key), 'scrolling')).toBeNull();
      expect(shortcutFor(press(key, { shift: true }), 'scrolling')).toBeNull();
    },
  );

  it('shares by S, unless letters are switched off or somebody types', () => {
    const uses: readonly KeyUse[] = ['pressing', 'choosing', 'scrolling', 'none'];
    expect(uses.map((use) => shortcutFor(press('s'), use))).toEqual(Array.from({ length: 4 }, () => 'share'));
    expect(shortcutFor(press('S'), 'none')).toBe('share');
    expect(shortcutFor(press('s'), 'typing')).toBeNull();
    expect(shortcutFor(press('s'), 'none', 'off')).toBeNull();
    expect(shortcutFor(press('s', { ctrlOrMeta: true }), 'none')).toBeNull();
  });

  it.each(['?', '/', 'a', 'R', '1', ';'])('gives no meaning to the character %j', (key) => {
    expect(shortcutFor(press(key), 'none')).toBeNull();
    expect(shortcutFor(press(key, { shift: true }), 'none')).toBeNull();
  });

  it('steps, jumps and goes to the ends', () => {
    expect(shortcutFor(press(' '), 'none')).toBe('toggle-play');
    expect(shortcutFor(press('ArrowLeft'), 'none')).toBe('previous-event');
    expect(shortcutFor(press('ArrowLeft', { shift: true }), 'none')).toBe('jump-back');
    expect(shortcutFor(press('Home'), 'none')).toBe('to-start');
  });

  it('keeps off the browser’s own combinations', () => {
    expect(shortcutFor(press('ArrowLeft', { alt: true }), 'none')).toBeNull();
    expect(shortcutFor(press('r', { ctrlOrMeta: true }), 'none')).toBeNull();
  });
});

describe('keys among the threads of a stepped run', () => {
  it('name a thread, or take the last step back', () => {
    expect(['0', '7', 'u', 'U'].map((key) => stepKeyOf(press(key)))).toEqual([0, 7, 'undo', 'undo']);
  });

  it('mean nothing with another key held, nor do other keys', () => {
    expect(stepKeyOf(press('u', { ctrlOrMeta: true }))).toBeNull();
    expect(stepKeyOf(press('1', { alt: true }))).toBeNull();
    expect(['a', ' ', 'Enter', 'F1', ''].map((key) => stepKeyOf(press(key)))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
