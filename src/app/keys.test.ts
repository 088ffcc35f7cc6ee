import { describe, expect, it } from 'vitest';
import { shortcutFor } from './keys.ts';
import type { KeyUse, Press } from './keys.ts';

function press(key: string, also: Partial<Press> = {}): Press {
  return { key, shift: false, ctrlOrMeta: false, alt: false, ...also };
}

describe('shortcuts', () => {
  it.each<KeyUse>(['typing', 'pressing', 'choosing', 'none'])('run and stop work while %s', (use) => {
    expect(shortcutFor(press('Enter', { ctrlOrMeta: true }), use)).toBe('run');
    expect(shortcutFor(press('Escape'), use)).toBe('stop');
  });

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

  it('steps, jumps and goes to the ends', () => {
    expect(shortcutFor(press(' '), 'none')).toBe('toggle-play');
    expect(shortcutFor(press('ArrowLeft'), 'none')).toBe('previous-event');
    expect(shortcutFor(press('ArrowLeft', { shift: true }), 'none')).toBe('jump-back');
    expect(shortcutFor(press('Home'), 'none')).toBe('to-start');
    expect(shortcutFor(press('?', { shift: true }), 'none')).toBe('shortcuts');
  });

  it('keeps off the browser’s own combinations', () => {
    expect(shortcutFor(press('ArrowLeft', { alt: true }), 'none')).toBeNull();
    expect(shortcutFor(press('r', { ctrlOrMeta: true }), 'none')).toBeNull();
  });
});
